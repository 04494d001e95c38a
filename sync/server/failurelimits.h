// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

namespace Forecourt {

/// How many attempts may fail within FailureLimits::Window, and of what they are.
struct FailureLimit {
    QLatin1StringView of;
    int most = 0;

    static const FailureLimit SignInsOfAddress;
    static const FailureLimit SignInsOfDevice;
    static const FailureLimit RenewalsOfAddress;
    static const FailureLimit RenewalsOfDevice;
};

/// Makes whoever fails often wait, whatever names they try: counts the failures of an address or a device, and after
/// too many nothing counts from there until the window that began with the first of them is over. Kept in the storage,
/// so that a restart or another server of the same database does not begin anew; only failures write. (Lockout does the
/// same for a name, whoever tries it.)
class FailureLimits {
public:
    static constexpr UtcMs Window = 60'000;

    FailureLimits(ServerStorage& storage, UtcMs now) : m_storage(storage), m_now(now) {}

    /// Milliseconds until an attempt of `who` counts again; 0 = now.
    Expected<UtcMs> waitFor(const FailureLimit& limit, const QByteArray& who);
    /// One more failed. Call inside a transaction.
    [[nodiscard]] Expected<void> failed(const FailureLimit& limit, const QByteArray& who);

private:
    ServerStorage& m_storage;
    const UtcMs m_now;
};

}  // namespace Forecourt
