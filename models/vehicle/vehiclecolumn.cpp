// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclecolumn.h"

#include "models/vehicle/vehicle.h"

#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Code words of saved views, in the order of the columns. They travel to other versions: never renamed.
constexpr std::array VehicleColumnWords{
    "photo"_L1, "stock"_L1,  "vehicle"_L1, "site"_L1,     "phase"_L1,   "days_in_phase"_L1, "asking"_L1,
    "cost"_L1,  "margin"_L1, "photos"_L1,  "vin"_L1,      "year"_L1,    "make"_L1,          "model"_L1,
    "trim"_L1,  "body"_L1,   "engine"_L1,  "fuel"_L1,     "color"_L1,   "odometer"_L1,      "title"_L1,
    "bay"_L1,   "keys"_L1,   "owner"_L1,   "acquired"_L1, "created"_L1,
};
static_assert(VehicleColumnWords.size() == VehicleColumnCount);

template <class Number>
QVariant columnNumber(const std::optional<Number>& number)
{
    return number ? QVariant::fromValue(static_cast<qlonglong>(*number)) : QVariant();
}

QVariant columnMoney(const std::optional<Money>& money)
{
    return money ? QVariant::fromValue(*money) : QVariant();
}

}  // namespace

QString vehicleColumnCode(VehicleColumn column)
{
    return VehicleColumnWords[static_cast<size_t>(column)];
}

std::optional<VehicleColumn> vehicleColumnFromCode(QStringView code)
{
    for (int column = 0; column < VehicleColumnCount; ++column)
        if (code == VehicleColumnWords[static_cast<size_t>(column)])
            return static_cast<VehicleColumn>(column);
    return std::nullopt;
}

std::optional<VehicleSort> vehicleColumnSort(VehicleColumn column)
{
    switch (column) {
    case VehicleColumn::Stock: return VehicleSort::StockNumber;
    case VehicleColumn::Vehicle:
    case VehicleColumn::Make:
    case VehicleColumn::Model: return VehicleSort::Name;
    case VehicleColumn::Site: return VehicleSort::Site;
    case VehicleColumn::Phase: return VehicleSort::Phase;
    case VehicleColumn::DaysInPhase: return VehicleSort::DaysInPhase;
    case VehicleColumn::Asking: return VehicleSort::Asking;
    case VehicleColumn::Cost: return VehicleSort::Cost;
    case VehicleColumn::Margin: return VehicleSort::Margin;
    case VehicleColumn::Photos: return VehicleSort::Photos;
    case VehicleColumn::Vin: return VehicleSort::Vin;
    case VehicleColumn::Year: return VehicleSort::Year;
    case VehicleColumn::Color: return VehicleSort::Color;
    case VehicleColumn::Odometer: return VehicleSort::Odometer;
    case VehicleColumn::Owner: return VehicleSort::Owner;
    case VehicleColumn::Acquired: return VehicleSort::Acquired;
    case VehicleColumn::Created: return VehicleSort::Created;
    case VehicleColumn::Photo:
    case VehicleColumn::Trim:
    case VehicleColumn::Body:
    case VehicleColumn::Engine:
    case VehicleColumn::Fuel:
    case VehicleColumn::Title:
    case VehicleColumn::Bay:
    case VehicleColumn::Keys: break;
    }
    return std::nullopt;
}

QVariant vehicleColumnValue(const VehicleSummary& vehicle, VehicleColumn column, UtcMs now)
{
    switch (column) {
    case VehicleColumn::Photo: return vehicle.primaryThumb;
    case VehicleColumn::Stock: return vehicle.stockNumber;
    case VehicleColumn::Vehicle:
        return vehicle.trim.isEmpty() ? vehicleName(vehicle) : QString(vehicleName(vehicle) + u' ' + vehicle.trim);
    case VehicleColumn::Site: return vehicle.siteCode;
    case VehicleColumn::Phase: return QVariant::fromValue(vehicle.phase);
    case VehicleColumn::DaysInPhase: return columnNumber(daysInPhase(vehicle.phaseSince, now));
    case VehicleColumn::Asking: return columnMoney(vehicle.asking);
    case VehicleColumn::Cost: return columnMoney(vehicle.cost);
    case VehicleColumn::Margin: return columnMoney(vehicleMargin(vehicle.asking, vehicle.cost));
    case VehicleColumn::Photos: return static_cast<qlonglong>(vehicle.photoCount);
    case VehicleColumn::Vin: return vehicle.vin;
    case VehicleColumn::Year: return columnNumber(vehicle.year);
    case VehicleColumn::Make: return vehicle.make;
    case VehicleColumn::Model: return vehicle.model;
    case VehicleColumn::Trim: return vehicle.trim;
    case VehicleColumn::Body: return vehicle.body;
    case VehicleColumn::Engine: return vehicle.engine;
    case VehicleColumn::Fuel: return vehicle.fuel;
    case VehicleColumn::Color: return vehicle.color;
    case VehicleColumn::Odometer: return columnNumber(vehicle.odometerKm);
    case VehicleColumn::Title: return vehicle.titleState;
    case VehicleColumn::Bay: return vehicle.bay;
    case VehicleColumn::Keys: return vehicle.keyTag;
    case VehicleColumn::Owner: return vehicle.ownerName;
    case VehicleColumn::Acquired: return columnNumber(vehicle.acquiredAt);
    case VehicleColumn::Created: return columnNumber(vehicle.createdAt);
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace Forecourt
