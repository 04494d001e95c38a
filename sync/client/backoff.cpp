// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/backoff.h"

#include <algorithm>

namespace Forecourt {

qint64 Backoff::next()
{
    const qint64 ceiling = std::min(Longest, Shortest * 2 << std::min(m_failures, 8));
    ++m_failures;
    return Shortest + static_cast<qint64>(m_random.generateDouble() * static_cast<double>(ceiling - Shortest));
}

}  // namespace Forecourt
