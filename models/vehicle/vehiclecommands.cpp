// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclecommands.h"

#include "models/vehicle/vehiclerepository.h"
#include "models/vehicle/vehiclerules.h"
#include "models/vin/vin.h"

#include <QSet>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> refuseBrokenRules(const std::vector<VehicleIssue>& issues, const QString& subject)
{
    const VehicleIssue* issue = firstError(issues);
    if (!issue)
        return {};
    Error error = issue->error;
    if (error.subject.isEmpty())
        error.subject = subject;
    return fail(std::move(error));
}

Expected<void> refuseDuplicateVin(Connection& connection, const QString& vin, VehicleId vehicle)
{
    const auto duplicates = VehicleRepository::duplicatesOf(connection, vin, vehicle);
    if (!duplicates)
        return fail(duplicates.error());
    if (duplicates->empty())
        return {};
    return fail(ErrorCode::VinDuplicate, duplicates->front().stockNumber, duplicates->front().vin);
}

Expected<void> refuseUnknown(Connection& connection, QLatin1StringView table, ErrorCode code, Uuid id)
{
    const auto known = connection.scalar("SELECT 1 FROM "_L1 + table + " WHERE id = ? AND _del = 0"_L1, {id.toBytes()});
    if (!known)
        return fail(known.error());
    if (!known->isValid())
        return fail(code, id.toString(), id.toString());
    return {};
}

Expected<void> refuseUnknownPlacesAndPeople(Connection& connection, const VehicleEdits& edits)
{
    if (const auto location = edits.value(VehicleField::Location).value<LocationId>(); !location.isNull())
        FC_TRY(refuseUnknown(connection, "locations"_L1, ErrorCode::LocationUnknown, location.uuid()));
    if (const auto owner = edits.value(VehicleField::Owner).value<UserId>(); !owner.isNull())
        FC_TRY(refuseUnknown(connection, "users"_L1, ErrorCode::NotFound, owner.uuid()));
    return {};
}

/// The edits that make a difference to `before`.
VehicleEdits vehicleEditsThatChange(const Vehicle& before, const VehicleEdits& edits)
{
    Vehicle after = before;
    for (auto edit = edits.begin(); edit != edits.end(); ++edit)
        setVehicleValue(after, edit.key(), edit.value());
    return vehicleEditsBetween(before, after);
}

Expected<void> writeVehicleEdits(EditTransaction& transaction, VehicleId id, const VehicleEdits& edits)
{
    if (edits.isEmpty())
        return {};
    Fields columns = vehicleColumns(edits);
    if (edits.contains(VehicleField::Phase))
        columns.insert(u"phase_since_at"_s, static_cast<qlonglong>(transaction.now()));
    return transaction.update(Table::Vehicles, id.uuid(), columns);
}

}  // namespace

Expected<void> AddVehicle::apply(EditTransaction& transaction) const
{
    FC_TRY(refuseBrokenRules(vehicleIssues(vehicle, transaction.now()), vehicle.stockNumber));
    if (!allowDuplicateVin)
        FC_TRY(refuseDuplicateVin(transaction.connection(), vehicle.vin, vehicle.id));
    VehicleEdits edits = vehicleEditsBetween(Vehicle{}, vehicle);
    edits.insert(VehicleField::Phase, QVariant::fromValue(vehicle.phase));
    Fields columns = vehicleColumns(edits);
    const auto now = static_cast<qlonglong>(transaction.now());
    columns.insert(u"phase_since_at"_s, vehicle.phaseSince ? static_cast<qlonglong>(*vehicle.phaseSince) : now);
    columns.insert(u"created_at"_s, now);
    return transaction.insert(Table::Vehicles, vehicle.id.uuid(), columns);
}

Expected<void> EditVehicle::apply(EditTransaction& transaction) const
{
    const auto before = VehicleRepository::find(transaction.connection(), id);
    if (!before)
        return fail(before.error());
    const VehicleEdits changes = vehicleEditsThatChange(*before, edits);
    FC_TRY(refuseBrokenRules(vehicleIssues(changes, transaction.now()), before->stockNumber));
    FC_TRY(refuseUnknownPlacesAndPeople(transaction.connection(), changes));
    if (const QVariant vin = changes.value(VehicleField::Vin);
        !allowDuplicateVin && vin.isValid() && vinKey(vin.toString()) != vinKey(before->vin))
        FC_TRY(refuseDuplicateVin(transaction.connection(), vin.toString(), id));
    return writeVehicleEdits(transaction, id, changes);
}

Expected<void> RepriceVehicle::apply(EditTransaction& transaction) const
{
    const QVariant price = asking ? QVariant::fromValue(*asking) : QVariant();
    return EditVehicle{id, {{VehicleField::Asking, price}}, false}.apply(transaction);
}

Expected<void> ChangePhase::apply(EditTransaction& transaction) const
{
    return EditVehicle{id, {{VehicleField::Phase, QVariant::fromValue(phase)}}, false}.apply(transaction);
}

Expected<void> MoveVehicle::apply(EditTransaction& transaction) const
{
    return EditVehicle{id, {{VehicleField::Location, QVariant::fromValue(location)}, {VehicleField::Bay, bay}}, false}
        .apply(transaction);
}

Expected<void> AssignVehicle::apply(EditTransaction& transaction) const
{
    return EditVehicle{id, {{VehicleField::Owner, QVariant::fromValue(owner)}}, false}.apply(transaction);
}

Expected<void> RemoveVehicles::apply(EditTransaction& transaction) const
{
    for (const VehicleId& id : ids)
        FC_TRY(transaction.remove(Table::Vehicles, id.uuid()));
    return {};
}

Expected<void> BulkEdit::apply(EditTransaction& transaction) const
{
    for (VehicleField field : {VehicleField::StockNumber, VehicleField::Vin, VehicleField::PrimaryPhoto})
        if (edits.contains(field))
            return fail(ErrorCode::InvalidInput, {}, vehicleFieldCode(field));
    FC_TRY(refuseBrokenRules(vehicleIssues(edits, transaction.now()), {}));
    FC_TRY(refuseUnknownPlacesAndPeople(transaction.connection(), edits));
    const std::vector<VehicleId> wanted(ids.begin(), ids.end());
    const auto vehicles = VehicleRepository::findAll(transaction.connection(), wanted);
    if (!vehicles)
        return fail(vehicles.error());
    for (const Vehicle& vehicle : *vehicles) {
        VehicleEdits changes = vehicleEditsThatChange(vehicle, edits);
        if (changes.contains(VehicleField::Location) && !edits.contains(VehicleField::Bay) && !vehicle.bay.isEmpty())
            changes.insert(VehicleField::Bay, QString());
        FC_TRY(writeVehicleEdits(transaction, vehicle.id, changes));
    }
    return {};
}

}  // namespace Forecourt
