// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboxqueue.h"

#include "models/base/rowclock.h"
#include "models/outbox/blobstore.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Longer ones (notes) would cost more on the way than a glance at them is worth.
constexpr qsizetype SeenMaxLength = 64;

// What is held back gives its number up, which counts for the server: it gets the next of these, in order.
constexpr qint64 BeforeHeldBack = -(qint64(1) << 62);

/// What the person saw where `edit` was made, if `known` still has it.
std::optional<QVariant> seenValue(const std::vector<ClockedValue>& known, const ClockedValue& edit)
{
    const auto found = std::ranges::find(known, edit.field, &ClockedValue::field);
    if (found == known.end() || found->clock != edit.clock || edit.clock.isNull())
        return std::nullopt;
    const QVariant& value = found->value;
    const qsizetype length = value.typeId() == QMetaType::QString      ? value.toString().size()
                             : value.typeId() == QMetaType::QByteArray ? value.toByteArray().size()
                                                                       : 0;
    return length <= SeenMaxLength ? std::optional(value) : std::nullopt;
}

/// Condition on rows of conflicts that people can decide here, as ConflictRepository lists them.
QString ofThisVersion(const Schema& schema)
{
    QStringList tables;
    for (const SyncedTable& declaration : schema.declarations()) {
        const TableSchema& table = schema.table(declaration.table);
        tables.append(u"(table_number = %1 AND field_number <= %2)"_s.arg(static_cast<int>(declaration.table))
                          .arg(table.fields.size()));
    }
    return tables.join(u" OR "_s);
}

}  // namespace

Expected<std::vector<OutboxOp>> OutboxQueue::take(qint64 after, int limit, qint64 bytes)
{
    std::vector<OutboxOp> ops;
    qint64 size = 0;
    {
        auto rows = m_connection.run(
            u"SELECT opid, txn, tbl, id, kind, creates, hlc, body, suspect, carried, prev, seen FROM sync_op "
            "WHERE +state < 2 AND opid > ? ORDER BY opid LIMIT ?"_s,
            {after, limit});
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            const QByteArray body = rows->blob(7);
            size += body.size() + 64;
            if (!ops.empty() && size > bytes)
                break;
            OutboxOp op;
            op.opid = rows->integer(0);
            op.txn = rows->integer(1);
            op.table = static_cast<std::uint16_t>(rows->integer(2));
            op.id = Uuid::fromBytes(rows->blob(3));
            op.kind = static_cast<OutboxOp::Kind>(rows->integer(4));
            op.create = rows->integer(5) != 0;
            op.clock = Hlc::fromBytes(rows->blob(6));
            op.suspect = rows->integer(8) != 0;
            op.carried = rows->integer(9) != 0;
            // Kept apart for fields where the server's value has moved on; elsewhere what it has is what was seen.
            auto seen = decodeClockedValues(rows->blob(11));
            std::ranges::move(decodeClockedValues(rows->blob(10)), std::back_inserter(seen));
            for (ClockedValue& value : decodeClockedValues(body))
                op.fields.push_back({value.field, std::move(value.value), value.clock, seenValue(seen, value)});
            ops.push_back(std::move(op));
        }
    }
    if (!ops.empty()) {
        // Frozen before they go out: a repetition must carry the same content under the same number.
        auto frozen =
            m_connection.run(u"UPDATE sync_op SET state = 1 WHERE state = 0 AND opid <= ?"_s, {ops.back().opid});
        if (!frozen)
            return fail(frozen.error());
    }
    return ops;
}

