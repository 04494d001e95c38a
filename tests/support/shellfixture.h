// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/location/locationdirectory.h"
#include "models/user/userdirectory.h"
#include "tests/support/fakepage.h"
#include "tests/support/scriptedsynccontrol.h"
#include "tests/support/teststore.h"
#include "ui/shell/appearance.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"

#include <QApplication>

namespace Forecourt::Tests {

/// A window over a real store, with two fake pages ("things", "people"), settings, and a scripted sync. Online at
/// first; the store's directory keeps the settings, so a second fixture over it is a new start.
class ShellFixture {
public:
    explicit ShellFixture(TestStore& testStore, const QString& language = QStringLiteral("en"),
                          const std::vector<PageEntry>& more = {})
        : store(testStore), settings(testStore.path() + QStringLiteral("/settings.ini"))
    {
        settings.wishForSession(QStringLiteral("light"), language);
        appearance = std::make_unique<Appearance>(*qApp, settings);
        SyncStatus online;
        online.link = SyncStatus::Link::Online;
        online.lastSyncAt = store.clock.now();
        sync.setStatus(online);
        locations = std::make_unique<LocationDirectory>(store.store());
        users = std::make_unique<UserDirectory>(store.store());
        undo = std::make_unique<UndoHistory>(store.journal());
        std::vector<PageEntry> pages{entry(QStringLiteral("things")), entry(QStringLiteral("people"))};
        pages.insert(pages.end(), more.begin(), more.end());
        pages.push_back(SettingsPage::entry());
        window = std::make_unique<MainWindow>(settings, std::move(pages));
    }

    /// Gives the window its store and waits until it shows a page or sign-in.
    void start()
    {
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        ShellContext context;
        context.store = &store.store();
        context.journal = &store.journal();
        context.sync = &sync;
        context.site = &site;
        context.undo = undo.get();
        context.settings = &settings;
        context.locations = locations.get();
        context.users = users.get();
        window->attach(context);
    }

    FakePage* page() const { return qobject_cast<FakePage*>(window->currentPage()); }

    TestStore& store;
    ShellSettings settings;
    std::unique_ptr<Appearance> appearance;
    ScriptedSyncControl sync;
    CurrentSite site;
    std::unique_ptr<LocationDirectory> locations;
    std::unique_ptr<UserDirectory> users;
    std::unique_ptr<UndoHistory> undo;
    std::unique_ptr<MainWindow> window;
    QPointer<FakeSearch> search;

private:
    PageEntry entry(const QString& id)
    {
        PageEntry page;
        page.id = id;
        page.title = [id] { return id; };
        page.iconName = QStringLiteral("car");
        page.create = [id](const ShellContext& context, QWidget* parent) { return new FakePage(id, context, parent); };
        if (id == QStringLiteral("things"))
            page.search = [this](const ShellContext&, QObject* parent) {
                search = new FakeSearch(parent);
                return search.data();
            };
        return page;
    }
};

}  // namespace Forecourt::Tests
