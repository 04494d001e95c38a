// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/conflict.h"

#include "models/base/rowclock.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QHash>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// As far as a clock may be ahead of the server's.
constexpr UtcMs MergedSlack = 60'000;

/// One row of the table Conflicts, with what its conflict is put together from.
struct ConflictRow {
    ConflictId id;
    std::uint16_t field = 0;
    int group = -1;
    QVariant kept;
    QVariant lost;
    std::optional<QVariant> before;
    QCborMap beside;
    Hlc keptClock;
    Hlc lostClock;
    Hlc beforeClock;
    UserId keptBy;
    UserId lostBy;
    UtcMs noticedAt = 0;
};

QVariant conflictValue(const QByteArray& cbor)
{
    return QCborValue::fromCbor(cbor).toVariant();
}

QVariant besideValue(const QCborValue& value)
{
    return value.isNull() || value.isUndefined() ? QVariant() : value.toVariant();
}

/// What this version cannot name it cannot decide either: that waits for a workstation that knows it.
bool isOfThisVersion(const ConflictRow& row, const TableSchema* table)
{
    return table && (row.field == 0 || table->field(row.field));
}

/// Name of a field; the number as text where this version does not know it.
QString fieldName(const TableSchema* table, std::uint16_t number)
{
    const Field* field = table ? table->field(number) : nullptr;
    return field ? field->name : QString::number(number);
}

Expected<std::vector<ConflictRow>> readRows(Connection& connection, const TableSchema* schema, std::uint16_t table,
                                            Uuid record)
{
    auto rows = connection.run(
        u"SELECT id, field_number, kept_value, lost_value, before_value, group_values, kept_clock, lost_clock, "
        "before_clock, kept_user_id, lost_user_id, noticed_at FROM conflicts "
        "WHERE table_number = ? AND record_id = ? AND _del = 0 AND state = 0 ORDER BY noticed_at, rid"_s,
        {table, record.toBytes()});
    if (!rows)
        return fail(rows.error());
    std::vector<ConflictRow> read;
    while (rows->next()) {
        ConflictRow row;
        row.id = ConflictId(Uuid::fromBytes(rows->blob(0)));
        row.field = static_cast<std::uint16_t>(rows->integer(1));
        const Field* field = schema ? schema->field(row.field) : nullptr;
        row.group = field ? field->group : -1;
        row.kept = conflictValue(rows->blob(2));
        row.lost = conflictValue(rows->blob(3));
        if (!rows->blob(4).isEmpty())
            row.before = conflictValue(rows->blob(4));
        row.beside = QCborValue::fromCbor(rows->blob(5)).toMap();
        row.keptClock = Hlc::fromBytes(rows->blob(6));
        row.lostClock = Hlc::fromBytes(rows->blob(7));
        row.beforeClock = Hlc::fromBytes(rows->blob(8));
        row.keptBy = UserId(Uuid::fromBytes(rows->blob(9)));
        row.lostBy = UserId(Uuid::fromBytes(rows->blob(10)));
        row.noticedAt = rows->integer(11);
        if (isOfThisVersion(row, schema))
            read.push_back(std::move(row));
    }
    return read;
}

Conflict conflictOf(const std::vector<ConflictRow>& rows, const TableSchema* schema)
{
    const ConflictRow& first = rows.front();
    Conflict conflict;
    conflict.kind = first.field == 0 ? Conflict::Kind::Removal : Conflict::Kind::Values;
    conflict.keptBy = first.keptBy;
    conflict.lostBy = first.lostBy;
    conflict.keptAt = first.keptClock.msecs();
    conflict.lostAt = first.lostClock.msecs();
    conflict.noticedAt = first.noticedAt;
    bool beforeKnown = conflict.kind == Conflict::Kind::Values;
    for (const ConflictRow& row : rows) {
        conflict.ids.push_back(row.id);
        if (conflict.kind == Conflict::Kind::Removal)
            continue;
        const QString name = fieldName(schema, row.field);
        conflict.kept.insert(name, row.kept);
        conflict.lost.insert(name, row.lost);
        if (row.before)
            conflict.before.insert(name, *row.before);
        beforeKnown = beforeKnown && row.before.has_value();
        conflict.beforeAt = std::max(conflict.beforeAt, row.beforeClock.msecs());
    }
    for (const ConflictRow& row : rows) {
        for (auto it = row.beside.constBegin(); it != row.beside.constEnd(); ++it) {
            const QString name = fieldName(schema, static_cast<std::uint16_t>(it.key().toInteger()));
            if (conflict.kept.contains(name))
                continue;
            const QCborArray values = it.value().toArray();
            conflict.kept.insert(name, besideValue(values.at(0)));
            conflict.lost.insert(name, besideValue(values.at(0)));
            beforeKnown = beforeKnown && values.size() > 1;
            if (values.size() > 1)
                conflict.before.insert(name, besideValue(values.at(1)));
        }
    }
    if (!beforeKnown) {
        conflict.before.clear();
        conflict.beforeAt = 0;
    }
    return conflict;
}