Expected<qint64> OutboxQueue::resume(qint64 pushedOpid, qint64 nextOpid, UtcMs now)
{
    // Kept for a week, in case the server is restored from a backup that does not know them.
    constexpr UtcMs Week = 7LL * 24 * 60 * 60 * 1000;
    auto old = m_connection.run(
        u"DELETE FROM sync_op WHERE state = 2 AND at < ? AND acked_seq <= "
        "(SELECT v FROM sync_state WHERE k = 'cursor')"_s,
        {qlonglong(now - Week)});
    if (!old)
        return fail(old.error());
    // Acknowledged operations that the server does not know were lost with a restored backup: they go again, frozen as
    // they were.
    auto again = m_connection.run(u"UPDATE sync_op SET state = 1, acked_seq = NULL WHERE state = 2 AND opid > ?"_s,
                                  {pushedOpid});
    if (!again)
        return fail(again.error());
    // Pages of this connection are read after these were stored, whatever sequence they got from an earlier server.
    auto passed = m_connection.run(u"UPDATE sync_op SET acked_seq = 0 WHERE state = 2 AND acked_seq > 0"_s);
    if (!passed)
        return fail(passed.error());
    return renumber(pushedOpid, nextOpid);
}

Expected<qint64> OutboxQueue::renumber(qint64 pushedOpid, qint64 nextOpid)
{
    // This store went back in time if the server knows its next number already, or one that was never sent from here:
    // there it belongs to another operation.
    auto unsent =
        m_connection.scalar(u"SELECT EXISTS (SELECT 1 FROM sync_op WHERE state = 0 AND opid <= ?)"_s, {pushedOpid});
    if (!unsent)
        return fail(unsent.error());
    const bool wentBack = nextOpid <= pushedOpid || unsent->toBool();
    std::vector<qint64> opids;
    {
        auto rows = m_connection.run(u"SELECT opid FROM sync_op WHERE state < 2 AND opid > ? ORDER BY opid"_s,
                                     {wentBack ? qint64(0) : pushedOpid});
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            opids.push_back(rows->integer(0));
    }
    qint64 next = pushedOpid + 1;
    const qint64 afterwards = next + static_cast<qint64>(opids.size());
    if (opids.empty() || (opids.front() == next && opids.back() == afterwards - 1))
        return afterwards;
    // Below zero first: no number is taken there.
    for (const qint64 opid : opids) {
        auto moved = m_connection.run(u"UPDATE sync_op SET opid = ? WHERE opid = ?"_s, {-next, opid});
        if (!moved)
            return fail(moved.error());
        ++next;
    }
    auto counted = m_connection.run(u"UPDATE sync_op SET opid = -opid WHERE opid < 0"_s);
    if (!counted)
        return fail(counted.error());
    return afterwards;
}

Expected<void> OutboxQueue::holdBack(qint64 opid)
{
    auto held = m_connection.run(
        u"UPDATE sync_op SET state = 3, opid = (SELECT ifnull(max(opid), ?) + 1 FROM sync_op WHERE state = 3) "
        "WHERE opid = ?"_s,
        {BeforeHeldBack, opid});
    if (!held)
        return fail(held.error());
    return {};
}

Expected<qint64> OutboxQueue::release(qint64 pushedOpid, qint64 nextOpid, int serverSchema)
{
    const auto before = m_connection.scalar(u"SELECT v FROM sync_state WHERE k = 'server_schema'"_s);
    if (!before)
        return fail(before.error());
    if (before->toInt() == serverSchema)
        return nextOpid;
    const auto held = m_connection.integers(u"SELECT opid FROM sync_op WHERE state = 3 ORDER BY opid"_s);
    if (!held)
        return fail(held.error());
    // What was made later may build on it, so it goes in front of all that the server has not got.
    const auto later = m_connection.integers(
        u"SELECT opid FROM sync_op WHERE state < 2 AND opid > ? ORDER BY opid DESC"_s, {pushedOpid});
    if (!later)
        return fail(later.error());
    const auto count = static_cast<qint64>(held->size());
    const qint64 first = later->empty() ? nextOpid : later->back();
    const auto give = [this](qint64 from, qint64 to) -> Expected<void> {
        auto moved = m_connection.run(u"UPDATE sync_op SET opid = ?, state = 0 WHERE opid = ?"_s, {to, from});
        if (!moved)
            return fail(moved.error());
        return {};
    };
    if (count > 0) {
        for (const qint64 opid : *later)
            FC_TRY(give(opid, opid + count));
        for (qint64 i = 0; i < count; ++i)
            FC_TRY(give((*held)[static_cast<size_t>(i)], first + i));
    }
    // The answers to these are still those of the server as it was: what they hold back is to be released as well.
    const auto unanswered =
        m_connection.scalar(u"SELECT EXISTS (SELECT 1 FROM sync_op WHERE state = 1 AND opid <= ?)"_s, {pushedOpid});
    if (!unanswered)
        return fail(unanswered.error());
    if (!unanswered->toBool()) {
        auto noted =
            m_connection.run(u"INSERT OR REPLACE INTO sync_state (k, v) VALUES ('server_schema', ?)"_s, {serverSchema});
        if (!noted)
            return fail(noted.error());
    }
    return nextOpid + count;
}

