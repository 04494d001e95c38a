// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclefield.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Forecourt {

/// Language of headers and figures in a comma separated file.
enum class CsvLanguage { English, French };

/// What one column of a file says about a vehicle. A money field has a second column for its currency.
struct VehicleCsvTarget {
    VehicleField field = VehicleField::StockNumber;
    bool currency = false;  ///< the column holds the currency code of the money field

    friend bool operator==(const VehicleCsvTarget&, const VehicleCsvTarget&) = default;
};

/// One entry per column of the file; nothing: the column is not imported.
using VehicleCsvMapping = std::vector<std::optional<VehicleCsvTarget>>;

/// All targets that a person can choose from, in the order of the export.
std::vector<VehicleCsvTarget> vehicleCsvTargets();
/// The header that the export writes; the import knows it in both languages.
QString vehicleCsvHeader(const VehicleCsvTarget& target, CsvLanguage language);
/// Guesses from header texts in English or French, case, accents and punctuation ignored. Each target is used once.
VehicleCsvMapping guessVehicleCsvMapping(const QStringList& headers);

}  // namespace Forecourt
