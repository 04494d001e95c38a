// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <atomic>

namespace Forecourt::Tests {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock {
public:
    explicit FakeClock(UtcMs start = 1'763'650'000'000) : m_now(start) {}
    UtcMs now() const override { return m_now; }
    void set(UtcMs now) { m_now = now; }
    void advance(UtcMs msecs) { m_now += msecs; }

private:
    std::atomic<UtcMs> m_now;
};

}  // namespace Forecourt::Tests
