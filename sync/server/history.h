// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>

#include <vector>

/// What a server still knows of its past, and what a workstation has to have heard of it.
namespace Forecourt {

/// Up to here the server may have dropped what tells that a row was removed or left a scope. A store that has not heard
/// everything up to `seq` cannot be told any more what to remove: it starts over.
struct HistoryFloor {
    qint64 seq = 0;  ///< 0: everything is still known
    UtcMs at = 0;    ///< what was removed up to `seq` was removed before this time

    friend bool operator==(const HistoryFloor&, const HistoryFloor&) = default;
};

/// A point in the history of a store: sequences of different epochs are different numbers.
struct HistoryPoint {
    QByteArray epoch;
    qint64 seq = 0;

    friend bool operator==(const HistoryPoint&, const HistoryPoint&) = default;
};

/// The part of the history before `point` that is also part of `present`, as a sequence of both. `forks` are the last
/// points, oldest first, of earlier epochs that the present one has gone on from after a backup was put back. 0 where
/// nothing is known about the epoch.
qint64 commonHistory(const HistoryPoint& point, const QByteArray& present, const std::vector<HistoryPoint>& forks);

}  // namespace Forecourt
