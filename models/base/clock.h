// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <cstdint>

namespace Forecourt {

/// A moment in milliseconds since 1970-01-01 UTC: how times are stored and sent.
using UtcMs = std::int64_t;

/// Where the present time comes from. Injected, so that tests and the simulator decide it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcMs now() const = 0;
};

/// The wall clock of this computer.
class SystemClock final : public Clock {
public:
    UtcMs now() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

}  // namespace Forecourt
