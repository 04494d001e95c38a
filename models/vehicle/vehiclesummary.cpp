// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclesummary.h"

#include <QStringList>

namespace Forecourt {

QString vehicleName(const VehicleSummary& vehicle)
{
    QStringList parts;
    if (vehicle.year)
        parts += QString::number(*vehicle.year);
    for (const QString& part : {vehicle.make, vehicle.model})
        if (!part.isEmpty())
            parts += part;
    return parts.join(u' ');
}

}  // namespace Forecourt
