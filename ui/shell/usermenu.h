// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/shellcontext.h"

#include <QMenu>

namespace Forecourt {

class MainWindow;
struct User;

/// Menu behind the name at the top right: looks, language, keys, storage, signing in and out.
class UserMenu : public QMenu {
    Q_OBJECT

public:
    /// `user` may be null: nobody is known.
    UserMenu(const ShellContext& context, const User* user, MainWindow* window);

    /// What a role is called.
    static QString roleName(int role);
};

}  // namespace Forecourt
