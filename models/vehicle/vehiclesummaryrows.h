// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/connection.h"
#include "models/vehicle/vehiclesummary.h"

#include <QString>
#include <QVariantList>

#include <vector>

namespace Forecourt {

/// Reads the summaries of the live vehicles (table v) that `condition` selects, in no particular order.
Expected<std::vector<VehicleSummary>> readVehicleSummaries(Connection& connection, const QString& condition,
                                                           const QVariantList& parameters);

}  // namespace Forecourt
