// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleaccess.h"

#include "models/outbox/accessdirectory.h"
#include "models/vehicle/vehicle.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

bool isShown(const AccessDirectory& access, VehicleField field)
{
    switch (field) {
    case VehicleField::Asking: return !access.isWithheld(Table::Vehicles, u"asking_minor"_s);
    case VehicleField::Cost: return !access.isWithheld(Table::Vehicles, u"cost_minor"_s);
    case VehicleField::Notes: return !access.isWithheld(Table::Vehicles, u"notes"_s);
    default: return true;
    }
}

bool isShown(const AccessDirectory& access, VehicleColumn column)
{
    switch (column) {
    case VehicleColumn::Asking: return isShown(access, VehicleField::Asking);
    case VehicleColumn::Cost: return isShown(access, VehicleField::Cost);
    case VehicleColumn::Margin: return isShown(access, VehicleField::Asking) && isShown(access, VehicleField::Cost);
    default: return true;
    }
}

}  // namespace Forecourt
