// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <deque>

namespace Forecourt {

/// The present moment as the machine of the conversation sees it. It never asks for it itself.
struct SyncTime {
    qint64 steady = 0;  ///< milliseconds of a clock that nobody can set
    UtcMs wall = 0;     ///< this computer's idea of the time
};

/// How far this computer's clock is from the server's, from the answers that carry the server's time: the one with the
/// least round trip of the last eight tells it best (Cristian 1989, "Probabilistic clock synchronization").
class ClockSamples {
public:
    /// `sent` is when the question left, `received` when the answer with `serverTime` came.
    void add(SyncTime sent, SyncTime received, UtcMs serverTime);
    /// Server − this computer, milliseconds; 0 before the first answer.
    qint64 offset() const { return m_offset; }

private:
    struct Sample {
        qint64 roundTrip = 0;
        qint64 offset = 0;
    };
    std::deque<Sample> m_samples;
    qint64 m_offset = 0;
    qint64 m_wallAhead = 0;  ///< wall − steady at the last sample: moves only when somebody sets the clock
};

}  // namespace Forecourt
