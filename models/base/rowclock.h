// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"

#include <QByteArray>

#include <cstdint>
#include <map>

namespace Forecourt {

/// Clocks of one row: one base clock, and the fields whose clock differs from it.
/// Packed: 12 bytes base, then (2 bytes field number, 12 bytes clock) in ascending order of field.
class RowClock {
public:
    RowClock() = default;
    explicit RowClock(Hlc base) : m_base(base) {}
    /// A null clock for bytes of any other shape.
    static RowClock unpack(QByteArrayView bytes);
    QByteArray pack() const;

    Hlc base() const { return m_base; }
    Hlc of(std::uint16_t field) const;
    /// The latest clock of the row.
    Hlc newest() const;
    void set(std::uint16_t field, Hlc clock);
    /// Replaces the device of every clock that was given before the device had an ordinal.
    void enrol(std::uint32_t device);

    friend bool operator==(const RowClock&, const RowClock&) = default;

private:
    Hlc m_base;
    std::map<std::uint16_t, Hlc> m_exceptions;
};

}  // namespace Forecourt
