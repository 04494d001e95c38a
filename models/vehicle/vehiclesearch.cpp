// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclerepository.h"
#include "models/vehicle/vehiclesummaryrows.h"
#include "models/vehicle/vehiclewords.h"
#include "models/vin/vin.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> addHits(Connection& connection, const QString& sql, const QVariantList& parameters, size_t limit,
                       std::vector<qint64>& rids)
{
    auto query = connection.run(sql, parameters);
    if (!query)
        return fail(query.error());
    while (rids.size() < limit && query->next())
        if (std::ranges::find(rids, query->integer(0)) == rids.end())
            rids.push_back(query->integer(0));
    if (const auto error = query->error())
        return fail(*error);
    return {};
}

}  // namespace

Expected<std::vector<VehicleSummary>> VehicleRepository::search(Connection& connection, const QString& text, int limit,
                                                                LocationId location)
{
    std::vector<qint64> rids;
    const size_t most = static_cast<size_t>(std::max(0, limit));
    const QString place = location.isNull() ? QString() : u" AND location_id = ?"_s;
    const auto with = [&location](QVariantList parameters) {
        if (!location.isNull())
            parameters += location.toBytes();
        return parameters;
    };
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::vector<VehicleSummary>();
    FC_TRY(addHits(connection,
                   "SELECT rid FROM vehicles WHERE _del = 0 AND stock_number = ? COLLATE NOCASE"_L1 + place +
                       " ORDER BY rid DESC"_L1,
                   with({typed}), most, rids));
    if (const QString key = vinKey(typed); key.size() == VinSize)
        FC_TRY(addHits(connection, "SELECT rid FROM vehicles WHERE _del = 0 AND vin_key = ?"_L1 + place, with({key}),
                       most, rids));
    // First those that wait for the index: one that is taken in between the two is found there.
    const QueuedVehicleSearch queued(typed);
    if (!queued.parameters.isEmpty())
        FC_TRY(
            addHits(connection, queued.sql + place + " ORDER BY w.rid DESC"_L1, with(queued.parameters), most, rids));
    if (const QString words = vehicleSearchExpression(typed); !words.isEmpty())
        FC_TRY(addHits(connection,
                       "SELECT s.rowid FROM vehicle_search s CROSS JOIN vehicles v ON v.rid = s.rowid WHERE "
                       "s.vehicle_search MATCH ? AND v._del = 0"_L1 +
                           place + " ORDER BY s.rowid DESC"_L1,
                       with({words}), most, rids));
    return summaries(connection, rids);
}

}  // namespace Forecourt
