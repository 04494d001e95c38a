// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclerepository.h"

#include "models/vehicle/vehiclelister.h"
#include "models/vehicle/vehiclesummaryrows.h"
#include "models/vin/vin.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Ids are asked for in slices of one size, so that one prepared statement serves all of them.
constexpr size_t VehicleSlice = 64;

QString vehicleSliceCondition()
{
    return "v.id IN ("_L1 + QStringList(VehicleSlice, u"?"_s).join(u',') + u')';
}

QVariantList vehicleSliceParameters(std::span<const VehicleId> ids, size_t from)
{
    QVariantList parameters;
    for (size_t i = from; i < from + VehicleSlice; ++i)
        parameters += i < ids.size() ? QVariant(ids[i].toBytes()) : QVariant(QMetaType(QMetaType::QByteArray));
    return parameters;
}

/// Row numbers as a JSON array: one parameter for any number of them.
QString jsonOfRids(std::span<const qint64> rids)
{
    QString json(u'[');
    for (const qint64 rid : rids) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(rid);
    }
    return json + u']';
}

/// Puts records that came in any order into the order of `ids`; those that did not come are left out.
template <class Record>
std::vector<Record> inOrderOf(std::span<const VehicleId> ids, std::vector<Record> records)
{
    QHash<VehicleId, size_t> places;
    for (size_t i = 0; i < records.size(); ++i)
        places.insert(records[i].id, i);
    std::vector<Record> ordered;
    ordered.reserve(records.size());
    for (const VehicleId& id : ids)
        if (const auto place = places.constFind(id); place != places.constEnd())
            ordered.push_back(records[*place]);
    return ordered;
}

}  // namespace

Expected<Vehicle> VehicleRepository::find(Connection& connection, VehicleId id)
{
    auto query = connection.run(
        "SELECT "_L1 + vehicleSelectColumns() + " FROM vehicles v WHERE v._del = 0 AND v.id = ?"_L1, {id.toBytes()});
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(ErrorCode::NotFound, id.toString());
    return vehicleFromRow(*query);
}

Expected<std::vector<Vehicle>> VehicleRepository::findAll(Connection& connection, std::span<const VehicleId> ids)
{
    const QString sql =
        "SELECT "_L1 + vehicleSelectColumns() + " FROM vehicles v WHERE v._del = 0 AND "_L1 + vehicleSliceCondition();
    std::vector<Vehicle> vehicles;
    for (size_t from = 0; from < ids.size(); from += VehicleSlice) {
        auto query = connection.run(sql, vehicleSliceParameters(ids, from));
        if (!query)
            return fail(query.error());
        while (query->next())
            vehicles.push_back(vehicleFromRow(*query));
        if (const auto error = query->error())
            return fail(*error);
    }
    return inOrderOf(ids, std::move(vehicles));
}

Expected<std::optional<VehicleId>> VehicleRepository::findByStockNumber(Connection& connection,
                                                                        const QString& stockNumber)
{
    const auto id = connection.scalar(
        u"SELECT id FROM vehicles WHERE _del = 0 AND stock_number = ? COLLATE NOCASE ORDER BY rid LIMIT 1"_s,
        {stockNumber.trimmed()});
    if (!id)
        return fail(id.error());
    if (!id->isValid())
        return std::optional<VehicleId>();
    return std::optional(VehicleId(Uuid::fromBytes(id->toByteArray())));
}

Expected<std::vector<VehicleSummary>> VehicleRepository::summaries(Connection& connection, std::span<const qint64> rids)
{
    auto read = readVehicleSummaries(connection, u"v.rid IN (SELECT value FROM json_each(?))"_s, {jsonOfRids(rids)});
    if (!read)
        return read;
    QHash<qint64, size_t> places;
    for (size_t i = 0; i < rids.size(); ++i)
        places.insert(rids[i], i);
    std::ranges::sort(*read, {}, [&places](const VehicleSummary& summary) { return places.value(summary.rid); });
    return read;
}

Expected<std::vector<VehicleSummary>> VehicleRepository::summaries(Connection& connection,
                                                                   std::span<const VehicleId> ids)
{
    std::vector<VehicleSummary> all;
    for (size_t from = 0; from < ids.size(); from += VehicleSlice) {
        auto slice = readVehicleSummaries(connection, vehicleSliceCondition(), vehicleSliceParameters(ids, from));
        if (!slice)
            return slice;
        std::ranges::move(*slice, std::back_inserter(all));
    }
    return inOrderOf(ids, std::move(all));
}