Expected<void> OutboxQueue::acknowledge(qint64 upto, qint64 seq, const std::vector<OpException>& exceptions, UtcMs now,
                                        ChangeSet& changes)
{
    for (const OpException& exception : exceptions) {
        if (exception.status != OpException::Status::Rejected)
            continue;
        if (exception.code == "unknown_table"_L1)
            FC_TRY(holdBack(exception.opid));
        else
            FC_TRY(takeBack(exception, now, changes));
    }
    auto stored =
        m_connection.run(u"UPDATE sync_op SET state = 2, acked_seq = ? WHERE state = 1 AND opid <= ?"_s, {seq, upto});
    if (!stored)
        return fail(stored.error());
    for (const OpException& exception : exceptions) {
        if (exception.status == OpException::Status::Rejected)
            continue;
        // The server's row comes back for these, with a sequence of the same batch: it is the one that counts.
        auto open =
            m_connection.run(u"UPDATE sync_op SET acked_seq = 0 WHERE opid = ? AND state = 2"_s, {exception.opid});
        if (!open)
            return fail(open.error());
    }
    return {};
}

Expected<void> OutboxQueue::takeBack(const OpException& exception, UtcMs now, ChangeSet& changes)
{
    OutboxOp op;
    QByteArray id;
    QByteArray body;
    std::vector<ClockedValue> prev;
    {
        auto row = m_connection.run(u"SELECT tbl, id, kind, creates, body, prev FROM sync_op WHERE opid = ?"_s,
                                    {exception.opid});
        if (!row)
            return fail(row.error());
        if (!row->next())
            return {};
        op.table = static_cast<std::uint16_t>(row->integer(0));
        id = row->blob(1);
        op.kind = static_cast<OutboxOp::Kind>(row->integer(2));
        op.create = row->integer(3) != 0;
        body = row->blob(4);
        prev = decodeClockedValues(row->blob(5));
    }
    // A number is given again after a server was put back from a backup. What was refused under it before stays listed.
    auto number = m_connection.scalar(
        u"SELECT CASE WHEN EXISTS (SELECT 1 FROM sync_reject WHERE opid = ?) "
        "THEN (SELECT min(0, min(opid)) - 1 FROM sync_reject) ELSE ? END"_s,
        {exception.opid, exception.opid});
    if (!number)
        return fail(number.error());
    auto listed = m_connection.run(
        u"INSERT INTO sync_reject (opid, code, reason, tbl, id, kind, creates, body, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {number->toLongLong(), exception.code.isNull() ? u""_s : exception.code,
         exception.reason.isNull() ? u""_s : exception.reason, op.table, id, static_cast<int>(op.kind),
         op.create ? 1 : 0, body, qlonglong(now)});
    if (!listed)
        return fail(listed.error());
    auto gone = m_connection.run(u"DELETE FROM sync_op WHERE opid = ?"_s, {exception.opid});
    if (!gone)
        return fail(gone.error());

    const TableSchema* table = m_schema.find(op.table);
    if (!table)
        return {};
    const QString name = table->declaration->name;
    changes.rows.push_back({table->table(), Uuid::fromBytes(id), ChangeSet::Row::Kind::Updated});
    if (op.kind == OutboxOp::Kind::Delete || op.create) {
        // Whether the row is there may have been decided anew since.
        auto later = m_connection.scalar(
            u"SELECT EXISTS (SELECT 1 FROM sync_op WHERE tbl = ? AND id = ? AND opid > ? AND (kind = 1 OR creates = 1))"_s,
            {op.table, id, exception.opid});
        if (!later)
            return fail(later.error());
        if (later->toBool())
            return {};
        auto flipped = m_connection.run(u"UPDATE "_s + name + u" SET _del = ? WHERE id = ?"_s,
                                        {op.kind == OutboxOp::Kind::Delete ? 0 : 1, id});
        if (!flipped)
            return fail(flipped.error());
        changes.rows.back().kind = op.create ? ChangeSet::Row::Kind::Removed : ChangeSet::Row::Kind::Inserted;
        return {};
    }
    const auto edited = handGroundOn(exception.opid, op.table, id, prev);
    if (!edited)
        return fail(edited.error());
    const auto removed = std::ranges::find(prev, RemovedField, &ClockedValue::field);
    if (removed != prev.end() && removed->value.toBool())
        FC_TRY(removeAfter(exception.opid, *table, id, changes.rows.back()));
    auto present = m_connection.scalar(u"SELECT _clk FROM "_s + name + u" WHERE id = ?"_s, {id});
    if (!present)
        return fail(present.error());
    RowClock clock = RowClock::unpack(present->toByteArray());
    QString assignments;
    QVariantList values;
    for (const ClockedValue& old : prev) {
        const Field* field = table->field(old.field);
        if (!field || std::ranges::find(*edited, old.field) != edited->end())
            continue;
        clock.set(old.field, old.clock);
        assignments += u"\""_s + field->name + u"\" = ?, "_s;
        values.append(old.value);
    }
    values << clock.pack() << id;
    auto reverted =
        m_connection.run(u"UPDATE "_s + name + u" SET "_s + assignments + u"_clk = ? WHERE id = ?"_s, values);
    if (!reverted)
        return fail(reverted.error());
    return {};
}

