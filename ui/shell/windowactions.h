// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"
#include "ui/shell/shortcutlist.h"

#include <QAction>
#include <QObject>

#include <utility>
#include <vector>

class QMainWindow;
class QMenu;

namespace Forecourt {

/// Actions of the window itself, with their keys, and the menu bar made of them.
class WindowActions : public QObject {
    Q_OBJECT

public:
    WindowActions(const std::vector<PageEntry>& pages, QMainWindow* window);

    QAction* search;
    QAction* commands;
    QAction* site;
    QAction* sync;
    QAction* notifications;
    QAction* shortcuts;
    QAction* undo;
    QAction* redo;
    QAction* nextArea;
    QAction* previousArea;
    QAction* workOffline;
    QAction* signOut;
    QAction* quit;
    /// One per page, in their order, with the page's id as data().
    std::vector<QAction*> pages;

    /// The page's own menu shows its actions; null for none.
    void setPage(Page* page);
    void retranslate();
    /// For the list of keys: keys of the window, keys that go to pages.
    QList<ShortcutList::Group> keyGroups() const;

private:
    QAction* make(const QKeySequence& key);
    void buildMenus(QMainWindow* window);

    QMainWindow* m_window;
    std::vector<std::function<QString()>> m_pageTitles;
    QMenu* m_program = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_pageMenu = nullptr;
    QMenu* m_go = nullptr;
    QMenu* m_help = nullptr;
    QList<QAction*> m_editFixed;
};

}  // namespace Forecourt