Expected<QList<VehicleId>> VehicleRepository::idsOf(Connection& connection, std::span<const qint64> rids)
{
    auto query =
        connection.run(u"SELECT rid, id FROM vehicles WHERE _del = 0 AND rid IN (SELECT value FROM json_each(?))"_s,
                       {jsonOfRids(rids)});
    if (!query)
        return fail(query.error());
    QHash<qint64, VehicleId> known;
    while (query->next())
        known.insert(query->integer(0), VehicleId(Uuid::fromBytes(query->blob(1))));
    if (const auto error = query->error())
        return fail(*error);
    QList<VehicleId> ids;
    for (const qint64 rid : rids)
        if (const auto id = known.constFind(rid); id != known.constEnd())
            ids += *id;
    return ids;
}

Expected<std::vector<VehicleRepository::Duplicate>> VehicleRepository::duplicatesOf(Connection& connection,
                                                                                    const QString& vin,
                                                                                    VehicleId except)
{
    std::vector<Duplicate> duplicates;
    const QString key = vinKey(vin);
    if (key.isEmpty())
        return duplicates;
    auto query = connection.run(
        u"SELECT id, stock_number, vin FROM vehicles WHERE _del = 0 AND vin_key = ? AND id <> ? ORDER BY rid"_s,
        {key, except.toBytes()});
    if (!query)
        return fail(query.error());
    while (query->next())
        duplicates.push_back({VehicleId(Uuid::fromBytes(query->blob(0))), query->text(1), query->text(2)});
    if (const auto error = query->error())
        return fail(*error);
    return duplicates;
}

Expected<std::vector<VehicleIssue>> VehicleRepository::issuesInStore(Connection& connection, const Vehicle& vehicle)
{
    std::vector<VehicleIssue> issues;
    const QString stockNumber = vehicle.stockNumber.trimmed();
    if (!stockNumber.isEmpty()) {
        const auto taken = connection.scalar(
            u"SELECT 1 FROM vehicles WHERE _del = 0 AND stock_number = ? COLLATE NOCASE AND id <> ? LIMIT 1"_s,
            {stockNumber, vehicle.id.toBytes()});
        if (!taken)
            return fail(taken.error());
        if (taken->isValid())
            issues.push_back({VehicleIssue::Severity::Warning, VehicleField::StockNumber,
                              Error{ErrorCode::StockNumberDuplicate, stockNumber, {}}});
    }
    const auto duplicates = duplicatesOf(connection, vehicle.vin, vehicle.id);
    if (!duplicates)
        return fail(duplicates.error());
    if (!duplicates->empty())
        issues.push_back({VehicleIssue::Severity::Error, VehicleField::Vin,
                          Error{ErrorCode::VinDuplicate, duplicates->front().stockNumber, duplicates->front().vin}});
    return issues;
}

Expected<VehicleRepository::Counts> VehicleRepository::counts(Connection& connection)
{
    Counts counts;
    auto phases = connection.run(u"SELECT phase, count(*) FROM vehicles WHERE _del = 0 GROUP BY phase"_s);
    if (!phases)
        return fail(phases.error());
    while (phases->next()) {
        const int number = static_cast<int>(phases->integer(1));
        counts.total += number;
        const Phase phase = phaseFromNumber(phases->integer(0)).value_or(Phase::Incoming);
        counts.byPhase[static_cast<size_t>(phase)] += number;
    }
    auto locations =
        connection.run(u"SELECT location_id, count(*) FROM vehicles WHERE _del = 0 GROUP BY location_id"_s);
    if (!locations)
        return fail(locations.error());
    while (locations->next())
        counts.byLocation.insert(LocationId(Uuid::fromBytes(locations->blob(0))),
                                 static_cast<int>(locations->integer(1)));
    return counts;
}

Expected<int> VehicleRepository::count(Connection& connection, const VehicleFilter& filter, UtcMs now)
{
    VehicleLister lister;
    const auto selected = lister.select(connection, filter, now);
    if (!selected)
        return fail(selected.error());
    if (*selected)
        return (*selected)->count();
    const auto all = connection.scalar(u"SELECT count(*) FROM vehicles WHERE _del = 0"_s);
    if (!all)
        return fail(all.error());
    return all->toInt();
}

Expected<QStringList> VehicleRepository::makes(Connection& connection)
{
    // Steps from make to make along the index instead of reading every row of it.
    auto query = connection.run(
        u"WITH RECURSIVE m(make) AS ("
        "SELECT min(make) FROM vehicles WHERE _del = 0 AND make > '' UNION ALL "
        "SELECT (SELECT min(make) FROM vehicles WHERE _del = 0 AND make > m.make) FROM m WHERE m.make IS NOT NULL) "
        "SELECT make FROM m WHERE make IS NOT NULL ORDER BY make COLLATE NOCASE"_s);
    if (!query)
        return fail(query.error());
    QStringList makes;
    while (query->next())
        makes += query->text(0);
    if (const auto error = query->error())
        return fail(*error);
    return makes;
}

}  // namespace Forecourt
