// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/history.h"

#include <algorithm>

namespace Forecourt {

qint64 commonHistory(const HistoryPoint& point, const QByteArray& present, const std::vector<HistoryPoint>& forks)
{
    if (point.epoch == present)
        return point.seq;
    auto fork = std::ranges::find(forks, point.epoch, &HistoryPoint::epoch);
    if (fork == forks.end())
        return 0;
    qint64 common = point.seq;
    // An older backup may have been put back after a newer one.
    for (; fork != forks.end(); ++fork)
        common = std::min(common, fork->seq);
    return common;
}

}  // namespace Forecourt
