// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/hlc.h"

#include <QtEndian>

#include <algorithm>

namespace Forecourt {

void Hlc::appendTo(QByteArray& out) const
{
    const qsizetype at = out.size();
    out.resize(at + Size);
    qToBigEndian(stamp, out.data() + at);
    qToBigEndian(device, out.data() + at + 8);
}

QByteArray Hlc::toBytes() const
{
    QByteArray out;
    out.reserve(Size);
    appendTo(out);
    return out;
}

Hlc Hlc::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() < Size)
        return {};
    return {qFromBigEndian<quint64>(bytes.data()), qFromBigEndian<quint32>(bytes.data() + 8)};
}

Hlc HlcClock::next(UtcMs now)
{
    // One more than the last stamp carries a counter overflow into the milliseconds by itself.
    const std::uint64_t wall = static_cast<std::uint64_t>(std::max<UtcMs>(now, 0)) << 16;
    m_last = {std::max(wall, m_last.stamp + 1), m_device};
    return m_last;
}

void HlcClock::see(Hlc remote)
{
    m_last.stamp = std::max(m_last.stamp, remote.stamp);
}

}  // namespace Forecourt
