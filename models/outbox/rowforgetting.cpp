// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/rowforgetting.h"

#include "models/outbox/blobstore.h"
#include "models/outbox/keptforlater.h"
#include "models/outbox/opcodec.h"
#include "models/store/searchqueue.h"

#include <QCborMap>
#include <QCborValue>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxNamedForgotten = 2000;

Expected<void> forgetRun(Connection& connection, const QString& sql, const QVariantList& parameters = {})
{
    auto done = connection.run(sql, parameters);
    if (!done)
        return fail(done.error());
    return {};
}

Expected<void> forgetNote(Connection& connection, QLatin1StringView key, const QVariant& value)
{
    if (value.isNull())
        return forgetRun(connection, u"DELETE FROM sync_state WHERE k = ?"_s, {QString(key)});
    return forgetRun(connection,
                     u"INSERT INTO sync_state (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v"_s,
                     {QString(key), value});
}

/// Counts of forgotten vehicles by location, until they are told.
Expected<QCborMap> forgetCounts(Connection& connection)
{
    const auto stored = connection.scalar(u"SELECT v FROM sync_state WHERE k = 'forgotten'"_s);
    if (!stored)
        return fail(stored.error());
    return QCborValue::fromCbor(stored->toByteArray()).toMap();
}

}  // namespace

Expected<void> RowForgetting::count(const TableSchema& table, Uuid id)
{
    if (table.table() != Table::Vehicles)
        return {};
    auto row = m_connection.run(u"SELECT location_id FROM vehicles WHERE id = ? AND _del = 0"_s, {id.toBytes()});
    if (!row)
        return fail(row.error());
    if (row->next())
        ++m_counts[row->blob(0)];
    return {};
}

Expected<void> RowForgetting::noteFiles(const TableSchema& table, Uuid id)
{
    if (table.declaration->blobs.empty())
        return {};
    QString columns;
    for (const BlobField& blob : table.declaration->blobs)
        columns += u", \""_s + blob.field + u'"';
    auto row = m_connection.run(
        u"SELECT "_s + columns.mid(2) + u" FROM "_s + table.declaration->name + u" WHERE id = ?"_s, {id.toBytes()});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return {};
    for (int i = 0; i < static_cast<int>(table.declaration->blobs.size()); ++i) {
        if (const QByteArray sha = row->blob(i); !sha.isEmpty())
            m_files.insert(sha);
    }
    return {};
}

Expected<void> RowForgetting::forget(const ForgottenRow& row, ChangeSet& changes)
{
    const QVariantList key{row.table, row.id.toBytes()};
    const TableSchema* table = m_schema.find(row.table);
    m_any = true;
    if (!table)
        return forgetRun(m_connection, u"DELETE FROM sync_unknown WHERE tbl = ? AND id = ?"_s, key);
    FC_TRY(count(*table, row.id));
    FC_TRY(noteFiles(*table, row.id));
    // What waits is the person's own; what the server had beside it is not.
    FC_TRY(forgetRun(m_connection, u"DELETE FROM sync_op WHERE tbl = ? AND id = ? AND state = 2"_s, key));
    FC_TRY(forgetRun(m_connection, u"UPDATE sync_op SET prev = ?, seen = NULL WHERE tbl = ? AND id = ?"_s,
                     {encodeClockedValues({}), row.table, row.id.toBytes()}));
    FC_TRY(forgetRun(m_connection, u"DELETE FROM notifications WHERE tbl = ? AND id = ?"_s, key));
    auto gone = m_connection.run(u"DELETE FROM "_s + table->declaration->name + u" WHERE id = ?"_s, {row.id.toBytes()});
    if (!gone)
        return fail(gone.error());
    if (changes.rows.size() >= MaxNamedForgotten)
        changes.everything = true;
    else
        changes.rows.push_back({table->table(), row.id, ChangeSet::Row::Kind::Removed});
    return {};
}

