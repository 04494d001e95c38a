// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/output.h"
#include "app/ctl/vehiclevalues.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclesummary.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <vector>

namespace Forecourt {

/// How vehicles look on the command line.
struct VehicleReport {
    Q_DECLARE_TR_FUNCTIONS(VehicleReport)

public:
    /// A table, or {"vehicles": […], "total": n}; `total` counts those beyond the list's limit too.
    static void list(Output& output, const std::vector<VehicleSummary>& vehicles, int total);
    /// Field by field, or one object with every field by its code.
    static void one(Output& output, const Vehicle& vehicle, const VehicleValues& values);
    static QJsonObject toJson(const Vehicle& vehicle, const VehicleValues& values);
    static QJsonObject toJson(const VehicleSummary& vehicle);
};

}  // namespace Forecourt
