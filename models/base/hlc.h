// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>

#include <compare>
#include <cstdint>

namespace Forecourt {

/// Stamp of one edit: a hybrid logical clock (Kulkarni et al. 2014, "Logical Physical Clocks").
/// 48 bits of milliseconds since 1970, 16 bits counter, then the ordinal of the device, which breaks ties.
/// As bytes it is 12 long, big-endian, and compares with memcmp in the same order.
struct Hlc {
    static constexpr int Size = 12;

    std::uint64_t stamp = 0;   ///< milliseconds << 16 | counter
    std::uint32_t device = 0;  ///< given by the server when the device enrols; 0 = not enrolled yet

    UtcMs msecs() const { return static_cast<UtcMs>(stamp >> 16); }
    bool isNull() const { return stamp == 0 && device == 0; }
    QByteArray toBytes() const;
    void appendTo(QByteArray& out) const;
    /// Null if `bytes` is shorter than 12.
    static Hlc fromBytes(QByteArrayView bytes);

    friend auto operator<=>(const Hlc&, const Hlc&) = default;
    friend bool operator==(const Hlc&, const Hlc&) = default;
};

/// Gives strictly increasing stamps for one device. Not thread-safe: owned by whoever writes.
class HlcClock {
public:
    HlcClock(std::uint32_t device, Hlc last) : m_device(device), m_last(last) {}

    /// A stamp later than every stamp given or seen. `now` is the corrected time of this device.
    Hlc next(UtcMs now);
    /// Takes note of a stamp from elsewhere, counter included, so that the next one is later.
    void see(Hlc remote);
    Hlc last() const { return m_last; }
    std::uint32_t device() const { return m_device; }
    void setDevice(std::uint32_t device) { m_device = device; }

private:
    std::uint32_t m_device;
    Hlc m_last;
};

}  // namespace Forecourt