Expected<std::vector<std::uint16_t>> OutboxQueue::handGroundOn(qint64 opid, std::uint16_t table, const QByteArray& id,
                                                               const std::vector<ClockedValue>& ground)
{
    struct Later {
        qint64 opid;
        std::vector<ClockedValue> body;
        std::vector<ClockedValue> ground;
    };
    std::vector<Later> waiting;
    {
        auto rows = m_connection.run(
            u"SELECT opid, body, prev FROM sync_op WHERE tbl = ? AND id = ? AND opid > ? "
            "AND state < 2 AND kind = 0 ORDER BY opid"_s,
            {table, id, opid});
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            waiting.push_back(
                {rows->integer(0), decodeClockedValues(rows->blob(1)), decodeClockedValues(rows->blob(2))});
    }
    std::vector<std::uint16_t> edited;
    for (Later& later : waiting) {
        bool moved = false;
        for (const ClockedValue& value : later.body) {
            const bool first = std::ranges::find(edited, value.field) == edited.end();
            edited.push_back(value.field);
            const auto theirs = std::ranges::find(ground, value.field, &ClockedValue::field);
            const auto own = std::ranges::find(later.ground, value.field, &ClockedValue::field);
            if (!first || theirs == ground.end() || own == later.ground.end())
                continue;
            *own = *theirs;
            moved = true;
        }
        if (!moved)
            continue;
        auto written = m_connection.run(u"UPDATE sync_op SET prev = ? WHERE opid = ?"_s,
                                        {encodeClockedValues(later.ground), later.opid});
        if (!written)
            return fail(written.error());
    }
    return edited;
}

