// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

#include <QStringList>

/// Who may make what of whose account. Values in, a word out: the storage is not asked, so that a caller can do it
/// inside the transaction that writes.
namespace Forecourt::AccountRules {

/// Roles that an account may have, the strongest first.
const QStringList& roles();

/// Owners manage everybody, managers everybody but owners, and nobody somebody who sees a location that they do not.
/// `by.user` null: somebody at the server's console, who may do everything.
bool mayManage(const Access& by, const Account& account);

/// One change of an account, before it is made.
struct Change {
    const Account* before = nullptr;  ///< null: a new one
    const Account& after;
    const std::vector<Account>& all;  ///< as they are, `before` among them
    const Access& by;
};

/// Why it may not be made, as the word that goes over the wire; empty if it may.
/// - `login`: empty, longer than 64 characters, or with white space at an end, doubled or other than blanks
/// - `login_taken`: somebody has it, in whatever case
/// - `name`: longer than 100 characters
/// - `role`: there is no such role
/// - `own_access`: nobody changes their own role, locations or standing
/// - `no_access`: see mayManage(), before and after
/// - `last_owner`: nobody would be left who may make others owners
QLatin1StringView refusal(const Change& change);

}  // namespace Forecourt::AccountRules
