// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/storeaccess.h"

#include "models/store/connection.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

bool StoreAccess::isWithheld(Table table, std::uint16_t field) const
{
    const auto fields = withheld.constFind(static_cast<std::uint16_t>(table));
    return fields != withheld.constEnd() && std::ranges::find(*fields, field) != fields->end();
}

bool StoreAccess::isWithheld(const TableSchema& table, QStringView field) const
{
    const Field* known = table.field(field);
    return known && isWithheld(table.table(), known->number);
}

bool StoreAccess::covers(Uuid location) const
{
    return location.isNull() || locations.empty() || std::ranges::find(locations, location) != locations.end();
}

QByteArray StoreAccess::toBytes() const
{
    QCborArray places;
    for (const Uuid location : locations)
        places.append(location.toBytes());
    QCborMap hidden;
    for (auto table = withheld.cbegin(); table != withheld.cend(); ++table) {
        QCborArray fields;
        for (const std::uint16_t field : table.value())
            fields.append(field);
        hidden.insert(table.key(), fields);
    }
    return QCborValue(QCborArray{role, places, hidden}).toCbor();
}

StoreAccess StoreAccess::fromBytes(const QByteArray& bytes)
{
    const QCborArray parts = QCborValue::fromCbor(bytes).toArray();
    StoreAccess access;
    access.role = parts.at(0).toString();
    for (const auto& location : parts.at(1).toArray())
        access.locations.push_back(Uuid::fromBytes(location.toByteArray()));
    for (const auto& [table, fields] : parts.at(2).toMap()) {
        auto& numbers = access.withheld[static_cast<std::uint16_t>(table.toInteger())];
        for (const auto& field : fields.toArray())
            numbers.push_back(static_cast<std::uint16_t>(field.toInteger()));
    }
    return access;
}

Expected<StoreAccess> StoreAccess::load(Connection& connection)
{
    const auto stored = connection.scalar(u"SELECT v FROM sync_state WHERE k = 'access'"_s);
    if (!stored)
        return fail(stored.error());
    return fromBytes(stored->toByteArray());
}

}  // namespace Forecourt
