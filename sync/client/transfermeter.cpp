// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/transfermeter.h"

#include <algorithm>

namespace Forecourt {

namespace {

constexpr qint64 MeterWindowMs = 5'000;
// A first chunk that comes at once would look like an endless speed.
constexpr qint64 MeterLeastMs = 500;

}  // namespace

void TransferMeter::moved(qint64 bytes, qint64 now)
{
    m_bytes += bytes;
    m_samples.push_back({now, bytes});
    while (m_samples.front().at < now - MeterWindowMs)
        m_samples.pop_front();
}

void TransferMeter::finish()
{
    m_samples.clear();
    m_bytes = 0;
    m_files = 0;
}

qint64 TransferMeter::bytesPerSecond(qint64 now) const
{
    qint64 sum = 0;
    qint64 since = now;
    for (const Sample& sample : m_samples) {
        if (sample.at < now - MeterWindowMs)
            continue;
        sum += sample.bytes;
        since = std::min(since, sample.at);
    }
    return sum * 1000 / std::max(now - since, MeterLeastMs);
}

}  // namespace Forecourt