Expected<void> OutboxQueue::removeAfter(qint64 opid, const TableSchema& table, const QByteArray& id,
                                        ChangeSet::Row& change)
{
    // A later edit keeps the row in sight in its turn, and takes over what the server said.
    qint64 next = 0;
    std::vector<ClockedValue> ground;
    {
        auto later = m_connection.run(
            u"SELECT opid, prev FROM sync_op WHERE tbl = ? AND id = ? AND opid > ? AND state < 2 "
            "AND kind = 0 AND creates = 0 ORDER BY opid LIMIT 1"_s,
            {int(table.table()), id, opid});
        if (!later)
            return fail(later.error());
        if (later->next()) {
            next = later->integer(0);
            ground = decodeClockedValues(later->blob(1));
        }
    }
    if (next != 0) {
        if (std::ranges::find(ground, RemovedField, &ClockedValue::field) != ground.end())
            return {};
        ground.push_back({RemovedField, qlonglong{1}, {}});
        auto passed =
            m_connection.run(u"UPDATE sync_op SET prev = ? WHERE opid = ?"_s, {encodeClockedValues(ground), next});
        return passed ? Expected<void>() : fail(passed.error());
    }
    auto gone = m_connection.run(u"UPDATE "_s + table.declaration->name + u" SET _del = 1 WHERE id = ?"_s, {id});
    if (!gone)
        return fail(gone.error());
    change.kind = ChangeSet::Row::Kind::Removed;
    return {};
}

Expected<void> OutboxQueue::enrol(std::uint32_t device)
{
    struct Stamped {
        qint64 opid;
        std::uint16_t table;
        QByteArray id;
        Hlc clock;
        std::vector<ClockedValue> body;
    };
    std::vector<Stamped> early;
    {
        auto rows = m_connection.run(u"SELECT opid, tbl, id, hlc, body FROM sync_op"_s);
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            const Hlc clock = Hlc::fromBytes(rows->blob(3));
            if (clock.device == 0)
                early.push_back({rows->integer(0), static_cast<std::uint16_t>(rows->integer(1)), rows->blob(2), clock,
                                 decodeClockedValues(rows->blob(4))});
        }
    }
    for (Stamped& op : early) {
        op.clock.device = device;
        for (ClockedValue& value : op.body) {
            if (value.clock.device == 0 && value.clock.stamp != 0)
                value.clock.device = device;
        }
        auto stamped = m_connection.run(u"UPDATE sync_op SET hlc = ?, body = ? WHERE opid = ?"_s,
                                        {op.clock.toBytes(), encodeClockedValues(op.body), op.opid});
        if (!stamped)
            return fail(stamped.error());
        if (const TableSchema* table = m_schema.find(op.table))
            FC_TRY(enrolRow(*table, op.id, device));
    }
    return {};
}

Expected<void> OutboxQueue::enrolRow(const TableSchema& table, const QByteArray& id, std::uint32_t device)
{
    const QString name = table.declaration->name;
    auto present = m_connection.scalar(u"SELECT _clk FROM "_s + name + u" WHERE id = ?"_s, {id});
    if (!present)
        return fail(present.error());
    RowClock clock = RowClock::unpack(present->toByteArray());
    clock.enrol(device);
    auto stamped = m_connection.run(u"UPDATE "_s + name + u" SET _clk = ? WHERE id = ?"_s, {clock.pack(), id});
    if (!stamped)
        return fail(stamped.error());
    return {};
}