Expected<void> RowForgetting::forgetAll(ChangeSet& changes)
{
    for (const SyncedTable& declaration : m_schema.declarations()) {
        std::vector<ForgottenRow> rows;
        {
            // What this person made, or brings back, is about to go to the server whole, and no page would bring it
            // here.
            auto ids = m_connection.run(
                u"SELECT id FROM %1 r WHERE NOT EXISTS (SELECT 1 FROM sync_op o WHERE "
                "o.tbl = ? AND o.id = r.id AND o.kind = 0 AND o.creates = 1 AND o.state <> 2)"_s.arg(declaration.name),
                {static_cast<int>(declaration.table)});
            if (!ids)
                return fail(ids.error());
            while (ids->next())
                rows.push_back({static_cast<std::uint16_t>(declaration.table), Uuid::fromBytes(ids->blob(0))});
        }
        for (const ForgottenRow& row : rows)
            FC_TRY(forget(row, changes));
    }
    FC_TRY(KeptForLater(m_connection, m_schema).forgetRows());
    changes.everything = true;
    // Most of it comes back at once; nothing to tell.
    m_counts.clear();
    return {};
}

Expected<void> RowForgetting::forgetFields(const StoreAccess& now, ChangeSet& changes)
{
    for (auto hidden = now.withheld.cbegin(); hidden != now.withheld.cend(); ++hidden) {
        const TableSchema* table = m_schema.find(hidden.key());
        if (!table)
            continue;
        for (const std::uint16_t number : hidden.value()) {
            const Field* field = table->field(number);
            if (!field)
                continue;
            const QVariant empty = field->stored({});
            FC_TRY(forgetRun(
                m_connection,
                u"UPDATE %1 SET \"%2\" = ? WHERE \"%2\" IS NOT ?"_s.arg(table->declaration->name, field->name),
                {empty, empty}));
            changes.everything = true;
        }
        FC_TRY(forgetGround(*table, hidden.value()));
    }
    return {};
}

Expected<void> RowForgetting::showTyped(const StoreAccess& before, const StoreAccess& now, ChangeSet& changes)
{
    for (auto hidden = before.withheld.cbegin(); hidden != before.withheld.cend(); ++hidden) {
        const TableSchema* table = m_schema.find(hidden.key());
        if (!table)
            continue;
        std::vector<std::pair<QByteArray, ClockedValue>> typed;
        {
            auto ops = m_connection.run(
                u"SELECT id, body FROM sync_op WHERE tbl = ? AND kind = 0 AND state < 2 ORDER BY opid"_s,
                {hidden.key()});
            if (!ops)
                return fail(ops.error());
            while (ops->next())
                for (ClockedValue& value : decodeClockedValues(ops->blob(1)))
                    if (std::ranges::find(hidden.value(), value.field) != hidden.value().end() &&
                        !now.isWithheld(table->table(), value.field))
                        typed.emplace_back(ops->blob(0), std::move(value));
        }
        for (const auto& [id, value] : typed) {
            const Field* field = table->field(value.field);
            if (!field)
                continue;
            FC_TRY(forgetRun(m_connection,
                             u"UPDATE %1 SET \"%2\" = ? WHERE id = ?"_s.arg(table->declaration->name, field->name),
                             {field->stored(value.value), id}));
            changes.everything = true;
        }
    }
    return {};
}

Expected<void> RowForgetting::forgetGround(const TableSchema& table, const std::vector<std::uint16_t>& fields)
{
    std::vector<std::pair<qint64, std::vector<ClockedValue>>> grounds;
    {
        auto ops = m_connection.run(u"SELECT opid, prev FROM sync_op WHERE tbl = ?"_s, {int(table.table())});
        if (!ops)
            return fail(ops.error());
        while (ops->next())
            grounds.emplace_back(ops->integer(0), decodeClockedValues(ops->blob(1)));
    }
    for (auto& [opid, ground] : grounds) {
        bool emptied = false;
        for (ClockedValue& value : ground) {
            const Field* field = table.field(value.field);
            if (!field || std::ranges::find(fields, value.field) == fields.end())
                continue;
            value.value = field->stored({});
            emptied = true;
        }
        if (emptied)
            FC_TRY(forgetRun(m_connection, u"UPDATE sync_op SET prev = ?, seen = NULL WHERE opid = ?"_s,
                             {encodeClockedValues(ground), opid}));
    }
    return {};
}

QString RowForgetting::namedFiles() const
{
    QStringList parts;
    for (const SyncedTable& table : m_schema.declarations()) {
        for (const BlobField& blob : table.blobs)
            parts.append(u"SELECT \"%1\" FROM %2 WHERE \"%1\" IS NOT NULL"_s.arg(blob.field, table.name));
    }
    return parts.join(u" UNION ALL "_s);
}

