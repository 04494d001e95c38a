// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/storageengine.h"

#include <QStringList>

#include <optional>

namespace Forecourt {

/// Roles that an account may have.
const QStringList& accountRoles();

/// Adds a person who may sign in, together with the row of Users that workstations see.
/// Errors: InvalidInput (`detail`: which role or name, or what is wrong with the password), those of the storage.
Expected<Account> addAccount(StorageEngine& engine, const QString& login, const QString& role,
                             const QString& displayName, const QString& password);

/// Lets a person for whom a row of Users exists already sign in.
Expected<void> addAccountFor(StorageEngine& engine, const Account& account);

/// Disables or enables an account; a running server cuts a disabled person off within a second.
/// Errors: NotFound, those of the storage.
Expected<void> setAccountDisabled(StorageEngine& engine, const QString& login, bool disabled);

}  // namespace Forecourt
