// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/base/money.h"
#include "models/outbox/edittransaction.h"
#include "models/vehicle/vehicle.h"

#include <QList>
#include <QString>

namespace Forecourt {

// Edits of vehicles, named as a dealer would say them. Each is run by Journal::run in one transaction and becomes one
// undo step; how many vehicles changed is the number of rows of that step. All refuse values that break a rule
// (models/vehicle/vehiclerules) and vehicles that are gone (NotFound); other errors are named.

/// Puts a vehicle on the books. `vehicle.id` is made by the caller; createdAt, and phaseSince where it is not set,
/// become the time of the edit. Errors: VinDuplicate (subject: the other's stock number).
struct AddVehicle {
    Vehicle vehicle;
    bool allowDuplicateVin = false;  ///< a person insists

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Changes some fields of one vehicle. A new phase starts now. Errors: VinDuplicate.
struct EditVehicle {
    VehicleId id;
    VehicleEdits edits;
    bool allowDuplicateVin = false;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Asks another price; nothing takes the price away.
struct RepriceVehicle {
    VehicleId id;
    std::optional<Money> asking;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Moves a vehicle on, or back, in the work of the dealership. Nothing happens when it is in that phase already.
struct ChangePhase {
    VehicleId id;
    Phase phase = Phase::Incoming;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Notes where a vehicle stands. Going to another location empties the bay unless a new one is named.
/// Errors: LocationUnknown.
struct MoveVehicle {
    VehicleId id;
    LocationId location;
    QString bay;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Says who looks after a vehicle; null: nobody. Errors: NotFound (subject: the user's id).
struct AssignVehicle {
    VehicleId id;
    UserId owner;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Takes vehicles off the books; their photos stay with them for undo.
struct RemoveVehicles {
    QList<VehicleId> ids;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Gives the same values to many vehicles. Vehicles that have them already are left alone, those that were removed
/// meanwhile are skipped. Going to another location empties the bay unless a new one is named. Stock number, VIN and
/// primary photo belong to one vehicle and are refused with InvalidInput.
struct BulkEdit {
    QList<VehicleId> ids;
    VehicleEdits edits;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
