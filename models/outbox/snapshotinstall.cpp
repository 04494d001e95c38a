// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/snapshotinstall.h"

#include "models/base/rowclock.h"
#include "models/outbox/opcodec.h"
#include "models/outbox/remoteapply.h"
#include "models/outbox/rowforgetting.h"
#include "models/store/indexqueue.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Below this, making the indexes anew costs more than keeping them up to date.
constexpr qint64 InstallBulkFrom = 1'000;
/// Named in a statement (INDEXED BY), which fails without it.
constexpr auto InstallNeeds = "vehicles_location"_L1;

/// The columns that travel, each with `prefix` in front.
QString installColumns(const TableSchema& table, const QString& prefix = {})
{
    QStringList columns{u"id"_s, u"_clk"_s, u"_seq"_s, u"_del"_s, u"_ext"_s};
    for (const Field& field : table.fields)
        columns.append(field.name);
    QStringList quoted;
    for (const QString& column : columns)
        quoted.append(prefix + u'"' + column + u'"');
    return quoted.join(u", "_s);
}

Error installRefusal(const QString& why)
{
    return {ErrorCode::MessageMalformed, {}, u"snapshot: "_s + why};
}

}  // namespace

SnapshotInstall::~SnapshotInstall()
{
    if (!m_attached)
        return;
    std::ignore = m_connection.script(u"DROP TABLE IF EXISTS temp.snapshot_here"_s);
    std::ignore = m_connection.script(u"DETACH snap"_s);
}

Expected<void> SnapshotInstall::attach(const StoreSnapshot& snapshot)
{
    m_snapshot = snapshot;
    if (auto attached = m_connection.run(u"ATTACH ? AS snap"_s, {snapshot.file}); !attached)
        return fail(attached.error());
    m_attached = true;
    const auto version = m_connection.scalar(u"PRAGMA snap.user_version"_s);
    if (!version)
        return fail(version.error());
    if (version->toInt() != m_schema.version())
        return fail(installRefusal(u"schema %1 instead of %2"_s.arg(version->toInt()).arg(m_schema.version())));
    qint64 rows = 0;
    for (const SyncedTable& declaration : m_schema.declarations()) {
        const TableSchema& table = m_schema.table(declaration.table);
        const auto present = has(table);
        if (!present)
            return fail(present.error());
        if (!*present)
            continue;
        const auto count = m_connection.scalar(u"SELECT count(*) FROM snap."_s + declaration.name);
        if (!count)
            return fail(count.error());
        rows += count->toLongLong();
        m_tables.push_back(&table);
    }
    if (rows != snapshot.rows)
        return fail(installRefusal(u"%1 rows instead of %2"_s.arg(rows).arg(snapshot.rows)));
    return m_connection.script(
        u"DROP TABLE IF EXISTS temp.snapshot_here;"
        "CREATE TEMP TABLE snapshot_here (id BLOB PRIMARY KEY) WITHOUT ROWID"_s);
}

Expected<bool> SnapshotInstall::has(const TableSchema& table)
{
    const auto found =
        m_connection.scalar(u"SELECT EXISTS (SELECT 1 FROM snap.sqlite_schema WHERE type = 'table' AND name = ?)"_s,
                            {QString(table.declaration->name)});
    if (!found)
        return fail(found.error());
    return found->toBool();
}

Expected<void> SnapshotInstall::install(Device& device, ChangeSet& changes)
{
    HlcClock clock(device.ordinal, device.lastClock);
    for (const TableSchema* table : m_tables) {
        FC_TRY(installTable(*table, device, changes));
        FC_TRY(see(*table, clock));
    }
    device.lastClock = clock.last();
    // Rows that were here and are not in the file are as of the own cursor.
    device.cursor = device.cursor == 0 ? m_snapshot.upto : std::min(device.cursor, m_snapshot.upto);
    device.view = m_snapshot.view;
    changes.everything = true;
    return {};
}

Expected<void> SnapshotInstall::installTable(const TableSchema& table, const Device& device, ChangeSet& changes)
{
    const QString name = table.declaration->name;
    const auto coming = m_connection.scalar(u"SELECT count(*) FROM snap."_s + name);
    if (!coming)
        return fail(coming.error());
    const auto here = noteHere(table);
    if (!here)
        return fail(here.error());

    if (*here > 0) {
        // Before the copy: what is to be merged must not be taken for what was copied.
        if (device.cursor == 0)
            FC_TRY(forgetRemoved(table, changes));
        const auto rows = rowsToMerge(table);
        if (!rows)
            return fail(rows.error());
        RemoteApply remote(m_connection, m_schema, m_now);
        FC_TRY(remote.prepare(device));
        for (const RemoteRow& row : *rows)
            FC_TRY(remote.apply(row, changes));
    }
    if (coming->toLongLong() >= InstallBulkFrom && coming->toLongLong() > *here)
        FC_TRY(IndexQueue::setAside(m_connection, name));
    FC_TRY(copyNew(table, *here > 0));
    FC_TRY(wantFiles(table));
    return IndexQueue::make(m_connection, InstallNeeds);
}

/// Lists what is not simply to be copied: rows that are here, and those about which there are operations.
Expected<qint64> SnapshotInstall::noteHere(const TableSchema& table)
{
    const QString name = table.declaration->name;
    FC_TRY(m_connection.script(u"DELETE FROM temp.snapshot_here"_s));
    FC_TRY(m_connection.script(u"INSERT INTO temp.snapshot_here SELECT id FROM main."_s + name));
    const auto waiting =
        m_connection.run(u"INSERT OR IGNORE INTO temp.snapshot_here SELECT id FROM sync_op WHERE tbl = ?"_s,
                         {static_cast<int>(table.table())});
    if (!waiting)
        return fail(waiting.error());
    const auto count = m_connection.scalar(u"SELECT count(*) FROM temp.snapshot_here"_s);
    if (!count)
        return fail(count.error());
    return count->toLongLong();
}

