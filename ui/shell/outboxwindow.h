// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/outboxlines.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/popupframe.h"

class QStackedWidget;

namespace Forecourt {

class Button;
class EmptyState;
class CarryFiles;
class IconButton;
class Label;
class Note;
class OthersRefusalsTab;
class OutboxList;
class RefusedTab;
class TabStrip;
class TransferCard;

/// Everything about what this computer has for others: what waits to be sent, what was not accepted, how photos travel,
/// and the way out by file; for managers also what was not accepted of others. Modeless.
///
/// Keys: Ctrl+Tab goes to the next list; Enter shows the record; RefusedTab and OthersRefusalsTab have theirs.
class OutboxWindow : public PopupFrame {
    Q_OBJECT

public:
    enum class Tab { Waiting, Refused, Files, OfOthers };

    OutboxWindow(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window);

    void showTab(Tab tab);
    /// What Save and Import do once a file is chosen.
    void saveTo(const QString& file);
    void lookAt(const QString& file);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeWaitingTab();
    QWidget* makeFilesTab();
    void refresh();
    void retranslate();
    void openRecord(const OutboxLines& lines, int row);
    void say(Tone tone, const QString& text);

    ShellContext m_context;
    OutboxLines* m_waiting;
    OutboxLines* m_refused;
    OutboxLines* m_others;

    Label* m_title;
    Label* m_subtitle;
    IconButton* m_close;
    Button* m_tryNow;
    Note* m_clock;
    Note* m_said;
    CarryFiles* m_carry;
    TabStrip* m_tabs;
    QStackedWidget* m_pages;
    OthersRefusalsTab* m_othersTab;
    RefusedTab* m_refusedTab;
    OutboxList* m_waitingList;
    EmptyState* m_waitingEmpty;
    QStackedWidget* m_waitingStack;
    Label* m_more;
    TransferCard* m_up;
    TransferCard* m_down;
    Label* m_lastSync;
};

}  // namespace Forecourt
