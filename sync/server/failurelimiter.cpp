// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/failurelimiter.h"

#include <algorithm>

namespace Forecourt {

namespace {

constexpr UtcMs FailureWindow = 60'000;

}  // namespace

UtcMs FailureLimiter::waitFor(const QString& address, UtcMs now)
{
    forgetOld(now);
    const auto found = m_failures.constFind(address);
    if (found == m_failures.constEnd() || static_cast<int>(found->size()) < m_limit)
        return 0;
    return found->front() + FailureWindow - now;
}

void FailureLimiter::failed(const QString& address, UtcMs now)
{
    auto& times = m_failures[address];
    times.push_back(now);
    if (static_cast<int>(times.size()) > m_limit)
        times.pop_front();
}

void FailureLimiter::forgetOld(UtcMs now)
{
    m_failures.removeIf([now](auto entry) {
        std::deque<UtcMs>& times = entry.value();
        while (!times.empty() && times.front() <= now - FailureWindow)
            times.pop_front();
        return times.empty();
    });
}

}  // namespace Forecourt
