// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/searchqueue.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> takeIntoIndex(Connection& connection, qint64 rid)
{
    for (const QString& sql :
         {u"INSERT INTO vehicle_search (vehicle_search, rowid, words) "
          "SELECT 'delete', rid, words FROM search_queue WHERE rid = ? AND words IS NOT NULL"_s,
          u"INSERT INTO vehicle_search (rowid, words) SELECT rid, words FROM vehicle_words WHERE rid = ?"_s,
          u"DELETE FROM search_queue WHERE rid = ?"_s}) {
        if (auto done = connection.run(sql, {rid}); !done)
            return fail(done.error());
    }
    return {};
}

}  // namespace

Expected<bool> SearchQueue::indexNow(Connection& connection, const ChangeSet& changes)
{
    if (changes.everything || changes.rows.size() > AtOnce)
        return false;
    for (const ChangeSet::Row& row : changes.rows) {
        if (row.table != Table::Vehicles)
            continue;
        const auto noted = connection.scalar(
            u"SELECT q.rid FROM vehicles v JOIN search_queue q ON q.rid = v.rid WHERE v.id = ?"_s, {row.id.toBytes()});
        if (!noted)
            return fail(noted.error());
        if (noted->isValid())
            FC_TRY(takeIntoIndex(connection, noted->toLongLong()));
    }
    return isEmpty(connection);
}

Expected<std::vector<Uuid>> SearchQueue::indexNext(Connection& connection, int limit)
{
    std::vector<Uuid> vehicles;
    qint64 last = 0;
    {
        auto rows = connection.run(
            u"SELECT q.rid, w.id FROM search_queue q LEFT JOIN vehicle_words w ON w.rid = q.rid ORDER BY q.rid LIMIT ?"_s,
            {limit});
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            last = rows->integer(0);
            vehicles.push_back(rows->isNull(1) ? Uuid() : Uuid::fromBytes(rows->blob(1)));
        }
        if (const auto error = rows->error())
            return fail(*error);
    }
    if (vehicles.empty())
        return vehicles;
    // A statement for all of them, in the order of their numbers: FTS5 writes out what it has gathered whenever a
    // statement's savepoint ends, and when a number is not above the one before.
    for (const QString& sql :
         {u"INSERT INTO vehicle_search (vehicle_search, rowid, words) "
          "SELECT 'delete', rid, words FROM search_queue WHERE rid <= ? AND words IS NOT NULL ORDER BY rid"_s,
          u"INSERT INTO vehicle_search (rowid, words) SELECT w.rid, w.words FROM search_queue q "
          "JOIN vehicle_words w ON w.rid = q.rid WHERE q.rid <= ? ORDER BY q.rid"_s,
          u"DELETE FROM search_queue WHERE rid <= ?"_s}) {
        if (auto done = connection.run(sql, {last}); !done)
            return fail(done.error());
    }
    return vehicles;
}

Expected<bool> SearchQueue::isEmpty(Connection& connection)
{
    const auto any = connection.scalar(u"SELECT EXISTS (SELECT 1 FROM search_queue)"_s);
    if (!any)
        return fail(any.error());
    return !any->toBool();
}

}  // namespace Forecourt
