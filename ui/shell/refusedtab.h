// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/outboxlines.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

class QKeyEvent;
class QStackedWidget;

namespace Forecourt {

class Button;
class EmptyState;
class OutboxList;

/// What the server did not accept of this computer's changes, each with its reason: to be sent again, copied with
/// everything that was typed, or discarded, which can be taken back. Part of the OutboxWindow.
///
/// Keys: R sends again, Ctrl+C copies, Delete discards; Enter shows the record.
class RefusedTab : public QWidget {
    Q_OBJECT

public:
    /// `lines` are of OutboxLines::Which::Refused and outlive the tab.
    RefusedTab(const ShellContext& context, const OutboxLines& lines, QWidget* parent);

    OutboxList* list() const { return m_list; }
    /// The same keys wherever the focus is in the window.
    bool handleKey(const QKeyEvent& event);
    void retranslate();

Q_SIGNALS:
    /// What was said before is over.
    void begun();
    void said(Forecourt::Tone tone, const QString& text);
    void openRequested(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void readDiscarded();
    void showDiscarded();
    std::vector<qint64> selectedOpids() const;
    void sendAgain();
    void copy();
    void discard();
    void bringBack();

    ShellContext m_context;
    const OutboxLines& m_lines;
    std::vector<qint64> m_discarded;
    QStackedWidget* m_stack;
    OutboxList* m_list;
    EmptyState* m_empty;
    Button* m_again;
    Button* m_copy;
    Button* m_discard;
    Button* m_selectAll;
    Button* m_bringBack;
};

}  // namespace Forecourt
