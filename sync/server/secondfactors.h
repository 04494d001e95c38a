// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/factorkey.h"
#include "sync/server/passwordhasher.h"
#include "sync/server/serverstorage.h"

#include <QStringList>

#include <optional>

namespace Forecourt {

/// The second thing that a person shows besides the password: a code of their telephone (see totp.h), or one of ten
/// recovery codes (see recoverycode.h), each once. A wrong code is for the caller to count into the Lockout.
class SecondFactors {
public:
    static constexpr int RecoveryCodes = 10;
    /// Longer ones are not looked at, in UTF-16 units.
    static constexpr int MaxTyped = 64;

    /// Errors of what follows may be those of `hasher`.
    SecondFactors(ServerStorage& storage, const FactorKey& key, PasswordHasher& hasher, UtcMs now)
        : m_storage(storage), m_key(key), m_hasher(hasher), m_now(now)
    {
    }

    /// The one that counts at sign-in; nothing: the password is enough.
    Expected<std::optional<SecondFactor>> of(Uuid user);

    enum class Shown { Wrong, Code, RecoveryCode };
    /// Looks at what was typed, blanks and dashes aside, and uses it up where it is right. Call inside a transaction.
    Expected<Shown> show(const SecondFactor& factor, const QString& typed);

    /// Makes a secret that counts only once confirmed; one that was begun before is forgotten. Inside a transaction.
    Expected<QByteArray> begin(Uuid user);
    /// From now on it counts, if the code is one of it: the recovery codes. Nothing: a wrong code, or nothing was
    /// begun. Inside a transaction.
    Expected<std::optional<QStringList>> confirm(Uuid user, const QString& typed);
    /// Other recovery codes in place of those that there are. Inside a transaction.
    Expected<QStringList> makeRecoveryCodes(const SecondFactor& factor);

private:
    ServerStorage& m_storage;
    const FactorKey& m_key;
    PasswordHasher& m_hasher;
    const UtcMs m_now;
};

}  // namespace Forecourt
