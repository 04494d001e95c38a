// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/keptforlater.h"

#include "models/base/rowclock.h"
#include "models/outbox/remoteapply.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// In a kept row, beside its fields: 1 if it was removed, and its base clock.
constexpr std::uint16_t KeptExistence = RemovedField;

void putKept(std::vector<ClockedValue>& values, ClockedValue value)
{
    const auto present = std::ranges::find(values, value.field, &ClockedValue::field);
    if (present == values.end())
        values.push_back(std::move(value));
    else
        *present = std::move(value);
}

QVariant keptColumn(const std::vector<ClockedValue>& values)
{
    return values.empty() ? QVariant() : QVariant(encodeClockedValues(values));
}

}  // namespace

Expected<void> KeptForLater::run(const QString& sql, const QVariantList& parameters)
{
    const auto done = m_connection.run(sql, parameters);
    return done ? Expected<void>() : fail(done.error());
}

Expected<void> KeptForLater::keep(const RemoteRow& row)
{
    const auto stored =
        m_connection.scalar(u"SELECT body FROM sync_unknown WHERE tbl = ? AND id = ?"_s, {row.table, row.id.toBytes()});
    if (!stored)
        return fail(stored.error());
    std::vector<ClockedValue> values = decodeClockedValues(stored->toByteArray());
    Hlc base = row.base;
    if (base.isNull()) {
        const auto known = std::ranges::find(values, KeptExistence, &ClockedValue::field);
        base = known == values.end() ? Hlc() : known->clock;
    } else {
        // The base of a whole row holds for every field that it does not name.
        for (ClockedValue& value : values)
            value.clock = base;
    }
    putKept(values, {KeptExistence, qlonglong{row.deleted}, base});
    for (const RemoteRow::FieldState& state : row.fields)
        putKept(values, {state.field, state.value, state.clock});
    return run(u"INSERT OR REPLACE INTO sync_unknown (seq, tbl, id, body) VALUES (?, ?, ?, ?)"_s,
               {row.seq, row.table, row.id.toBytes(), encodeClockedValues(values)});
}

Expected<void> KeptForLater::takeUp(const Device& device, UtcMs now)
{
    const auto upto = m_connection.scalar(u"SELECT v FROM sync_state WHERE k = 'taken_up'"_s);
    if (!upto)
        return fail(upto.error());
    if (upto->toInt() == m_schema.version())
        return {};
    for (const SyncedTable& declaration : m_schema.declarations()) {
        const TableSchema& table = m_schema.table(declaration.table);
        FC_TRY(takeUpFields(table, now));
        FC_TRY(takeUpRows(table, device, now));
    }
    return run(u"INSERT OR REPLACE INTO sync_state (k, v) VALUES ('taken_up', ?)"_s, {m_schema.version()});
}

Expected<std::vector<KeptForLater::KeptRow>> KeptForLater::rowsWithFields(const TableSchema& table)
{
    auto rows =
        m_connection.run(u"SELECT id, _clk, _ext FROM "_s + table.declaration->name + u" WHERE _ext IS NOT NULL"_s);
    if (!rows)
        return fail(rows.error());
    std::vector<KeptRow> kept;
    while (rows->next())
        kept.push_back({rows->blob(0), rows->blob(1), decodeClockedValues(rows->blob(2))});
    return kept;
}

Expected<void> KeptForLater::takeUpFields(const TableSchema& table, UtcMs now)
{
    auto rows = rowsWithFields(table);
    if (!rows)
        return fail(rows.error());
    for (KeptRow& row : *rows) {
        RowClock clock = RowClock::unpack(row.clock);
        RemoteRow part{static_cast<std::uint16_t>(table.table()), Uuid::fromBytes(row.id), 0, false, {}, {}};
        std::vector<ClockedValue> rest;
        QString assignments;
        QVariantList values;
        for (ClockedValue& value : row.values) {
            const Field* field = table.field(value.field);
            if (!field || !field->takes(value.value)) {
                rest.push_back(std::move(value));
                continue;
            }
            clock.set(value.field, value.clock);
            assignments += u"\""_s + field->name + u"\" = ?, "_s;
            values.append(field->stored(value.value));
            part.fields.push_back({value.field, value.value, value.clock});
        }
        if (part.fields.empty())
            continue;
        values << clock.pack() << keptColumn(rest) << row.id;
        FC_TRY(run(u"UPDATE %1 SET %2_clk = ?, _ext = ? WHERE id = ?"_s.arg(table.declaration->name, assignments),
                   values));
        FC_TRY(RemoteApply::wantFiles(m_connection, table, part, now));
    }
    return {};
}

Expected<void> KeptForLater::takeUpRows(const TableSchema& table, const Device& device, UtcMs now)
{
    const auto number = static_cast<std::uint16_t>(table.table());
    std::vector<RemoteRow> rows;
    {
        auto kept = m_connection.run(u"SELECT seq, id, body FROM sync_unknown WHERE tbl = ? ORDER BY seq"_s, {number});
        if (!kept)
            return fail(kept.error());
        while (kept->next()) {
            RemoteRow row{number, Uuid::fromBytes(kept->blob(1)), kept->integer(0), false, {}, {}};
            for (ClockedValue& value : decodeClockedValues(kept->blob(2))) {
                if (value.field == KeptExistence) {
                    row.deleted = value.value.toBool();
                    row.base = value.clock;
                } else {
                    row.fields.push_back({value.field, std::move(value.value), value.clock});
                }
            }
            rows.push_back(std::move(row));
        }
    }
    if (rows.empty())
        return {};
    RemoteApply remote(m_connection, m_schema, now);
    FC_TRY(remote.prepare(device));
    ChangeSet unheard;  // nobody reads the store yet
    for (const RemoteRow& row : rows)
        FC_TRY(remote.apply(row, unheard));
    return run(u"DELETE FROM sync_unknown WHERE tbl = ?"_s, {number});
}

Expected<void> KeptForLater::forgetFields(const StoreAccess& now)
{
    for (auto hidden = now.withheld.cbegin(); hidden != now.withheld.cend(); ++hidden) {
        const auto isHidden = [&](const ClockedValue& value) {
            return std::ranges::find(hidden.value(), value.field) != hidden.value().end();
        };
        if (const TableSchema* table = m_schema.find(hidden.key())) {
            auto rows = rowsWithFields(*table);
            if (!rows)
                return fail(rows.error());
            for (KeptRow& row : *rows) {
                if (std::erase_if(row.values, isHidden) > 0)
                    FC_TRY(run(u"UPDATE %1 SET _ext = ? WHERE id = ?"_s.arg(table->declaration->name),
                               {keptColumn(row.values), row.id}));
            }
            continue;
        }
        std::vector<std::pair<QByteArray, std::vector<ClockedValue>>> rows;
        {
            auto kept = m_connection.run(u"SELECT id, body FROM sync_unknown WHERE tbl = ?"_s, {hidden.key()});
            if (!kept)
                return fail(kept.error());
            while (kept->next())
                rows.emplace_back(kept->blob(0), decodeClockedValues(kept->blob(1)));
        }
        for (auto& [id, values] : rows) {
            if (std::erase_if(values, isHidden) > 0)
                FC_TRY(run(u"UPDATE sync_unknown SET body = ? WHERE tbl = ? AND id = ?"_s,
                           {encodeClockedValues(values), hidden.key(), id}));
        }
    }
    return {};
}

Expected<void> KeptForLater::forgetRows()
{
    return run(u"DELETE FROM sync_unknown"_s, {});
}

}  // namespace Forecourt
