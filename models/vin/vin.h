// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QString>

#include <optional>
#include <vector>

namespace Forecourt {

/// Characters of a vehicle identification number (ISO 3779; 49 CFR 565.13).
inline constexpr int VinSize = 17;

/// A VIN as it is stored: capital letters, without blanks, dots and hyphens. Letters that no VIN has (I, O, Q) stay,
/// so that checkVin() can name them.
QString normaliseVin(QStringView typed);

/// The key under which look-alike VINs meet: O and Q count as 0, I as 1; blanks, dots and hyphens do not count.
/// Exactly what the column vehicles.vin_key holds.
QString vinKey(QStringView vin);

/// What checkVin() found.
struct VinCheck {
    enum class Level {
        Ok,
        Warning,  ///< may be right: take it, but say so
        Error,    ///< not a VIN
    };
    Level level = Level::Ok;
    /// Null when Ok. VinLength (detail: the length), VinCharacter (detail: the character),
    /// VinCheckDigit (detail: the digit expected).
    std::optional<Error> error;
    int position = -1;  ///< of the character in question, from 0

    bool isOk() const { return level == Level::Ok; }
    bool isError() const { return level == Level::Error; }

    friend bool operator==(const VinCheck&, const VinCheck&) = default;
};

/// Checks a normalised VIN: length, characters, check digit. A wrong check digit is an error where it is compulsory
/// (vehicles of North American makers) and a warning elsewhere.
VinCheck checkVin(QStringView vin);

/// Check digit for position 9: the weighted sum of the transliterated characters modulo 11, 10 written as X
/// (49 CFR 565.15(c)). Null unless there are 17 characters that a VIN may have.
QChar vinCheckDigit(QStringView vin);

/// True for world maker identifiers of North America (first character 1 to 5), where check digits are compulsory.
bool isNorthAmericanVin(QStringView vin);

/// World maker identifier: the first three characters, and for makers of fewer than 1,000 vehicles a year (third
/// character 9) positions 12 to 14 as well (49 CFR 565.15(a)). Empty for text shorter than that.
QString vinMaker(QStringView vin);

/// Model years that position 10 can stand for, the likelier one first; empty for a character that means no year.
/// Codes repeat after 30 years (49 CFR 565.15(d)): for a car or light truck of the North American market, position 7
/// tells the cycles apart, a digit before 2010 and a letter since. Other markets do not follow that, so there the
/// newest year up to `latestYear` comes first. Years beyond `latestYear` are left out.
std::vector<int> vinModelYears(QStringView vin, int latestYear);

/// Last eight characters: what people read out and search for. Shorter text comes back whole.
QString vinLast8(QStringView vin);
/// Last six characters: the serial number.
QString vinLast6(QStringView vin);

}  // namespace Forecourt
