// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

#include <array>
#include <optional>

namespace Forecourt {

/// What a person can say about a vehicle. Money fields stand for two columns, amount and currency.
enum class VehicleField {
    StockNumber,
    Vin,
    Year,
    Make,
    Model,
    Trim,
    Body,
    Engine,
    Gearbox,
    Drivetrain,
    Fuel,
    Doors,
    Seats,
    Color,
    Interior,
    Odometer,
    TitleState,
    Location,
    Bay,
    KeyTag,
    Phase,
    Asking,
    Cost,
    Owner,
    Notes,
    PrimaryPhoto,
    AcquiredAt,
};

inline constexpr std::array AllVehicleFields{
    VehicleField::StockNumber, VehicleField::Vin,          VehicleField::Year,       VehicleField::Make,
    VehicleField::Model,       VehicleField::Trim,         VehicleField::Body,       VehicleField::Engine,
    VehicleField::Gearbox,     VehicleField::Drivetrain,   VehicleField::Fuel,       VehicleField::Doors,
    VehicleField::Seats,       VehicleField::Color,        VehicleField::Interior,   VehicleField::Odometer,
    VehicleField::TitleState,  VehicleField::Location,     VehicleField::Bay,        VehicleField::KeyTag,
    VehicleField::Phase,       VehicleField::Asking,       VehicleField::Cost,       VehicleField::Owner,
    VehicleField::Notes,       VehicleField::PrimaryPhoto, VehicleField::AcquiredAt,
};

/// Code word of a field for scripts and files: "stock_number", "asking", "odometer". The same in every language.
QString vehicleFieldCode(VehicleField field);
std::optional<VehicleField> vehicleFieldFromCode(QStringView code);

/// Values by field. Types: QString for texts; qlonglong for Year, Doors, Seats, Odometer (km) and AcquiredAt (UTC ms);
/// Money for Asking and Cost; Phase; LocationId, UserId, PhotoId. An invalid QVariant empties the field.
using VehicleEdits = QMap<VehicleField, QVariant>;

}  // namespace Forecourt
