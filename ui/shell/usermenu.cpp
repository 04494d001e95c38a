// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/usermenu.h"

#include "models/location/locationdirectory.h"
#include "models/outbox/synccontrol.h"
#include "models/user/user.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shellsettings.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QWidgetAction>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString UserMenu::roleName(int role)
{
    switch (static_cast<Role>(role)) {
    case Role::Owner: return tr("Owner");
    case Role::Manager: return tr("Manager");
    case Role::Sales: return tr("Sales");
    case Role::Support: return tr("Support");
    case Role::Buyer: return tr("Buyer");
    case Role::Viewer: return tr("Viewer");
    }
    return {};
}

UserMenu::UserMenu(const ShellContext& context, const User* user, MainWindow* window) : QMenu(window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    ShellSettings* settings = context.settings;
    if (user) {
        auto* head = new QWidget;
        auto* row = new QHBoxLayout(head);
        row->setContentsMargins(Theme::px(10), Theme::px(6), Theme::px(16), Theme::px(8));
        row->setSpacing(Theme::px(10));
        row->addWidget(new Avatar(user->displayName, 32, head));
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new Label(user->displayName, TextRole::BodyStrong, Token::Ink, head));
        const Location* place = context.locations->find(user->location);
        const QString role = roleName(static_cast<int>(user->role));
        words->addWidget(new Label(place ? role + u" · "_s + place->name : role, TextRole::Second, Token::Ink3, head));
        row->addLayout(words, 1);
        auto* action = new QWidgetAction(this);
        action->setDefaultWidget(head);
        action->setEnabled(false);
        addAction(action);
        addSeparator();
    }
    QMenu* looks = addMenu(IconProvider::icon(u"palette"_s), tr("Appearance"));
    auto* looksGroup = new QActionGroup(looks);
    for (const auto& [theme, words] :
         {std::pair{ShellSettings::Theme::System, tr("System")}, std::pair{ShellSettings::Theme::Light, tr("Light")},
          std::pair{ShellSettings::Theme::Dark, tr("Dark")}}) {
        QAction* action = looks->addAction(words, settings, [settings, theme = theme] { settings->setTheme(theme); });
        action->setCheckable(true);
        action->setChecked(settings->theme() == theme);
        looksGroup->addAction(action);
    }
    QMenu* languages = addMenu(IconProvider::icon(u"language"_s), tr("Language"));
    auto* languageGroup = new QActionGroup(languages);
    for (const auto& [code, words] : {std::pair{u"en"_s, u"English"_s}, std::pair{u"fr"_s, u"Français"_s}}) {
        QAction* action =
            languages->addAction(words, settings, [settings, code = code] { settings->setLanguage(code); });
        action->setCheckable(true);
        action->setChecked(settings->language() == code);
        languageGroup->addAction(action);
    }
    QAction* keys =
        addAction(IconProvider::icon(u"keyboard"_s), tr("Keyboard shortcuts"), window, &MainWindow::openShortcuts);
    keys->setShortcut(Qt::Key_F1);
    keys->setShortcutContext(Qt::WidgetShortcut);
    addAction(IconProvider::icon(u"database"_s), tr("This computer’s storage"), window, [window] {
        window->open({u"settings"_s, {u"storage"_s}});
    });
    addSeparator();
    const auto link = context.sync->status().link;
    if (link == SyncStatus::Link::NoServer || link == SyncStatus::Link::SignedOut)
        addAction(IconProvider::icon(u"login"_s), tr("Sign in"), window, &MainWindow::showSignIn);
    else
        addAction(IconProvider::icon(u"logout"_s), tr("Sign out"), window, &MainWindow::signOut);
}

}  // namespace Forecourt
