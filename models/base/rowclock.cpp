// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/rowclock.h"

#include <QtEndian>

#include <algorithm>

namespace Forecourt {

namespace {

constexpr int ExceptionSize = 2 + Hlc::Size;

}  // namespace

RowClock RowClock::unpack(QByteArrayView bytes)
{
    RowClock clock;
    if (bytes.size() < Hlc::Size || (bytes.size() - Hlc::Size) % ExceptionSize != 0)
        return clock;
    clock.m_base = Hlc::fromBytes(bytes);
    for (qsizetype at = Hlc::Size; at < bytes.size(); at += ExceptionSize)
        clock.m_exceptions[qFromBigEndian<quint16>(bytes.data() + at)] = Hlc::fromBytes(bytes.sliced(at + 2));
    return clock;
}

QByteArray RowClock::pack() const
{
    QByteArray out;
    out.reserve(Hlc::Size + static_cast<qsizetype>(m_exceptions.size()) * ExceptionSize);
    m_base.appendTo(out);
    for (const auto& [field, clock] : m_exceptions) {
        const qsizetype at = out.size();
        out.resize(at + 2);
        qToBigEndian(field, out.data() + at);
        clock.appendTo(out);
    }
    return out;
}

Hlc RowClock::of(std::uint16_t field) const
{
    const auto found = m_exceptions.find(field);
    return found == m_exceptions.end() ? m_base : found->second;
}

Hlc RowClock::newest() const
{
    Hlc newest = m_base;
    for (const auto& [field, clock] : m_exceptions)
        newest = std::max(newest, clock);
    return newest;
}

void RowClock::set(std::uint16_t field, Hlc clock)
{
    if (clock == m_base)
        m_exceptions.erase(field);
    else
        m_exceptions[field] = clock;
}

void RowClock::enrol(std::uint32_t device)
{
    const auto stamp = [device](Hlc& clock) {
        if (clock.device == 0 && clock.stamp != 0)
            clock.device = device;
    };
    stamp(m_base);
    for (auto& [field, clock] : m_exceptions)
        stamp(clock);
}

}  // namespace Forecourt
