// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/vehicle/vehiclequery.h"

#include <QString>
#include <QVariantList>

#include <vector>

namespace Forecourt {

/// One part of a filter as a statement that gives the row numbers it lets through.
struct VehicleCriterion {
    QString sql;
    QVariantList parameters;
    bool keep = true;  ///< worth remembering: likely to be asked again unchanged

    /// Equal for equal statements with equal parameters.
    QString key() const;
};

/// The parts of a filter that are set; all must hold. `now` is for days in phase.
std::vector<VehicleCriterion> vehicleCriteria(const VehicleFilter& filter, UtcMs now);

/// Row numbers of the live vehicles that have what is ordered by, ascending.
QString vehicleOrderSql(VehicleSort sort);
/// Row numbers of all live vehicles, in no order.
QString liveVehiclesSql();

}  // namespace Forecourt
