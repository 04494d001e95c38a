// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/clocksamples.h"

#include <algorithm>
#include <cstdlib>

namespace Forecourt {

void ClockSamples::add(SyncTime sent, SyncTime received, UtcMs serverTime)
{
    constexpr size_t Kept = 8;
    constexpr qint64 Set = 1'000;
    const qint64 wallAhead = received.wall - received.steady;
    if (std::abs(wallAhead - m_wallAhead) > Set)
        m_samples.clear();
    m_wallAhead = wallAhead;

    const qint64 roundTrip = received.steady - sent.steady;
    m_samples.push_back({roundTrip, serverTime + roundTrip / 2 - received.wall});
    if (m_samples.size() > Kept)
        m_samples.pop_front();
    m_offset = std::ranges::min_element(m_samples, {}, &Sample::roundTrip)->offset;
}

}  // namespace Forecourt
