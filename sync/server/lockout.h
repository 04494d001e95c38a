// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

namespace Forecourt {

/// Makes whoever guesses at one name wait: after FreeTries wrong passwords in a row each further one doubles the time
/// in which no password counts for that name, from one second to a quarter of an hour; a right one ends it. Names that
/// nobody has are treated alike, so that nothing shows which exist. Kept in the storage, so that a restart or another
/// server of the same database does not begin anew; only the SHA-256 of a name, since what was typed there may be a
/// password.
/// (NIST SP 800-63B, 5.2.2, asks for a limit on failed attempts and suggests growing delays.)
class Lockout {
public:
    static constexpr int FreeTries = 5;
    static constexpr UtcMs FirstDelay = 1'000;
    static constexpr UtcMs LongestDelay = 15 * 60'000;
    /// Failures that lie longer back are forgotten.
    static constexpr UtcMs Memory = 24LL * 3600 * 1000;

    Lockout(ServerStorage& storage, UtcMs now) : m_storage(storage), m_now(now) {}

    /// Milliseconds until a password for this name counts again; 0 = now.
    Expected<UtcMs> waitFor(const QString& login);
    /// A wrong password. How long no password counts from now on; 0 = the next may come at once. Call inside a
    /// transaction.
    Expected<UtcMs> failed(const QString& login);
    /// A right one. Call inside a transaction.
    [[nodiscard]] Expected<void> succeeded(const QString& login);

private:
    ServerStorage& m_storage;
    const UtcMs m_now;
};

}  // namespace Forecourt
