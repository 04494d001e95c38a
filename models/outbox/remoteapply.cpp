// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/remoteapply.h"

#include "models/base/rowclock.h"
#include "models/outbox/blobstore.h"
#include "models/outbox/keptforlater.h"

#include <algorithm>
#include <functional>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxNamedRemoteChanges = 2000;

}  // namespace

Expected<void> RemoteApply::prepare(const Device& device)
{
    // Acknowledged operations count until the cursor has passed them: an older page must not undo them.
    m_anythingWaits = device.ackedSeq > device.cursor;
    if (m_anythingWaits)
        return {};
    auto any = m_connection.scalar(u"SELECT EXISTS (SELECT 1 FROM sync_op WHERE state IN (0, 1, 3))"_s);
    if (!any)
        return fail(any.error());
    m_anythingWaits = any->toBool();
    return {};
}

Expected<std::vector<RemoteApply::WaitingOp>> RemoteApply::waitingFor(const RemoteRow& row)
{
    std::vector<WaitingOp> ops;
    if (!m_anythingWaits)
        return ops;
    auto rows = m_connection.run(
        u"SELECT opid, body, prev, seen, hlc, state, kind, creates, acked_seq FROM sync_op WHERE tbl = ? AND id = ? "
        "AND (state <> 2 OR acked_seq > ? OR acked_seq = 0) ORDER BY opid"_s,
        {row.table, row.id.toBytes(), row.seq});
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        if (rows->integer(5) == 2 && rows->integer(8) == 0) {
            // The server decided about the row after those, and its pages tell what.
            for (WaitingOp& earlier : ops)
                earlier.existence = earlier.existence && !earlier.acknowledged;
            continue;
        }
        // The fields of a delete only say what was seen.
        const bool removes = rows->integer(6) == 1;
        ops.push_back({rows->integer(0), removes ? std::vector<ClockedValue>() : decodeClockedValues(rows->blob(1)),
                       decodeClockedValues(rows->blob(2)), decodeClockedValues(rows->blob(3)),
                       Hlc::fromBytes(rows->blob(4)), rows->integer(5) == 2, removes || rows->integer(7) != 0,
                       removes});
    }
    return ops;
}

bool RemoteApply::WaitingOp::covers(std::uint16_t field, Hlc theirs) const
{
    return std::ranges::find(body, field, &ClockedValue::field) != body.end() && (!acknowledged || theirs < clock);
}

Expected<void> RemoteApply::moveGround(std::vector<WaitingOp>& waiting, std::size_t which, const RemoteRow& row,
                                       bool isNew)
{
    WaitingOp& op = waiting[which];
    bool moved = false;
    for (const RemoteRow::FieldState& theirs : row.fields) {
        // What an earlier operation of the same person puts there comes after this, and is the ground of the later one.
        const bool hidden =
            std::any_of(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(which),
                        [&theirs](const WaitingOp& earlier) { return earlier.covers(theirs.field, theirs.clock); });
        if (hidden)
            continue;
        const auto old = std::ranges::find(op.prev, theirs.field, &ClockedValue::field);
        if (old != op.prev.end()) {
            // What the person saw is still what a conflict would be about.
            if (std::ranges::find(op.seen, theirs.field, &ClockedValue::field) == op.seen.end())
                op.seen.push_back(*old);
            old->value = theirs.value;
            old->clock = theirs.clock;
            moved = true;
        } else if (isNew && std::ranges::find(op.body, theirs.field, &ClockedValue::field) != op.body.end()) {
            // The row had been forgotten, and what the server had with it.
            op.prev.push_back({theirs.field, theirs.value, theirs.clock});
            moved = true;
        }
    }
    // An edit keeps its row in sight; the removal counts if it comes to nothing.
    if (const auto said = std::ranges::find(op.prev, RemovedField, &ClockedValue::field); op.existence) {
        // What happens to the row is decided by the answer.
    } else if (said != op.prev.end()) {
        moved = moved || said->value.toBool() != row.deleted;
        said->value = qlonglong{row.deleted};
    } else if (row.deleted) {
        op.prev.push_back({RemovedField, qlonglong{1}, {}});
        moved = true;
    }
    if (!moved)
        return {};
    auto written = m_connection.run(u"UPDATE sync_op SET prev = ?, seen = ? WHERE opid = ?"_s,
                                    {encodeClockedValues(op.prev), encodeClockedValues(op.seen), op.opid});
    if (!written)
        return fail(written.error());
    return {};
}

Expected<void> RemoteApply::wantFiles(Connection& connection, const TableSchema& table, const RemoteRow& row, UtcMs now)
{
    for (const BlobField& blob : table.declaration->blobs) {
        const std::uint16_t number = table.numbers.value(blob.field);
        const auto state = std::ranges::find(row.fields, number, &RemoteRow::FieldState::field);
        if (state != row.fields.end() && !state->value.toByteArray().isEmpty())
            FC_TRY(noteBlobWanted(connection, state->value.toByteArray(), 0, static_cast<BlobPriority>(blob.priority),
                                  now));
    }
    return {};
}

