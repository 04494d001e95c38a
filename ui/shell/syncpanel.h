// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/outboxops.h"
#include "ui/shell/recordwords.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/popupframe.h"

#include <QTimer>

namespace Forecourt {

class Button;
class Label;
class LineList;
class Note;
class Toggle;

/// What waits to be sent, what was refused, and how the link to the server stands. Opened from the sync chip.
class SyncPanel : public PopupFrame {
    Q_OBJECT

public:
    /// `words` describe records; their owners outlive the panel.
    SyncPanel(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window);

Q_SIGNALS:
    /// The person wants to sign in.
    void signInRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refreshStatus();
    void readLists();
    void describe(std::vector<OutboxEntry> entries, bool rejected);
    void showLines(const std::vector<RecordLine>& lines, const std::vector<OutboxEntry>& entries, bool rejected);
    void fit();
    void resizeToContent();

    ShellContext m_context;
    std::vector<RecordWords*> m_words;
    QWidget* m_picture;
    Label* m_headline;
    Label* m_reassurance;
    Button* m_tryNow;
    Note* m_clock;
    Note* m_secret;
    LineList* m_rejected;
    LineList* m_waiting;
    Label* m_more;
    Label* m_lastSync;
    Toggle* m_offline;
    std::vector<RecordLine> m_rejectedLines;
    std::vector<RecordLine> m_waitingLines;
    QTimer m_tick;
    bool m_reading = false;
    bool m_stale = false;
};

}  // namespace Forecourt
