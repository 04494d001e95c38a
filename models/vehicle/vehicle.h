// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/base/money.h"
#include "models/outbox/fields.h"
#include "models/vehicle/phase.h"
#include "models/vehicle/vehiclefield.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace Forecourt {

class Query;

/// One vehicle with all its fields, as the editor and the full page show it. Unknown is empty, never zero.
struct Vehicle {
    VehicleId id;
    QString stockNumber;
    QString vin;  ///< as normaliseVin() gives it; rows from elsewhere may hold separators
    std::optional<int> year;
    QString make;
    QString model;
    QString trim;
    QString body;
    QString engine;
    QString gearbox;
    QString drivetrain;
    QString fuel;
    std::optional<int> doors;
    std::optional<int> seats;
    QString color;
    QString interior;
    std::optional<qint64> odometerKm;
    QString titleState;   ///< "Québec, clear"
    LocationId location;  ///< null: nowhere yet
    QString bay;          ///< "row C, bay 14"
    QString keyTag;       ///< "2, cabinet hook 31"
    Phase phase = Phase::Incoming;
    std::optional<UtcMs> phaseSince;
    std::optional<Money> asking;
    std::optional<Money> cost;  ///< landed cost so far
    UserId owner;               ///< who looks after it; null: nobody
    QString notes;
    PhotoId primaryPhoto;  ///< a wish: the first photo stands in when it is gone
    std::optional<UtcMs> acquiredAt;
    std::optional<UtcMs> createdAt;

    friend bool operator==(const Vehicle&, const Vehicle&) = default;
};

/// "2019 Toyota RAV4", without what is unknown.
QString vehicleName(const Vehicle& vehicle);

/// Asking − cost. Nothing when one is unknown or the currencies differ: no rate is guessed.
std::optional<Money> vehicleMargin(const std::optional<Money>& asking, const std::optional<Money>& cost);
/// Margin as a share of the asking price, 0.151 for 15.1 %. Nothing where the margin is unknown or the price is 0.
std::optional<double> vehicleMarginShare(const std::optional<Money>& asking, const std::optional<Money>& cost);
/// Whole days of 24 h since the phase began, never negative. Nothing when the beginning is unknown.
std::optional<int> daysInPhase(std::optional<UtcMs> phaseSince, UtcMs now);

/// One field of a vehicle, in the type that VehicleEdits names.
QVariant vehicleValue(const Vehicle& vehicle, VehicleField field);
/// Sets one field; a text is trimmed, a VIN is normalised. The type must be the one that VehicleEdits
/// names.
void setVehicleValue(Vehicle& vehicle, VehicleField field, const QVariant& value);
/// The fields in which two states of a vehicle differ, with the values of `after`.
VehicleEdits vehicleEditsBetween(const Vehicle& before, const Vehicle& after);

/// Columns and SQL values of some fields. Phase does not bring phase_since_at: commands add the time.
Fields vehicleColumns(const VehicleEdits& edits);

/// The column list that `vehicleFromRow` reads, in its order, for a SELECT of the table `vehicles` named v.
QString vehicleSelectColumns();
/// Reads the present row of a query that selects `vehicleSelectColumns()` from column `first` on.
Vehicle vehicleFromRow(const Query& row, int first = 0);

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Vehicle)
