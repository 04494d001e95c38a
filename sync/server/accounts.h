// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/passwordhasher.h"
#include "sync/server/storageengine.h"

#include <optional>

/// Changes of accounts. Each is one transaction with the row of Users that workstations see and its entries in the
/// audit log; the rules (accountrules.h) are checked inside it, so that two servers cannot break them together.
/// Workstations of that person learn of other rights within a second, whichever server they speak with. `by` is who
/// does it: `access.user` null for somebody at the server's console, whose `address` says so. Without a `hasher`
/// passwords are hashed at once; errors may be those of it.
namespace Forecourt {

/// What others may set of an account.
struct AccountFacts {
    std::optional<QString> login;  ///< none: whoever read the account does not say, and it is not compared
    QString displayName;
    QString role;
    std::vector<Uuid> locations;  ///< ascending; empty: all
    bool disabled = false;

    static AccountFacts of(const Account& account);
    bool isStillTrueOf(const Account& account) const;
};

/// What has no value stays.
struct AccountEdit {
    std::optional<QString> login = {};
    std::optional<QString> displayName = {};  ///< empty: the login
    std::optional<QString> role = {};
    std::optional<std::vector<Uuid>> locations = {};
    std::optional<bool> disabled = {};
};

/// What came of it: the account as it is now, or why nothing was done.
struct AccountOutcome {
    /// Of AccountRules::refusal(), and `not_found`, `changed` (`account` is not what `seen` says any more), `location`
    /// (there is no such location), and those of PasswordWords. Empty: done.
    QLatin1StringView refusal;
    Account account;  ///< with the refusal `changed` as it is instead
};

/// Adds a person who may sign in; `account.user` and `account.password` are given here.
/// The password is as `account.temporary` says.
Expected<AccountOutcome> addAccount(StorageEngine& engine, Account account, const QString& password, const Author& by,
                                    PasswordHasher* hasher = nullptr);

/// Changes what `edit` names. Nothing happens if that is what there is.
Expected<AccountOutcome> editAccount(StorageEngine& engine, Uuid user, const AccountEdit& edit,
                                     const std::optional<AccountFacts>& seen, const Author& by);

/// Whether a person has to choose another password at the next sign-in than the one that somebody gives them.
enum class GivenPassword { Temporary, Kept };

/// Gives a person another password.
Expected<AccountOutcome> setAccountPassword(StorageEngine& engine, Uuid user, const QString& password, const Author& by,
                                            GivenPassword given = GivenPassword::Temporary,
                                            PasswordHasher* hasher = nullptr);

/// Lets a person for whom a row of Users exists already sign in, with the hash of a password that is known already.
Expected<void> addAccountFor(StorageEngine& engine, const Account& account);

}  // namespace Forecourt