Expected<void> RowForgetting::finish()
{
    if (!m_any)
        return {};
    FC_TRY(forgetNote(m_connection, "purge"_L1, 1));
    if (!m_counts.isEmpty()) {
        auto counts = forgetCounts(m_connection);
        if (!counts)
            return fail(counts.error());
        for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
            const QString location = QString::fromLatin1(it.key().toHex());
            counts->insert(location, counts->value(location).toInteger() + it.value());
        }
        FC_TRY(forgetNote(m_connection, "forgotten"_L1, QCborValue(*counts).toCbor()));
    }
    if (m_files.isEmpty())
        return {};
    for (const QByteArray& sha : std::as_const(m_files))
        FC_TRY(forgetRun(m_connection, u"INSERT OR IGNORE INTO blob_trash (sha) VALUES (?)"_s, {sha}));
    // A file that the server does not have yet, or may have lost, is the person's own work.
    FC_TRY(forgetRun(m_connection, u"DELETE FROM blob_trash WHERE sha IN ("_s + namedFiles() +
                                       u") OR sha IN (SELECT sha FROM blobs WHERE here = 1 AND on_server <> 1)"_s));
    return forgetRun(m_connection, u"DELETE FROM blobs WHERE sha IN (SELECT sha FROM blob_trash)"_s);
}

Expected<void> RowForgetting::tellLosses(const StoreAccess& access)
{
    const auto counts = forgetCounts(m_connection);
    if (!counts)
        return fail(counts.error());
    for (const auto& [location, count] : *counts) {
        const QByteArray id = QByteArray::fromHex(location.toString().toLatin1());
        if (id.isEmpty() || access.covers(Uuid::fromBytes(id)))
            continue;
        const auto name = m_connection.scalar(u"SELECT name FROM locations WHERE id = ?"_s, {id});
        if (!name)
            return fail(name.error());
        const QJsonArray arguments{name->toString(), QString::number(count.toInteger())};
        FC_TRY(forgetRun(m_connection,
                         u"INSERT OR REPLACE INTO notifications (at, kind, tbl, id, arguments) "
                         "VALUES (?, 'access_lost', ?, ?, ?)"_s,
                         {qlonglong(m_now), static_cast<int>(Table::Locations), id,
                          QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))}));
    }
    return forgetNote(m_connection, "forgotten"_L1, {});
}

Expected<bool> RowForgetting::isPurgeDue(Connection& connection)
{
    const auto due = connection.scalar(u"SELECT v FROM sync_state WHERE k = 'purge'"_s);
    if (!due)
        return fail(due.error());
    return due->toInt() != 0;
}

Expected<void> RowForgetting::purgeWords(Connection& connection)
{
    // Rows that are noted only, with their old words; then the index, which only marks words as gone until its parts
    // are merged.
    for (;;) {
        const auto taken = SearchQueue::indexNext(connection, SearchQueue::Piece);
        if (!taken)
            return fail(taken.error());
        if (taken->empty())
            break;
    }
    QStringList indexes;
    {
        auto tables = connection.run(
            u"SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'"_s);
        if (!tables)
            return fail(tables.error());
        while (tables->next())
            indexes.append(tables->text(0));
    }
    for (const QString& index : std::as_const(indexes))
        FC_TRY(forgetRun(connection, u"INSERT INTO %1(%1) VALUES ('optimize')"_s.arg(index)));
    return forgetNote(connection, "purge"_L1, {});
}

void RowForgetting::purgeDisk(Connection& connection, const QString& blobDirectory)
{
    std::vector<QByteArray> files;
    if (auto trash = connection.run(u"SELECT sha FROM blob_trash WHERE sha NOT IN (SELECT sha FROM blobs)"_s)) {
        while (trash->next())
            files.push_back(trash->blob(0));
    }
    const BlobStore blobs(blobDirectory);
    for (const QByteArray& sha : files)
        QFile::remove(blobs.path(sha));
    // Without a reader that holds it back, this empties the log, where the old pages still are.
    if (!files.empty())
        std::ignore = connection.run(u"DELETE FROM blob_trash"_s);
    std::ignore = connection.scalar(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

}  // namespace Forecourt
