// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Forecourt {

/// What a VIN says about a vehicle. Empty text or no value: the tables do not say. Words are those a dealer uses,
/// in English, as they are stored in a vehicle's fields.
struct DecodedVin {
    QString make;        ///< "Toyota"
    QString model;       ///< "RAV4"
    QString trim;        ///< "XLE"; more than one where the VIN does not tell them apart: "XLE/XLE Premium"
    QString body;        ///< "SUV", "Sedan", "Pickup", …
    QString engine;      ///< "3.5 L V6 turbo", "2.0 L 4 cyl." where the layout is not told
    QString drivetrain;  ///< "AWD", "4WD", "FWD", "RWD"
    QString fuel;        ///< "Gasoline", "Diesel", "Hybrid", "Plug-in hybrid", "Electric", "Flex fuel", …
    std::optional<int> doors;
    std::optional<int> year;  ///< model year

    bool isEmpty() const { return make.isEmpty(); }

    friend bool operator==(const DecodedVin&, const DecodedVin&) = default;
};

/// Decodes VINs offline, from tables inside the program: makers known in the United States and Canada with their
/// models, and makers of other markets by name. See resources/ORIGINS.md for where the tables come from.
///
/// Thread-safe; needs no set-up. A decode reads only its own part of the tables and takes well under a millisecond
/// once these pages are in memory, but the first one may wait for the disk: call it off the GUI thread.
class VinDecoder {
public:
    /// `vin` is normalised. A VIN of wrong form decodes to nothing; a wrong check digit does not matter here.
    /// `latestYear` bounds the model year: next year, as seen from the clock in use.
    static DecodedVin decode(QStringView vin, int latestYear);
};

}  // namespace Forecourt
