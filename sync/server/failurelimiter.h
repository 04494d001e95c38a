// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QHash>
#include <QString>

#include <deque>

namespace Forecourt {

/// Counts failed attempts per address: more than `limit` within a minute, and the address has to wait.
class FailureLimiter {
public:
    explicit FailureLimiter(int limit) : m_limit(limit) {}

    /// Milliseconds until the address may try again; 0 = now.
    UtcMs waitFor(const QString& address, UtcMs now);
    void failed(const QString& address, UtcMs now);

private:
    void forgetOld(UtcMs now);

    const int m_limit;
    QHash<QString, std::deque<UtcMs>> m_failures;
};

}  // namespace Forecourt
