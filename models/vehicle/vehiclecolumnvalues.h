// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/outbox/fields.h"
#include "models/vehicle/vehiclefield.h"

#include <QString>

#include <optional>

namespace Forecourt {

/// The field that a person knows behind a column of `vehicles`; the second column of a pair (currency, since when) has
/// none.
std::optional<VehicleField> vehicleFieldOfColumn(const QString& column);

/// Column values as the fields that a person knows, the way back from vehicleColumns(). An amount without its currency
/// is left out: it cannot be said.
VehicleEdits vehicleEditsOfColumns(const Fields& columns);

/// What a person chose for one field, as columns ready to be written: a phase begins at `now`, money brings its
/// currency, empty means empty. Errors: those of vehicleIssues() that are not only doubts.
Expected<Fields> vehicleChosenColumns(VehicleField field, const QVariant& value, UtcMs now);

}  // namespace Forecourt
