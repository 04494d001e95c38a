// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QtGlobal>

namespace Forecourt {

/// How long to wait before the next attempt: exponential with full jitter (Brooker 2015, "Exponential Backoff And
/// Jitter"), so that many workstations do not come back in the same moment after a restart of the server.
class Backoff {
public:
    static constexpr qint64 Shortest = 500;    ///< milliseconds
    static constexpr qint64 Longest = 60'000;  ///< milliseconds

    explicit Backoff(quint32 seed) : m_random(seed) {}

    /// Milliseconds to wait after one more failure.
    qint64 next();
    /// The conversation went well: the next failure counts as the first.
    void reset() { m_failures = 0; }

private:
    QRandomGenerator m_random;
    int m_failures = 0;
};

}  // namespace Forecourt
