// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/money.h"
#include "models/vehicle/vehiclefield.h"

#include <QString>
#include <QVariant>

namespace Forecourt {

/// What a person typed into a line for a field, in the type that VehicleEdits names; invalid for an empty line. Numbers
/// may have blanks, commas and a unit ("84,210 km"), amounts without a currency take `fallback`.
/// Errors: YearOutOfRange, OdometerOutOfRange, InvalidInput for what is no number; those of Money::parse.
Expected<QVariant> typedVehicleValue(VehicleField field, const QString& text, Currency fallback);

}  // namespace Forecourt
