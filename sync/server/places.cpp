// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/places.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::vector<Place>> placesOfServer(ServerStorage& storage, const Schema& schema)
{
    const TableSchema& table = schema.table(Table::Locations);
    const auto rows = storage.rowsOf(static_cast<std::uint16_t>(Table::Locations));
    if (!rows)
        return fail(rows.error());
    std::vector<Place> places;
    for (const RowState& row : *rows) {
        const auto text = [&](QStringView field) {
            const QVariant* value = row.value(table.field(field)->number);
            return value ? value->toString() : QString();
        };
        if (!row.deleted)
            places.push_back({row.id, text(u"code"), text(u"name")});
    }
    std::ranges::sort(places, {}, [](const Place& place) { return place.name.toCaseFolded(); });
    return places;
}

Expected<Place> placeMeant(const std::vector<Place>& places, const QString& text)
{
    const auto id = Uuid::fromString(text);
    std::vector<Place> meant;
    QStringList names;
    for (const Place& place : places) {
        names << place.name;
        if ((id && place.id == *id) || place.name.compare(text, Qt::CaseInsensitive) == 0 ||
            place.code.compare(text, Qt::CaseInsensitive) == 0)
            meant.push_back(place);
    }
    if (meant.size() == 1)
        return meant.front();
    return fail(meant.empty() ? ErrorCode::NotFound : ErrorCode::InvalidInput, text, names.join(u", "_s));
}

}  // namespace Forecourt
