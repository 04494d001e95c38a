// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleduplicatewatcher.h"

#include "models/base/whendone.h"
#include "models/vehicle/vehiclerepository.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr auto DuplicateKind = "duplicate_vin"_L1;

/// The newest vehicle of every group that shares a VIN: where it is not known which one came.
Expected<std::vector<VehicleId>> newestDuplicates(Connection& connection)
{
    auto query = connection.run(
        u"SELECT id FROM vehicles WHERE _del = 0 AND rid IN (SELECT max(rid) FROM vehicles WHERE _del = 0 AND "
        "vin_key <> '' GROUP BY vin_key HAVING count(*) > 1)"_s);
    if (!query)
        return fail(query.error());
    std::vector<VehicleId> ids;
    while (query->next())
        ids.emplace_back(Uuid::fromBytes(query->blob(0)));
    if (const auto error = query->error())
        return fail(*error);
    return ids;
}

Expected<bool> isNoticed(Connection& connection, VehicleId id)
{
    const auto known =
        connection.scalar(u"SELECT 1 FROM notifications WHERE kind = ? AND id = ?"_s, {DuplicateKind, id.toBytes()});
    if (!known)
        return fail(known.error());
    return known->isValid();
}

/// Returns whether there was something to notice.
Expected<bool> noticeDuplicate(Connection& connection, const Vehicle& vehicle, UtcMs now)
{
    const auto others = VehicleRepository::duplicatesOf(connection, vehicle.vin, vehicle.id);
    if (!others)
        return fail(others.error());
    if (others->empty())
        return false;
    // One notification is enough for a pair, whichever of the two came first.
    for (const VehicleId& id : {vehicle.id, others->front().id}) {
        const auto noticed = isNoticed(connection, id);
        if (!noticed)
            return fail(noticed.error());
        if (*noticed)
            return false;
    }
    const QJsonArray arguments{vehicle.stockNumber, others->front().stockNumber, vehicle.vin};
    const auto stored = connection.run(
        u"INSERT INTO notifications (at, kind, tbl, id, arguments) VALUES (?, ?, ?, ?, ?)"_s,
        {static_cast<qlonglong>(now), DuplicateKind, static_cast<qlonglong>(Table::Vehicles), vehicle.id.toBytes(),
         QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
    if (!stored)
        return fail(stored.error());
    return true;
}

Expected<int> noticeDuplicates(Connection& connection, std::vector<VehicleId> ids, bool everything, UtcMs now)
{
    if (everything) {
        auto newest = newestDuplicates(connection);
        if (!newest)
            return fail(newest.error());
        ids = std::move(*newest);
    }
    const auto vehicles = VehicleRepository::findAll(connection, ids);
    if (!vehicles)
        return fail(vehicles.error());
    int count = 0;
    for (const Vehicle& vehicle : *vehicles) {
        const auto noticed = noticeDuplicate(connection, vehicle, now);
        if (!noticed)
            return fail(noticed.error());
        count += *noticed;
    }
    return count;
}

}  // namespace

VehicleDuplicateWatcher::VehicleDuplicateWatcher(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, &VehicleDuplicateWatcher::look);
}

void VehicleDuplicateWatcher::look(const ChangeSet& changes)
{
    if (!changes.remote)
        return;
    std::vector<VehicleId> ids;
    for (const ChangeSet::Row& row : changes.rows)
        if (row.table == Table::Vehicles && row.kind != ChangeSet::Row::Kind::Removed)
            ids.emplace_back(row.id);
    if (ids.empty() && !changes.everything)
        return;
    auto looked = m_store.write([ids = std::move(ids), everything = changes.everything,
                                 now = m_store.clock().now()](Connection& connection) mutable {
        return noticeDuplicates(connection, std::move(ids), everything, now);
    });
    whenDone(looked, this, [this](Expected<int> count) {
        if (count && *count > 0)
            Q_EMIT noticed(*count);
    });
}

}  // namespace Forecourt
