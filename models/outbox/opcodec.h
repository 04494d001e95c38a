// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"

#include <QByteArray>
#include <QVariant>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// A value with a clock: in an operation's body the new value and the clock of the one it replaces; in its `prev` the
/// value and clock that the server has.
struct ClockedValue {
    std::uint16_t field = 0;
    QVariant value;
    Hlc clock;

    friend bool operator==(const ClockedValue&, const ClockedValue&) = default;
};

/// In `prev` of an edit that waits: whether the server has removed the row meanwhile. It shows once the edit is
/// refused.
inline constexpr std::uint16_t RemovedField = 0;

/// Columns `body` and `prev` of sync_op: CBOR map from field number to [value, clock of 12 bytes or null].
QByteArray encodeClockedValues(const std::vector<ClockedValue>& values);
/// What cannot be read is left out: only this program writes these columns.
std::vector<ClockedValue> decodeClockedValues(const QByteArray& bytes);

}  // namespace Forecourt
