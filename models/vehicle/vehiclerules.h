// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/error.h"
#include "models/vehicle/vehicle.h"

#include <vector>

namespace Forecourt {

/// One thing that is wrong or doubtful about a vehicle, next to the field it is about.
struct VehicleIssue {
    enum class Severity {
        Error,    ///< cannot be stored
        Warning,  ///< may be right: a person decides
    };
    Severity severity = Severity::Error;
    VehicleField field = VehicleField::StockNumber;
    Error error;

    friend bool operator==(const VehicleIssue&, const VehicleIssue&) = default;
};

/// Limits of the rules.
inline constexpr int OldestYear = 1900;
inline constexpr qint64 LargestOdometerKm = 2'000'000;

/// What can be said about a vehicle without looking at others, in the order of AllVehicleFields:
/// stock number not empty; VIN as models/vin says (check digit: an error for North American VINs, a warning
/// elsewhere; an empty VIN is allowed); year from 1900 to next year; odometer 0 to 2,000,000 km; prices not negative.
/// What needs the store (duplicates) is VehicleRepository::issuesInStore.
std::vector<VehicleIssue> vehicleIssues(const Vehicle& vehicle, UtcMs now);
/// The same for single values, before they are part of a vehicle (bulk edit).
std::vector<VehicleIssue> vehicleIssues(const VehicleEdits& edits, UtcMs now);
/// The first error among them, or null.
const VehicleIssue* firstError(const std::vector<VehicleIssue>& issues);

}  // namespace Forecourt
