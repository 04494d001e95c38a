// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/snapshotfile.h"

#include "models/base/rowclock.h"
#include "models/store/clockedvalues.h"
#include "models/store/migrations.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Among the numbers of fields: what a later version has in the row. No field has it.
constexpr std::uint16_t SnapshotExt = 0;

/// What makes the synced tables, as a migrated store has it.
Expected<QStringList> snapshotTables(const Schema& schema)
{
    auto store = Connection::open(u":memory:"_s, Connection::Access::ReadWrite);
    if (!store)
        return fail(store.error());
    FC_TRY(migrate(**store, migrations()));
    QStringList tables;
    for (const SyncedTable& table : schema.declarations()) {
        auto sql = (*store)->scalar(u"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"_s,
                                    {QString(table.name)});
        if (!sql)
            return fail(sql.error());
        // An index of random numbers does not pack, and the workstation makes its own in any case.
        tables.append(sql->toString().replace("NOT NULL UNIQUE"_L1, "NOT NULL"_L1));
    }
    return tables;
}

}  // namespace

Expected<std::unique_ptr<SnapshotFile>> SnapshotFile::create(const QString& path, const Schema& schema)
{
    if (schema.version() != currentSchemaVersion())
        return fail(ErrorCode::StoreTooNew, {}, u"schema %1"_s.arg(schema.version()));
    const auto tables = snapshotTables(schema);
    if (!tables)
        return fail(tables.error());
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return fail(connection.error());
    // Of a file that was not finished nobody wants anything.
    const QString settings =
        u"PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
        "PRAGMA cache_size = -1000; PRAGMA user_version = %1"_s.arg(schema.version());
    FC_TRY((*connection)->script(settings));
    std::unique_ptr<SnapshotFile> file(new SnapshotFile(std::move(*connection), schema));
    auto transaction = Transaction::begin(*file->m_connection);
    if (!transaction)
        return fail(transaction.error());
    file->m_transaction.emplace(std::move(*transaction));
    for (const QString& table : *tables)
        FC_TRY(file->m_connection->script(table));
    return file;
}

const QString& SnapshotFile::statement(const Shape& shape, const TableSchema& table)
{
    if (const auto known = m_statements.find(shape); known != m_statements.end())
        return known->second;
    QStringList columns;
    for (const std::uint16_t number : shape.second)
        columns.append(number == SnapshotExt ? u"_ext"_s : u'"' + table.field(number)->name + u'"');
    columns << u"_clk"_s << u"_seq"_s << u"_del"_s << u"id"_s;
    const QString sql = u"INSERT INTO %1 (%2) VALUES (%3?)"_s.arg(
        QString(table.declaration->name), columns.join(u", "_s), u"?, "_s.repeated(columns.size() - 1));
    return m_statements.emplace(shape, sql).first->second;
}

Expected<void> SnapshotFile::makeWay(const QString& table, Uuid id)
{
    // Only where somebody works while the file is made, so the indexes are not there from the beginning.
    for (const SyncedTable& one : m_schema.declarations()) {
        if (!m_findsRows)
            FC_TRY(m_connection->script(u"CREATE INDEX made_%1 ON %1 (id)"_s.arg(QString(one.name))));
    }
    m_findsRows = true;
    const auto removed = m_connection->run(u"DELETE FROM "_s + table + u" WHERE id = ?"_s, {id.toBytes()});
    if (!removed)
        return fail(removed.error());
    return {};
}

Expected<void> SnapshotFile::add(const Wire::Row& row, bool again)
{
    const TableSchema* table = m_schema.find(row.table);
    if (!table)
        return fail(ErrorCode::StoreTooNew, row.id.toString(), u"table %1"_s.arg(row.table));
    if (again)
        FC_TRY(makeWay(table->declaration->name, row.id));
    RowClock clock(row.base);
    Shape shape{row.table, {}};
    std::vector<ClockedValue> unknown;
    shape.second.reserve(row.fields.size());
    QVariantList values;
    values.reserve(static_cast<qsizetype>(row.fields.size()) + 4);
    for (const Wire::Row::FieldState& state : row.fields) {
        const Field* field = table->field(state.field);
        if (!field || !field->takes(state.value)) {
            unknown.push_back({state.field, state.value, state.clock});
            continue;
        }
        shape.second.push_back(state.field);
        values.append(field->stored(state.value));
        clock.set(state.field, state.clock);
    }
    if (!unknown.empty()) {
        shape.second.push_back(SnapshotExt);
        values.append(encodeClockedValues(unknown));
    }
    values << clock.pack() << row.seq << (row.deleted ? 1 : 0) << row.id.toBytes();
    const auto written = m_connection->run(statement(shape, *table), values);
    if (!written)
        return fail(written.error());
    return {};
}

Expected<qint64> SnapshotFile::finish()
{
    qint64 rows = 0;
    for (const SyncedTable& table : m_schema.declarations()) {
        const auto count = m_connection->scalar(u"SELECT count(*) FROM "_s + QString(table.name));
        if (!count)
            return fail(count.error());
        rows += count->toLongLong();
        FC_TRY(m_connection->script(u"DROP INDEX IF EXISTS made_"_s + table.name));
    }
    FC_TRY(m_transaction->commit());
    m_transaction.reset();
    m_connection.reset();
    return rows;
}

}  // namespace Forecourt
