// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclecolumn.h"
#include "models/vehicle/vehiclefield.h"

namespace Forecourt {

class AccessDirectory;

/// Whether a person with this access gets to see a field, or a column made from it. What is not shown is not on the
/// disk either; pages leave it out rather than show it empty.
bool isShown(const AccessDirectory& access, VehicleField field);
/// A margin is shown to whoever sees both prices.
bool isShown(const AccessDirectory& access, VehicleColumn column);

}  // namespace Forecourt
