// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/location/location.h"

#include "models/store/connection.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString locationSelect()
{
    return u"SELECT id, code, name, city, country, currency, time_zone, color_light, color_dark, sort_order FROM "
           "locations WHERE _del = 0 "_s;
}

Location locationFromRow(const Query& row)
{
    return {LocationId(Uuid::fromBytes(row.blob(0))),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            currencyFromCode(row.text(5)).value_or(Currency::CAD),
            row.text(6),
            row.text(7),
            row.text(8),
            static_cast<int>(row.integer(9))};
}

}  // namespace

Expected<std::vector<Location>> LocationRepository::all(Connection& connection)
{
    auto query = connection.run(locationSelect() + "ORDER BY sort_order, code, id"_L1);
    if (!query)
        return fail(query.error());
    std::vector<Location> locations;
    while (query->next())
        locations.push_back(locationFromRow(*query));
    if (const auto error = query->error())
        return fail(*error);
    return locations;
}

Expected<Location> LocationRepository::find(Connection& connection, LocationId id)
{
    auto query = connection.run(locationSelect() + "AND id = ?"_L1, {id.toBytes()});
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(ErrorCode::NotFound, id.toString());
    return locationFromRow(*query);
}

}  // namespace Forecourt
