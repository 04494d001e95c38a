// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/outboxlines.h"
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

/// What waits to be sent, what was refused or is to be decided, and how the link to the server stands: the newest of
/// each, all are in OutboxWindow. Opened from the sync chip.
class SyncPanel : public PopupFrame {
    Q_OBJECT

public:
    /// `words` describe records; their owners outlive the panel.
    SyncPanel(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window);

Q_SIGNALS:
    /// The person wants to sign in.
    void signInRequested();
    /// The person wants to see everything that waits.
    void allRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refreshStatus();
    void showLines(OutboxLines::Which which);
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
    Note* m_held;
    Button* m_sendHeld;
    OutboxLines* m_refusedLines;
    OutboxLines* m_waitingLines;
    LineList* m_conflicts;
    LineList* m_rejected;
    LineList* m_waiting;
    Button* m_more;
    Label* m_lastSync;
    Toggle* m_offline;
    QString m_conflictText;
    QTimer m_tick;
};

}  // namespace Forecourt
