// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<HistoryFloor> SqlStorage::historyFloor()
{
    auto query = session().run(u"SELECT seq, at FROM history_floor WHERE one = 1"_s);
    if (!query)
        return fail(query.error());
    if (query->next())
        return HistoryFloor{query->integer(0), query->integer(1)};
    if (const auto error = query->error())
        return fail(*error);
    return HistoryFloor{};
}

Expected<void> SqlStorage::setHistoryFloor(const HistoryFloor& floor)
{
    return write(u"UPDATE history_floor SET seq = ?, at = ? WHERE one = 1"_s, {floor.seq, qint64(floor.at)});
}

Expected<std::vector<HistoryPoint>> SqlStorage::epochForks()
{
    auto query = session().run(u"SELECT epoch, seq FROM epoch_fork ORDER BY place"_s);
    if (!query)
        return fail(query.error());
    std::vector<HistoryPoint> forks;
    while (query->next())
        forks.push_back({query->blob(0), query->integer(1)});
    if (const auto error = query->error())
        return fail(*error);
    return forks;
}

Expected<std::optional<ServerStorage::SeqMark>> SqlStorage::seqMark(UtcMs upto)
{
    auto query =
        session().run(u"SELECT at, seq FROM seq_mark WHERE at <= ? ORDER BY at DESC LIMIT 1"_s, {qint64(upto)});
    if (!query)
        return fail(query.error());
    if (query->next())
        return SeqMark{query->integer(0), query->integer(1)};
    if (const auto error = query->error())
        return fail(*error);
    return std::nullopt;
}

Expected<void> SqlStorage::putSeqMark(const SeqMark& mark)
{
    return write(u"INSERT INTO seq_mark (at, seq) VALUES (?, ?)"_s, {qint64(mark.at), mark.seq});
}

Expected<void> SqlStorage::removeSeqMarks(UtcMs before, UtcMs after)
{
    return write(u"DELETE FROM seq_mark WHERE at < ? OR at > ?"_s, {qint64(before), qint64(after)});
}

Expected<int> SqlStorage::removeTombstones(qint64 upto, int limit)
{
    return together([&]() -> Expected<int> {
        const QString rows = u"(SELECT tbl, id FROM row_state WHERE del = 1 AND seq <= ? ORDER BY seq LIMIT ?)"_s;
        FC_TRY(execute(u"DELETE FROM blob_link WHERE (tbl, id) IN "_s + rows, {upto, limit}));
        return removed(u"DELETE FROM row_state WHERE (tbl, id) IN "_s + rows, {upto, limit});
    });
}

Expected<int> SqlStorage::removeExits(qint64 upto, int limit)
{
    return removed(
        u"DELETE FROM scope_exit WHERE seq IN (SELECT seq FROM scope_exit WHERE seq <= ? ORDER BY seq LIMIT ?)"_s,
        {upto, limit});
}

Expected<int> SqlStorage::removeExceptionsBefore(UtcMs time, int limit)
{
    return removed(
        u"DELETE FROM op_result WHERE (device, opid) IN "
        "(SELECT device, opid FROM op_result WHERE at < ? ORDER BY at LIMIT ?)"_s,
        {qint64(time), limit});
}

Expected<int> SqlStorage::removed(const QString& sql, const QVariantList& parameters)
{
    return together([&]() -> Expected<int> {
        auto done = session().run(sql, parameters);
        if (!done)
            return fail(done.error());
        return done->affected();
    });
}

}  // namespace Forecourt