Expected<std::vector<RemoteRow>> SnapshotInstall::rowsToMerge(const TableSchema& table)
{
    std::vector<RemoteRow> rows;
    const QString name = table.declaration->name;
    auto found = m_connection.run(
        u"SELECT %1 FROM snap.%2 s CROSS JOIN temp.snapshot_here h ON h.id = s.id "
        "LEFT JOIN main.%2 m ON m.id = s.id "
        "WHERE m.id IS NULL OR m._seq IS NULL OR m._seq < s._seq ORDER BY s.rowid"_s.arg(installColumns(table, u"s."_s),
                                                                                         name));
    if (!found)
        return fail(found.error());
    while (found->next()) {
        const RowClock clock = RowClock::unpack(found->blob(1));
        RemoteRow row{static_cast<std::uint16_t>(table.table()),
                      Uuid::fromBytes(found->blob(0)),
                      found->integer(2),
                      found->integer(3) != 0,
                      clock.base(),
                      {}};
        int column = 5;
        for (const Field& field : table.fields)
            row.fields.push_back({field.number, found->value(column++), clock.of(field.number)});
        for (ClockedValue& unknown : decodeClockedValues(found->blob(4)))
            row.fields.push_back({unknown.field, std::move(unknown.value), unknown.clock});
        rows.push_back(std::move(row));
    }
    if (const auto error = found->error())
        return fail(*error);
    return rows;
}

Expected<void> SnapshotInstall::copyNew(const TableSchema& table, bool anyHere)
{
    // The list is in a table of its own: SQLite would first gather all rows in memory if it read the one it fills.
    const QString except =
        anyHere ? u" WHERE NOT EXISTS (SELECT 1 FROM temp.snapshot_here h WHERE h.id = s.id)"_s : QString();
    return m_connection.script(u"INSERT INTO main.%1 (%2) SELECT %3 FROM snap.%1 s%4 ORDER BY s.rowid"_s.arg(
        table.declaration->name, installColumns(table), installColumns(table, u"s."_s), except));
}

Expected<void> SnapshotInstall::wantFiles(const TableSchema& table)
{
    for (const BlobField& blob : table.declaration->blobs) {
        const auto noted = m_connection.run(
            u"INSERT INTO blobs (sha, size, here, on_server, priority, added_at) "
            "SELECT s.\"%1\", 0, 0, 0, ?, ? FROM snap.%2 s WHERE length(s.\"%1\") > 0 ON CONFLICT (sha) DO NOTHING"_s
                .arg(blob.field, table.declaration->name),
            {blob.priority, qlonglong{m_now}});
        if (!noted)
            return fail(noted.error());
    }
    return {};
}

/// What was made here and reached the server before the first page, and was removed there before the file was made: no
/// page will speak of it.
Expected<void> SnapshotInstall::forgetRemoved(const TableSchema& table, ChangeSet& changes)
{
    std::vector<ForgottenRow> gone;
    {
        const QString name = table.declaration->name;
        auto rows = m_connection.run(
            u"SELECT m.id FROM (SELECT id FROM sync_op WHERE tbl = ? "
            "GROUP BY id HAVING min(state) = 2 AND max(state) = 2 AND max(acked_seq) <= ?) o "
            "JOIN main.%1 m ON m.id = o.id WHERE m.id NOT IN (SELECT id FROM snap.%1)"_s.arg(name),
            {static_cast<int>(table.table()), qlonglong{m_snapshot.upto}});
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            gone.push_back({static_cast<std::uint16_t>(table.table()), Uuid::fromBytes(rows->blob(0))});
        if (const auto error = rows->error())
            return fail(*error);
    }
    RowForgetting forgetting(m_connection, m_schema, m_now);
    for (const ForgottenRow& row : gone)
        FC_TRY(forgetting.forget(row, changes));
    return forgetting.finish();
}

/// Takes note of every clock of the rows.
Expected<void> SnapshotInstall::see(const TableSchema& table, HlcClock& clock)
{
    const QString name = table.declaration->name;
    const auto longest = m_connection.scalar(u"SELECT max(length(_clk)) FROM snap."_s + name);
    if (!longest)
        return fail(longest.error());
    // The base, then the clock of the first field that has its own, of the second, and so on (base/rowclock.h).
    constexpr int Step = 2 + Hlc::Size;
    QStringList newest;
    for (int at = 1; at < longest->toInt(); at += Step)
        newest.append(u"max(CASE WHEN length(_clk) > %1 THEN substr(_clk, %1, %2) END)"_s.arg(at).arg(Hlc::Size));
    if (newest.isEmpty())
        return {};
    {
        auto clocks = m_connection.run(u"SELECT %1 FROM snap.%2"_s.arg(newest.join(u", "_s), name));
        if (!clocks)
            return fail(clocks.error());
        if (clocks->next()) {
            for (int i = 0; i < newest.size(); ++i)
                clock.see(Hlc::fromBytes(clocks->blob(i)));
        }
        if (const auto error = clocks->error())
            return fail(*error);
    }
    auto rows = m_connection.run(u"SELECT _ext FROM snap.%1 WHERE _ext IS NOT NULL"_s.arg(name));
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        for (const ClockedValue& unknown : decodeClockedValues(rows->blob(0)))
            clock.see(unknown.clock);
    if (const auto error = rows->error())
        return fail(*error);
    return {};
}

}  // namespace Forecourt
