// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/windowactions.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace Forecourt {

WindowActions::WindowActions(const std::vector<PageEntry>& entries, QMainWindow* window)
    : QObject(window), m_window(window)
{
    search = make(QKeySequence(Qt::CTRL | Qt::Key_K));
    commands = make({});
    site = make(QKeySequence(Qt::CTRL | Qt::Key_L));
    sync = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    notifications = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    shortcuts = make(Qt::Key_F1);
    undo = make(QKeySequence(Qt::CTRL | Qt::Key_Z));
    redo = make(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    nextArea = make(Qt::Key_F6);
    previousArea = make(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    workOffline = make({});
    workOffline->setCheckable(true);
    signOut = make({});
    quit = make(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    for (const PageEntry& entry : entries) {
        QAction* action = make(entry.key);
        action->setData(entry.id);
        pages.push_back(action);
        m_pageTitles.push_back(entry.title);
    }
    buildMenus(window);
    retranslate();
}

QAction* WindowActions::make(const QKeySequence& key)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    // The menu bar is hidden most of the time; the window itself carries the keys.
    m_window->addAction(action);
    return action;
}

void WindowActions::buildMenus(QMainWindow* window)
{
    QMenuBar* bar = window->menuBar();
    m_program = bar->addMenu(QString());
    m_program->addActions({sync, workOffline, notifications});
    m_program->addSeparator();
    m_program->addActions({signOut, quit});
    m_edit = bar->addMenu(QString());
    m_edit->addActions({undo, redo});
    m_pageMenu = bar->addMenu(QString());
    m_pageMenu->menuAction()->setVisible(false);
    m_go = bar->addMenu(QString());
    m_go->addActions({search, site});
    m_go->addSeparator();
    for (QAction* page : pages)
        m_go->addAction(page);
    m_go->addSeparator();
    m_go->addActions({nextArea, previousArea});
    m_help = bar->addMenu(QString());
    m_help->addAction(shortcuts);
}

void WindowActions::setPage(Page* page)
{
    m_pageMenu->clear();
    const QList<QAction*> actions = page ? page->offeredActions(Page::InPalette) : QList<QAction*>();
    m_pageMenu->addActions(actions);
    m_pageMenu->menuAction()->setVisible(!actions.isEmpty());
}

void WindowActions::retranslate()
{
    search->setText(tr("Search"));
    commands->setText(tr("Commands"));
    site->setText(tr("Choose the site"));
    sync->setText(tr("What waits to be sent"));
    notifications->setText(tr("Notifications"));
    shortcuts->setText(tr("Keyboard shortcuts"));
    undo->setText(tr("Undo"));
    redo->setText(tr("Redo"));
    nextArea->setText(tr("Next area"));
    previousArea->setText(tr("Previous area"));
    workOffline->setText(tr("Work offline"));
    signOut->setText(tr("Sign out"));
    quit->setText(tr("Quit"));
    for (std::size_t i = 0; i < pages.size(); ++i)
        pages[i]->setText(m_pageTitles[i]());
    m_program->setTitle(QStringLiteral("&Forecourt"));
    m_edit->setTitle(tr("&Edit"));
    m_pageMenu->setTitle(tr("&Page"));
    m_go->setTitle(tr("&Go"));
    m_help->setTitle(tr("&Help"));
}

QList<ShortcutList::Group> WindowActions::keyGroups() const
{
    ShortcutList::Group everywhere{tr("Everywhere"), {}};
    for (const QAction* action :
         {search, site, sync, notifications, undo, redo, nextArea, previousArea, shortcuts, quit})
        if (!action->shortcut().isEmpty())
            everywhere.keys.append({action->text(), action->shortcut()});
    everywhere.keys.append({tr("Menu bar"), QKeySequence(Qt::Key_Alt)});
    everywhere.keys.append({tr("Back, close"), QKeySequence(Qt::Key_Escape)});
    ShortcutList::Group go{tr("Go to"), {}};
    for (const QAction* page : pages)
        if (page->isEnabled() && !page->shortcut().isEmpty())
            go.keys.append({page->text(), page->shortcut()});
    return {everywhere, go};
}

}  // namespace Forecourt
