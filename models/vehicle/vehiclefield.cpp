// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclefield.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString vehicleFieldCode(VehicleField field)
{
    switch (field) {
    case VehicleField::StockNumber: return u"stock_number"_s;
    case VehicleField::Vin: return u"vin"_s;
    case VehicleField::Year: return u"year"_s;
    case VehicleField::Make: return u"make"_s;
    case VehicleField::Model: return u"model"_s;
    case VehicleField::Trim: return u"trim"_s;
    case VehicleField::Body: return u"body"_s;
    case VehicleField::Engine: return u"engine"_s;
    case VehicleField::Gearbox: return u"gearbox"_s;
    case VehicleField::Drivetrain: return u"drivetrain"_s;
    case VehicleField::Fuel: return u"fuel"_s;
    case VehicleField::Doors: return u"doors"_s;
    case VehicleField::Seats: return u"seats"_s;
    case VehicleField::Color: return u"color"_s;
    case VehicleField::Interior: return u"interior"_s;
    case VehicleField::Odometer: return u"odometer"_s;
    case VehicleField::TitleState: return u"title_state"_s;
    case VehicleField::Location: return u"location"_s;
    case VehicleField::Bay: return u"bay"_s;
    case VehicleField::KeyTag: return u"key_tag"_s;
    case VehicleField::Phase: return u"phase"_s;
    case VehicleField::Asking: return u"asking"_s;
    case VehicleField::Cost: return u"cost"_s;
    case VehicleField::Owner: return u"owner"_s;
    case VehicleField::Notes: return u"notes"_s;
    case VehicleField::PrimaryPhoto: return u"primary_photo"_s;
    case VehicleField::AcquiredAt: return u"acquired"_s;
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<VehicleField> vehicleFieldFromCode(QStringView code)
{
    for (VehicleField field : AllVehicleFields)
        if (code.compare(vehicleFieldCode(field), Qt::CaseInsensitive) == 0)
            return field;
    return std::nullopt;
}

}  // namespace Forecourt
