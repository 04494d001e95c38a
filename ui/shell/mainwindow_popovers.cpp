// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/whendone.h"
#include "models/location/locationdirectory.h"
#include "models/notification/notificationlist.h"
#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "models/user/userdirectory.h"
#include "ui/shell/conflictwindow.h"
#include "ui/shell/mainwindow_p.h"
#include "ui/shell/notificationpanel.h"
#include "ui/shell/outboxwindow.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/shortcutlist.h"
#include "ui/shell/sitepopover.h"
#include "ui/shell/syncpanel.h"
#include "ui/shell/usermenu.h"

#include <QApplication>
#include <QMessageBox>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Within this time a first synchronisation is not worth a page of its own.
constexpr int FirstSyncCalm = 600;

}  // namespace

bool MainWindow::Private::needsSignIn() const
{
    const auto link = context.sync->status().link;
    return link == SyncStatus::Link::SignedOut ||
           (link == SyncStatus::Link::NoServer && !m_joined && !settings.value(u"signIn/workHere"_s, false).toBool());
}

void MainWindow::Private::showSignIn()
{
    m_signInByItself = false;
    if (popover)
        popover->close();
    palette->dismiss();
    if (!signIn) {
        signIn = new SignInView(*context.sync, settings, root);
        root->addWidget(signIn);
        connect(signIn, &SignInView::helpRequested, this, &Private::openShortcuts);
        connect(signIn, &SignInView::workHereRequested, this, [this] {
            settings.setValue(u"signIn/workHere"_s, true);
            showWorkspace();
        });
        connect(signIn, &SignInView::signedIn, this, [this] {
            whenDone(context.journal->identity(), this, [this](const Expected<Journal::Identity>& identity) {
                m_user = identity ? identity->user : UserId();
                refreshUser();
            });
            if (context.sync->status().lastSyncAt > 0) {
                showWorkspace();
                return;
            }
            QTimer::singleShot(FirstSyncCalm, this, [this] {
                if (context.sync->status().lastSyncAt > 0)
                    showWorkspace();
                else
                    showFirstSync();
            });
        });
    }
    signIn->suggestServer(suggestedServer);
    root->setCurrentWidget(signIn);
    signIn->start();
}

void MainWindow::Private::showFirstSync()
{
    if (!firstSync) {
        firstSync = new FirstSyncView(*context.sync, root);
        root->addWidget(firstSync);
        connect(firstSync, &FirstSyncView::startRequested, this, &Private::showWorkspace);
    }
    root->setCurrentWidget(firstSync);
    firstSync->setFocus();
}

void MainWindow::Private::showWorkspace()
{
    const bool locked = isLocked();
    workspace->setEnabled(!locked);
    if (!locked)
        root->setCurrentWidget(workspace);
    // What was typed into the sign-in form is nobody's business any more.
    const auto drop = [this](auto& view) {
        if (!view)
            return;
        root->removeWidget(view);
        view->deleteLater();
        view = nullptr;
    };
    if (locked)
        showLock();
    else
        drop(lock);
    drop(signIn);
    drop(firstSync);
    if (!locked && !page)
        openLast();
}

void MainWindow::Private::showLock()
{
    if (root->currentWidget() == lock && lock)
        return;
    palette->dismiss();
    // Panels, editors of their own and questions show the store as well. What was typed is kept as a draft.
    for (QWidget* window : q.findChildren<QWidget*>())
        if (window->isWindow() && window->isVisible())
            window->close();
    if (!lock) {
        lock = new LeaseLockView(*context.sync, *lease, context.store->clock(), root);
        root->addWidget(lock);
        connect(lock, &LeaseLockView::signInRequested, this, &Private::showSignIn);
    }
    // Keys must not reach what is behind it.
    workspace->setEnabled(false);
    root->setCurrentWidget(lock);
    lock->setFocus();
}

void MainWindow::Private::openSiteSwitcher()
{
    if (!context.store || root->currentWidget() != workspace)
        return;
    palette->dismiss();
    auto* sites = new SitePopover(*context.site, *context.locations, &q);
    popover = sites;
    sites->popupBelow(top->site(), PopupFrame::Align::Left);
    if (countSites)
        whenDone(countSites(), sites, [sites](const Expected<SiteCounts>& counts) {
            if (counts)
                sites->setCounts(counts->bySite, counts->total);
        });
}

