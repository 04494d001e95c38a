// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/outboximport.h"
#include "ui/shell/outboxlines.h"
#include "ui/shell/shellcontext.h"
#include "ui/widgets/popupframe.h"

class QListView;
class QStackedWidget;

namespace Forecourt {

class Button;
class EmptyState;
class IconButton;
class Label;
class Note;
class OthersRefusalsTab;
class OutboxListModel;
class TabStrip;
class TransferCard;

/// Everything about what this computer has for others: what waits to be sent, what was not accepted, how photos travel,
/// and the way out by file; for managers also what was not accepted of others. Modeless.
///
/// Keys: Ctrl+Tab goes to the next list; in the list of what was not accepted R sends again, Ctrl+C copies, Delete
/// discards; Enter shows the record.
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
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QListView* makeList(const OutboxLines& lines, OutboxListModel*& model);
    QWidget* makeWaitingTab();
    QWidget* makeRefusedTab();
    QWidget* makeFilesTab();
    void refresh();
    void refreshRefused();
    void retranslate();
    bool refusedKey(const QKeyEvent& event);
    std::vector<qint64> selectedOpids() const;
    void sendAgain();
    void copyRefused();
    void discard();
    void bringBack();
    void openRecord(const OutboxLines& lines, int row);
    void chooseExport();
    void chooseImport();
    void offerImport(const QString& file, const Expected<OutboxImported>& plan);
    void doImport();
    void say(Tone tone, const QString& text);
    QString importText(const OutboxImported& imported, bool done) const;

    ShellContext m_context;
    OutboxLines* m_waiting;
    OutboxLines* m_refused;
    OutboxLines* m_others;
    OutboxListModel* m_waitingModel = nullptr;
    OutboxListModel* m_refusedModel = nullptr;
    std::vector<qint64> m_discarded;
    QString m_importFile;

    Label* m_title;
    Label* m_subtitle;
    IconButton* m_close;
    Button* m_tryNow;
    Note* m_clock;
    Note* m_said;
    Note* m_import;
    Button* m_doImport;
    TabStrip* m_tabs;
    QStackedWidget* m_pages;
    OthersRefusalsTab* m_othersTab;
    QListView* m_waitingList;
    QListView* m_refusedList;
    EmptyState* m_waitingEmpty;
    EmptyState* m_refusedEmpty;
    QStackedWidget* m_waitingStack;
    QStackedWidget* m_refusedStack;
    Label* m_more;
    Button* m_again;
    Button* m_copy;
    Button* m_discard;
    Button* m_selectAll;
    Button* m_bringBack;
    TransferCard* m_up;
    TransferCard* m_down;
    Button* m_save;
    Button* m_bring;
    Label* m_lastSync;
};

}  // namespace Forecourt
