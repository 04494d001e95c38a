// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclephotosheet.h"

#include "models/location/locationdirectory.h"
#include "ui/vehicle/vehiclewords.h"
#include "ui/widgets/format.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

PhotoSheet vehiclePhotoSheet(const Vehicle& vehicle, const LocationDirectory& locations, UtcMs now)
{
    PhotoSheet sheet;
    sheet.stock = vehicle.stockNumber;
    sheet.title = vehicleName(vehicle) + (vehicle.trim.isEmpty() ? QString() : u' ' + vehicle.trim);
    const auto fact = [&sheet](VehicleField field, const QString& value) {
        sheet.facts.emplace_back(VehicleWords::fieldName(field), value);
    };
    fact(VehicleField::Vin, vehicle.vin);
    fact(VehicleField::Odometer, vehicle.odometerKm ? formatCount(*vehicle.odometerKm) : QString());
    fact(VehicleField::Asking, VehicleWords::money(vehicle.asking));
    fact(VehicleField::Engine, vehicle.engine);
    fact(VehicleField::Gearbox, vehicle.gearbox);
    fact(VehicleField::Drivetrain, vehicle.drivetrain);
    fact(VehicleField::Fuel, vehicle.fuel);
    fact(VehicleField::Color, vehicle.color);
    fact(VehicleField::Interior, vehicle.interior);
    const Location* site = locations.find(vehicle.location);
    const QString day = formatDate(now);
    sheet.foot = site ? site->name + u" · "_s + day : day;
    return sheet;
}

}  // namespace Forecourt
