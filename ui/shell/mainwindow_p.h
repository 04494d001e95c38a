// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/outbox/leaseguard.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/firstsyncview.h"
#include "ui/shell/heldkeys.h"
#include "ui/shell/leaselockview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/railwidget.h"
#include "ui/shell/signinview.h"
#include "ui/shell/sitebutton.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/syncchip.h"
#include "ui/shell/topbar.h"
#include "ui/shell/userbutton.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/note.h"
#include "ui/widgets/searchfield.h"

#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

namespace Forecourt {

class ConflictWindow;
class NotificationList;
class OutboxWindow;
struct User;

/// Parts of the window and what happens between them. Pages and frame in mainwindow_p.cpp, pop-overs and sign-in in
/// mainwindow_popovers.cpp.
class MainWindow::Private : public QObject {
    Q_OBJECT

public:
    Private(MainWindow& owner, ShellSettings& shellSettings, std::vector<PageEntry> pages);

    void build();
    void attach(const ShellContext& shellContext);
    void retranslate();
    void applyWidth();
    void save();
    void openRoute(const Route& route);
    void openLast();

    void showSignIn();
    void showFirstSync();
    void showWorkspace();
    void showLock();
    void openSiteSwitcher();
    void openSyncPanel();
    void openNotifications();
    void openConflicts(Uuid record);
    void openOutbox();
    void openShortcuts();
    void openUserMenu();
    void signOut();

    MainWindow& q;
    ShellSettings& settings;
    ShellContext context;
    std::vector<PageEntry> entries;
    CountSites countSites;
    QUrl suggestedServer;

    QStackedWidget* root = nullptr;
    QWidget* workspace = nullptr;
    RailWidget* rail = nullptr;
    TopBar* top = nullptr;
    QWidget* sheet = nullptr;
    Note* strip = nullptr;
    Note* leaseNote = nullptr;
    QStackedWidget* pages = nullptr;
    StatusStrip* status = nullptr;
    CommandPalette* palette = nullptr;
    WindowActions* actions = nullptr;
    QPointer<SignInView> signIn;
    QPointer<FirstSyncView> firstSync;
    LeaseGuard* lease = nullptr;
    QPointer<LeaseLockView> lock;
    QPointer<PopupFrame> popover;
    QPointer<ConflictWindow> conflicts;
    QPointer<OutboxWindow> outbox;
    NotificationList* notifications = nullptr;
    std::vector<RecordWords*> words;

    std::vector<std::pair<QString, Page*>> made;
    Page* page = nullptr;
    QString pageId;

private:
    const PageEntry* entry(const QString& id) const;
    Page* makePage(const PageEntry& entry);
    void refreshStatusBar();
    void refreshSite();
    void refreshUser();
    void refreshUndo();
    void refreshSync();
    void refreshLeaseNote();
    void leaseChanged();
    bool isLocked() const { return lease && lease->isOver(); }
    void refreshCounts();
    void showFailure(const QString& text);
    void begin();
    void moveArea(int step);
    const User* person() const;
    /// Whether the person finds this page in rail, menu and palette.
    bool isOffered(const PageEntry& entry) const;
    void refreshOffered();
    bool needsSignIn() const;
    std::vector<PaletteCommand> paletteCommands() const;
    QList<QWidget*> areas() const;

    QTimer m_countDelay;
    UserId m_user;
    bool m_signInByItself = false;
    bool m_identified = false;
    bool m_joined = false;    ///< this store belongs to a dealership on a server
    bool m_seenLink = false;  ///< the client has said how it stands with the server
    bool m_firstShown = false;
};

}  // namespace Forecourt