const QString& RemoteApply::statement(const Shape& shape, const TableSchema& table)
{
    if (const auto known = m_statements.find(shape); known != m_statements.end())
        return known->second;
    QStringList columns;
    for (const std::uint16_t number : shape.fields)
        columns.append(u'"' + table.field(number)->name + u'"');
    if (shape.isNew || shape.unknownChanged)
        columns.append(u"_ext"_s);
    columns << u"_clk"_s << u"_seq"_s << u"_del"_s;
    const QString name = table.declaration->name;
    const QString sql = shape.isNew ? u"INSERT INTO %1 (%2, id) VALUES (%3?)"_s.arg(name, columns.join(u", "_s),
                                                                                    u"?, "_s.repeated(columns.size()))
                                    : u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(name, columns.join(u" = ?, "_s));
    return m_statements.emplace(shape, sql).first->second;
}

Expected<void> RemoteApply::apply(const RemoteRow& row, ChangeSet& changes)
{
    const TableSchema* table = m_schema.find(row.table);
    if (!table)
        return KeptForLater(m_connection, m_schema).keep(row);
    const QString name = table->declaration->name;
    auto waiting = waitingFor(row);
    if (!waiting)
        return fail(waiting.error());

    bool exists = false;
    bool wasDeleted = false;
    RowClock clock;
    std::vector<ClockedValue> unknown;
    {
        auto present =
            m_connection.run(u"SELECT _clk, _del, _ext FROM "_s + name + u" WHERE id = ?"_s, {row.id.toBytes()});
        if (!present)
            return fail(present.error());
        exists = present->next();
        if (exists) {
            clock = RowClock::unpack(present->blob(0));
            wasDeleted = present->integer(1) != 0;
            unknown = decodeClockedValues(present->blob(2));
        }
    }
    // The server's base holds for every field that it does not name.
    RowClock next = row.base.isNull() ? clock : RowClock(row.base);
    bool unknownChanged = false;
    std::vector<std::uint16_t> shown;
    QVariantList values;
    for (const RemoteRow::FieldState& state : row.fields) {
        const Field* field = table->field(state.field);
        unknownChanged |=
            std::erase_if(unknown, [&](const ClockedValue& value) { return value.field == state.field; }) > 0;
        // A server that does not know the field yet passes on whatever it is sent for it.
        if (!field || !field->takes(state.value)) {
            unknown.push_back({state.field, state.value, state.clock});
            unknownChanged = true;
            continue;
        }
        const bool covered = std::ranges::any_of(
            *waiting, [&state](const WaitingOp& op) { return op.covers(state.field, state.clock); });
        if (covered)
            continue;
        shown.push_back(state.field);
        next.set(state.field, state.clock);
        values.append(field->stored(state.value));
    }
    for (std::size_t i = 0; i < waiting->size(); ++i) {
        for (const ClockedValue& edit : (*waiting)[i].body)
            if (std::ranges::find(shown, edit.field) == shown.end())
                next.set(edit.field, exists ? clock.of(edit.field) : (*waiting)[i].clock);
        FC_TRY(moveGround(*waiting, i, row, !exists));
    }
    if (!exists) {
        const auto decided = std::find_if(waiting->crbegin(), waiting->crend(), std::mem_fn(&WaitingOp::existence));
        wasDeleted = decided != waiting->crend() && decided->removes;
        // It comes back to a computer that had forgotten it: what was typed meanwhile shows again.
        for (auto op = waiting->crbegin(); op != waiting->crend(); ++op) {
            for (const ClockedValue& edit : op->body) {
                const Field* field = table->field(edit.field);
                if (!field || std::ranges::find(shown, edit.field) != shown.end())
                    continue;
                shown.push_back(edit.field);
                values.append(field->stored(edit.value));
            }
        }
    }
    // What a person did to this row stays in sight until the server has answered.
    const bool stays =
        std::ranges::any_of(*waiting, [](const WaitingOp& op) { return !op.acknowledged || op.existence; });
    const bool deleted = stays ? wasDeleted : row.deleted;
    const QVariant ext = unknown.empty() ? QVariant() : QVariant(encodeClockedValues(unknown));
    if (!exists || unknownChanged)
        values << ext;
    values << next.pack() << row.seq << (deleted ? 1 : 0) << row.id.toBytes();
    const auto written = m_connection.run(statement({row.table, !exists, unknownChanged, shown}, *table), values);
    if (!written)
        return fail(written.error());
    FC_TRY(wantFiles(m_connection, *table, row, m_now));

    using Kind = ChangeSet::Row::Kind;
    if (deleted && (!exists || wasDeleted))
        return {};
    if (changes.rows.size() >= MaxNamedRemoteChanges) {
        changes.everything = true;
        return {};
    }
    const Kind kind = deleted ? Kind::Removed : (!exists || wasDeleted) ? Kind::Inserted : Kind::Updated;
    changes.rows.push_back({table->table(), row.id, kind});
    return {};
}

}  // namespace Forecourt
