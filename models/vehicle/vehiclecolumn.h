// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/vehicle/vehiclequery.h"
#include "models/vehicle/vehiclesummary.h"

#include <QMetaType>
#include <QString>
#include <QVariant>

#include <optional>

namespace Forecourt {

/// Columns that a list of vehicles can show.
enum class VehicleColumn {
    Photo,
    Stock,
    Vehicle,  ///< year, make, model, trim; second line: end of the VIN, odometer
    Site,
    Phase,
    DaysInPhase,
    Asking,
    Cost,
    Margin,
    Photos,
    Vin,
    Year,
    Make,
    Model,
    Trim,
    Body,
    Engine,
    Fuel,
    Color,
    Odometer,
    Title,
    Bay,
    Keys,
    Owner,
    Acquired,
    Created,
};
inline constexpr int VehicleColumnCount = static_cast<int>(VehicleColumn::Created) + 1;

/// Code word of a column for saved views and settings: "stock", "days_in_phase".
QString vehicleColumnCode(VehicleColumn column);
std::optional<VehicleColumn> vehicleColumnFromCode(QStringView code);
/// What a click on the column's header sorts by; nothing for columns that do not sort.
std::optional<VehicleSort> vehicleColumnSort(VehicleColumn column);
/// The bare value of a cell: QString; qlonglong for Year, DaysInPhase, Photos, Odometer (km), Acquired and Created
/// (UTC ms); Money for Asking, Cost and Margin; Phase; QByteArray (SHA-256 of the thumbnail) for Photo. Invalid where
/// nothing is known.
QVariant vehicleColumnValue(const VehicleSummary& vehicle, VehicleColumn column, UtcMs now);

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::VehicleColumn)
