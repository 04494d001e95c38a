// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"
#include "ui/shell/shellcontext.h"

#include <QHash>
#include <QMainWindow>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace Forecourt {

class ShellSettings;

/// The window of the workstation: rail, top bar, the sheet with one page, status bar. Knows pages only as PageEntry.
/// It can be shown before the store is open; attach() brings it to life.
class MainWindow : public QMainWindow, public Navigator {
    Q_OBJECT

public:
    /// `settings` must outlive the window. Pages without a key are numbered Ctrl+1, Ctrl+2 … in the order of the list.
    MainWindow(ShellSettings& settings, std::vector<PageEntry> pages, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Vehicles (or whatever stands there) by site and in all, for the site switcher.
    struct SiteCounts {
        QHash<LocationId, int> bySite;
        int total = 0;
    };
    using CountSites = std::function<QFuture<Expected<SiteCounts>>()>;
    void setSiteCounts(CountSites count);
    /// Address offered at sign-in when the store knows none.
    void setSuggestedServer(const QUrl& server);

    /// Gives the window its store and shows the page of the last session, or sign-in. `context.navigator` becomes this
    /// window; what the other pointers name must outlive it. Called once.
    void attach(ShellContext context);

    void open(const Route& route) override;
    void notify(const QString& text) override;

    /// The page shown now; null before attach() and during sign-in.
    Page* currentPage() const;
    /// Its id; empty likewise.
    QString currentPageId() const;

    void showSignIn();
    void openPalette(const QString& text = {});
    void openSiteSwitcher();
    void openSyncPanel();
    void openNotifications();
    /// Shows what is to be decided about a record; a null id: the newest.
    void openConflicts(Uuid record = {});
    /// Shows everything that waits to be sent, was refused, or is on its way.
    void openOutbox();
    void openShortcuts();
    /// Asks first when something is not sent yet.
    void signOut();

Q_SIGNALS:
    /// A page is shown for the first time.
    void firstPageShown();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
