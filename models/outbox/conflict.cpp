// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/conflict.h"

#include <QCborValue>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString fieldName(const Schema& schema, std::uint16_t table, std::uint16_t number)
{
    const TableSchema* known = schema.find(table);
    const Field* field = known ? known->field(number) : nullptr;
    return field ? field->name : QString::number(number);
}

QVariant decodedValue(const QByteArray& cbor)
{
    return QCborValue::fromCbor(cbor).toVariant();
}

}  // namespace

Expected<std::vector<Conflict>> ConflictRepository::open(Connection& connection, const Schema& schema, int limit)
{
    auto rows = connection.run(
        u"SELECT id, table_number, record_id, field_number, kept_value, lost_value, kept_user_id, lost_user_id, "
        u"noticed_at "
        "FROM conflicts WHERE _del = 0 AND state = 0 ORDER BY noticed_at DESC, rid DESC LIMIT ?"_s,
        {limit});
    if (!rows)
        return fail(rows.error());
    std::vector<Conflict> conflicts;
    while (rows->next()) {
        Conflict conflict;
        conflict.id = ConflictId(Uuid::fromBytes(rows->blob(0)));
        conflict.table = static_cast<std::uint16_t>(rows->integer(1));
        conflict.record = Uuid::fromBytes(rows->blob(2));
        conflict.field = fieldName(schema, conflict.table, static_cast<std::uint16_t>(rows->integer(3)));
        conflict.kept = decodedValue(rows->blob(4));
        conflict.lost = decodedValue(rows->blob(5));
        conflict.keptBy = UserId(Uuid::fromBytes(rows->blob(6)));
        conflict.lostBy = UserId(Uuid::fromBytes(rows->blob(7)));
        conflict.noticedAt = rows->integer(8);
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

}  // namespace Forecourt