/// Fields of one group that the same two edits were about belong together.
std::vector<Conflict> conflictsOf(const std::vector<ConflictRow>& rows, const TableSchema* schema)
{
    std::vector<std::vector<ConflictRow>> units;
    for (const ConflictRow& row : rows) {
        const auto together = std::ranges::find_if(units, [&row](const std::vector<ConflictRow>& unit) {
            return row.group >= 0 && unit.front().group == row.group && unit.front().keptClock == row.keptClock &&
                   unit.front().lostClock == row.lostClock;
        });
        if (together == units.end())
            units.push_back({row});
        else
            together->push_back(row);
    }
    std::vector<Conflict> conflicts;
    conflicts.reserve(units.size());
    for (const std::vector<ConflictRow>& unit : units)
        conflicts.push_back(conflictOf(unit, schema));
    return conflicts;
}

/// Fields that one of the two sides wrote from the earlier of the two edits on, and that did not collide.
std::vector<MergedField> mergedFields(const std::vector<ConflictRow>& rows, const TableSchema& schema,
                                      const RowClock& clock, const Fields& present)
{
    std::vector<MergedField> merged;
    for (const Field& field : schema.fields) {
        const bool decided = std::ranges::any_of(rows, [&](const ConflictRow& row) {
            return row.field == field.number || (row.group >= 0 && row.group == field.group);
        });
        if (decided)
            continue;
        const Hlc written = clock.of(field.number);
        for (const ConflictRow& row : rows) {
            const bool byKept = written.device == row.keptClock.device;
            const bool byLost = written.device == row.lostClock.device;
            if (row.field == 0 || (!byKept && !byLost) || written < std::min(row.keptClock, row.lostClock) ||
                written.msecs() > row.noticedAt + MergedSlack)
                continue;
            merged.push_back(
                {field.name, present.value(field.name), byKept ? row.keptBy : row.lostBy, written.msecs()});
            break;
        }
    }
    return merged;
}

}  // namespace

UtcMs ConflictedRecord::noticedAt() const
{
    UtcMs latest = 0;
    for (const Conflict& conflict : conflicts)
        latest = std::max(latest, conflict.noticedAt);
    return latest;
}

Expected<ConflictedRecord> ConflictRepository::ofRecord(Connection& connection, const Schema& schema,
                                                        std::uint16_t table, Uuid record)
{
    ConflictedRecord found;
    found.table = table;
    found.record = record;
    const TableSchema* tableSchema = schema.find(table);
    const auto rows = readRows(connection, tableSchema, table, record);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return found;
    found.conflicts = conflictsOf(*rows, tableSchema);
    if (!tableSchema)
        return found;
    QString columns;
    for (const Field& field : tableSchema->fields)
        columns += u", \""_s + field.name + u'"';
    auto row = connection.run(
        u"SELECT _clk, _del"_s + columns + u" FROM "_s + tableSchema->declaration->name + u" WHERE id = ?"_s,
        {record.toBytes()});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return found;
    found.here = true;
    found.removed = row->integer(1) != 0;
    for (const Field& field : tableSchema->fields)
        found.present.insert(field.name, row->value(field.number + 1));
    if (!found.removed)
        found.merged = mergedFields(*rows, *tableSchema, RowClock::unpack(row->blob(0)), found.present);
    return found;
}

Expected<std::vector<ConflictedRecord>> ConflictRepository::open(Connection& connection, const Schema& schema,
                                                                 int limit)
{
    std::vector<std::pair<std::uint16_t, Uuid>> records;
    {
        auto rows = connection.run(
            u"SELECT table_number, record_id FROM conflicts WHERE _del = 0 AND state = 0 "
            "GROUP BY table_number, record_id ORDER BY max(noticed_at) DESC, max(rid) DESC LIMIT ?"_s,
            {limit});
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            records.emplace_back(static_cast<std::uint16_t>(rows->integer(0)), Uuid::fromBytes(rows->blob(1)));
    }
    std::vector<ConflictedRecord> open;
    for (const auto& [table, record] : records) {
        auto one = ofRecord(connection, schema, table, record);
        if (!one)
            return fail(one.error());
        if (!one->conflicts.empty())
            open.push_back(std::move(*one));
    }
    return open;
}

}  // namespace Forecourt