Expected<OutboxCounts> OutboxQueue::counts()
{
    OutboxCounts counts;
    auto row = m_connection.run(
        u"SELECT (SELECT count(*) FROM sync_op WHERE state IN (0, 1, 3)), (SELECT count(*) FROM sync_reject WHERE "
        u"discarded_at "
        u"IS NULL), "
        "(SELECT count(*) FROM (SELECT DISTINCT table_number, record_id FROM conflicts WHERE _del = 0 AND state = 0 AND ("_s +
        ofThisVersion(m_schema) + u")))"_s);
    if (!row)
        return fail(row.error());
    if (row->next()) {
        counts.waiting = static_cast<int>(row->integer(0));
        counts.rejected = static_cast<int>(row->integer(1));
        counts.conflicts = static_cast<int>(row->integer(2));
    }
    auto send =
        m_connection.run(u"SELECT count(*), ifnull(sum(size), 0) FROM blobs WHERE here = 1 AND on_server = 0"_s);
    if (!send)
        return fail(send.error());
    if (send->next()) {
        counts.blobsToSend = static_cast<int>(send->integer(0));
        counts.bytesToSend = send->integer(1);
    }
    // Larger ones come when somebody looks at them.
    auto fetch =
        m_connection.run(u"SELECT count(*), ifnull(sum(size), 0) FROM blobs WHERE here = 0 AND priority <= ?"_s,
                         {static_cast<int>(BlobFetchedUnasked)});
    if (!fetch)
        return fail(fetch.error());
    if (fetch->next()) {
        counts.blobsToFetch = static_cast<int>(fetch->integer(0));
        counts.bytesToFetch = fetch->integer(1);
    }
    return counts;
}

OutboxEntry OutboxQueue::describe(qint64 opid, std::uint16_t table, const QByteArray& id, int kind, bool create,
                                  const QByteArray& body, UtcMs at) const
{
    OutboxEntry entry;
    entry.opid = opid;
    entry.table = table;
    entry.id = Uuid::fromBytes(id);
    entry.kind = static_cast<OutboxOp::Kind>(kind);
    entry.create = create;
    entry.at = at;
    const TableSchema* schema = m_schema.find(table);
    if (entry.kind == OutboxOp::Kind::Delete)
        return entry;
    for (const ClockedValue& value : decodeClockedValues(body)) {
        if (const Field* field = schema ? schema->field(value.field) : nullptr) {
            entry.fields.push_back(field->name);
            entry.values.append(value.value);
        }
    }
    return entry;
}

Expected<std::vector<OutboxEntry>> OutboxQueue::waiting(int limit)
{
    auto rows = m_connection.run(
        u"SELECT opid, tbl, id, kind, creates, body, at, state FROM sync_op WHERE state IN (0, 1, 3) "
        "ORDER BY opid DESC LIMIT ?"_s,
        {limit});
    if (!rows)
        return fail(rows.error());
    std::vector<OutboxEntry> entries;
    while (rows->next()) {
        entries.push_back(describe(rows->integer(0), static_cast<std::uint16_t>(rows->integer(1)), rows->blob(2),
                                   static_cast<int>(rows->integer(3)), rows->integer(4) != 0, rows->blob(5),
                                   rows->integer(6)));
        entries.back().sent = rows->integer(7) == 1;
        entries.back().held = rows->integer(7) == 3;
    }
    return entries;
}

Expected<std::vector<OutboxEntry>> OutboxQueue::rejected(int limit)
{
    auto rows = m_connection.run(
        u"SELECT opid, tbl, id, kind, creates, body, at, code, reason FROM sync_reject "
        "WHERE discarded_at IS NULL ORDER BY opid DESC LIMIT ?"_s,
        {limit});
    if (!rows)
        return fail(rows.error());
    std::vector<OutboxEntry> entries;
    while (rows->next()) {
        entries.push_back(describe(rows->integer(0), static_cast<std::uint16_t>(rows->integer(1)), rows->blob(2),
                                   static_cast<int>(rows->integer(3)), rows->integer(4) != 0, rows->blob(5),
                                   rows->integer(6)));
        entries.back().code = rows->text(7);
        entries.back().reason = rows->text(8);
    }
    return entries;
}

}  // namespace Forecourt
