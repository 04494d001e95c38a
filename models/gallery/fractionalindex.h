// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace Forecourt {

/// Keys that put rows in order so that moving one row changes that row only. A key is a fraction written in base 62
/// (0–9, A–Z, a–z, which is also the order of their bytes) without its leading "0."; it never ends in the digit 0.
/// Keys are compared as text; equal keys, which two people may make offline, are ordered by the id of their rows.
namespace FractionalIndex {

/// Whether `key` can have neighbours: not empty, base-62 digits only, no trailing zero.
bool isValid(QStringView key);

/// A key strictly between two keys. An empty `before` means the start, an empty `after` the end.
/// Needs valid keys and before < after. Adding at the end or the start keeps keys at four digits; a key between two
/// others is the shortest one near their middle.
QString between(QStringView before, QStringView after);

/// `count` ascending keys strictly between two keys, spread evenly.
std::vector<QString> between(QStringView before, QStringView after, int count);

}  // namespace FractionalIndex

}  // namespace Forecourt
