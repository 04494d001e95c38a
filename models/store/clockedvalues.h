// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"

#include <QByteArray>
#include <QVariant>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// A value with a clock: in `_ext` of a row one that only a later version knows, with its own; in an operation's body
/// the new value and the clock of the one it replaces; in its `prev` the value and clock that the server has.
struct ClockedValue {
    std::uint16_t field = 0;
    QVariant value;
    Hlc clock;

    friend bool operator==(const ClockedValue&, const ClockedValue&) = default;
};

/// Columns `_ext` of synced tables, `body` and `prev` of sync_op: CBOR map from field number to [value, clock of 12
/// bytes or null].
QByteArray encodeClockedValues(const std::vector<ClockedValue>& values);
/// What cannot be read is left out: only this program writes these columns.
std::vector<ClockedValue> decodeClockedValues(const QByteArray& bytes);

}  // namespace Forecourt
