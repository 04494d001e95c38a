// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <algorithm>

namespace Forecourt {

/// Remembers which addresses have to wait, so that a flood from there does not ask the store each time. No more
/// of them than FailureLimits keeps back.
class TurnedAway {
public:
    /// Milliseconds for which an address is known to have to wait; 0: ask the store.
    UtcMs waitFor(const QByteArray& address, UtcMs now)
    {
        // Also what lies too far ahead: the clock was set back.
        m_until.removeIf([&](auto entry) { return entry->second <= now || entry->first > now; });
        return std::max<UtcMs>(m_until.value(address).second - now, 0);
    }
    void note(const QByteArray& address, UtcMs now, UtcMs wait) { m_until.insert(address, {now, now + wait}); }

private:
    QHash<QByteArray, std::pair<UtcMs, UtcMs>> m_until;  ///< noted when, until when
};

}  // namespace Forecourt