void MainWindow::Private::openSyncPanel()
{
    if (!context.store || root->currentWidget() != workspace)
        return;
    palette->dismiss();
    auto* panel = new SyncPanel(context, words, &q);
    popover = panel;
    connect(panel, &SyncPanel::signInRequested, this, &Private::showSignIn);
    connect(panel, &SyncPanel::allRequested, this, &Private::openOutbox);
    panel->popupBelow(top->sync(), PopupFrame::Align::Right);
}

void MainWindow::Private::openNotifications()
{
    if (!context.store || root->currentWidget() != workspace)
        return;
    palette->dismiss();
    auto* panel = new NotificationPanel(context, *notifications, words, &q);
    popover = panel;
    panel->popupBelow(top->bell(), PopupFrame::Align::Right);
}

void MainWindow::Private::openOutbox()
{
    if (!context.store || root->currentWidget() != workspace)
        return;
    palette->dismiss();
    if (!outbox) {
        outbox = new OutboxWindow(context, words, &q);
        const QPoint middle = q.mapToGlobal(q.rect().center());
        outbox->popupAt(middle - QPoint(outbox->width() / 2, outbox->height() / 2 - 20), top->sync());
        return;
    }
    outbox->raise();
    outbox->activateWindow();
}

void MainWindow::Private::openConflicts(Uuid record)
{
    if (!context.store || root->currentWidget() != workspace)
        return;
    palette->dismiss();
    if (!conflicts) {
        conflicts = new ConflictWindow(context, words, &q);
        conflicts->showRecord(record);
        const QPoint middle = q.mapToGlobal(q.rect().center());
        conflicts->popupAt(middle - QPoint(conflicts->width() / 2, conflicts->height() / 2 - 20), top->sync());
        return;
    }
    conflicts->showRecord(record);
    conflicts->raise();
    conflicts->activateWindow();
}

void MainWindow::Private::openShortcuts()
{
    palette->dismiss();
    QList<ShortcutList::Group> groups = actions->keyGroups();
    if (page) {
        ShortcutList::Group own{entry(pageId)->title(), {}};
        for (const QAction* action : page->offeredActions(Page::InKeyList))
            if (!action->shortcut().isEmpty())
                own.keys.append({action->text(), action->shortcut()});
        groups.prepend(own);
    }
    auto* list = new ShortcutList(groups, &q);
    popover = list;
    const QPoint centre = q.mapToGlobal(q.rect().center());
    list->popupAt(centre - QPoint(list->width() / 2, list->height() / 2), QApplication::focusWidget());
}

void MainWindow::Private::openUserMenu()
{
    if (!context.store || isLocked())
        return;
    palette->dismiss();
    auto* menu = new UserMenu(context, person(), &q);
    const QWidget* button = top->user();
    const QPoint corner = button->mapToGlobal(QPoint(button->width(), button->height() + 4));
    menu->popup(corner - QPoint(menu->sizeHint().width(), 0));
}

void MainWindow::Private::signOut()
{
    const auto finish = [this] {
        context.sync->signOut();
        m_user = UserId();
        showSignIn();
    };
    const OutboxCounts counts = context.sync->status().counts;
    const int unsent = counts.waiting + counts.blobsToSend;
    if (unsent == 0) {
        finish();
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Sign out"),
                                     tr("%Ln change(s) are not sent yet.", nullptr, unsent), QMessageBox::NoButton, &q);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("They stay safe on this computer and are sent after the next sign-in. Nobody else sees them before that."));
    question->addButton(tr("Sign out"), QMessageBox::DestructiveRole);
    auto* stay = question->addButton(tr("Stay signed in"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    connect(question, &QMessageBox::buttonClicked, this, [question, finish](const QAbstractButton* button) {
        if (question->buttonRole(const_cast<QAbstractButton*>(button)) == QMessageBox::DestructiveRole)
            finish();
    });
    question->open();
}

}  // namespace Forecourt
