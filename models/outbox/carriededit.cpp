// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Edits that were made on another workstation: the part of EditTransaction that keeps the clocks their author saw.

#include "models/outbox/blobstore.h"
#include "models/outbox/edittransaction.h"
#include "models/outbox/edittransaction_p.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<void> EditTransaction::Private::recordCarried(const OutboxOp& op, Hlc stamp,
                                                       const std::vector<ClockedValue>& prev)
{
    std::vector<ClockedValue> body;
    std::vector<ClockedValue> seen;
    for (const OutboxOp::FieldEdit& edit : op.fields) {
        body.push_back({edit.field, edit.value, edit.base});
        if (edit.seen)
            seen.push_back({edit.field, *edit.seen, edit.base});
    }
    auto inserted = connection.run(
        u"INSERT INTO sync_op (opid, txn, tbl, id, kind, creates, hlc, body, prev, seen, state, suspect, carried, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 1, ?)"_s,
        {device.nextOpid, device.nextTxn, op.table, op.id.toBytes(), static_cast<int>(op.kind), op.create ? 1 : 0,
         stamp.toBytes(), encodeClockedValues(body), encodeClockedValues(prev), encodeClockedValues(seen),
         op.suspect ? 1 : 0, qlonglong(now)});
    if (!inserted)
        return fail(inserted.error());
    ++device.nextOpid;
    return {};
}

Expected<void> EditTransaction::Private::wantCarriedFiles(const TableSchema& table, const OutboxOp& op)
{
    for (const BlobField& blob : table.declaration->blobs) {
        const std::uint16_t number = table.numbers.value(blob.field);
        const auto edit = std::ranges::find(op.fields, number, &OutboxOp::FieldEdit::field);
        if (edit != op.fields.end() && !edit->value.toByteArray().isEmpty())
            FC_TRY(noteBlobWanted(connection, edit->value.toByteArray(), 0, static_cast<BlobPriority>(blob.priority),
                                  now));
    }
    return {};
}

Expected<void> EditTransaction::carry(const OutboxOp& op)
{
    const TableSchema* schema = d->schema.find(op.table);
    if (!schema)
        return fail(ErrorCode::NotFound);
    const QString name = schema->declaration->name;
    const Table table = schema->table();
    auto present = d->read(table, op.id);
    if (!present)
        return fail(present.error());
    if (!*present && !op.create)
        return fail(ErrorCode::NotFound);
    FC_TRY(d->wantCarriedFiles(*schema, op));

    if (op.kind == OutboxOp::Kind::Delete) {
        if ((*present)->deleted)
            return {};
        FC_TRY(d->recordCarried(op, d->clock.next(d->now), {}));
        auto removed = d->connection.run(u"UPDATE "_s + name + u" SET _del = 1 WHERE id = ?"_s, {op.id.toBytes()});
        if (!removed)
            return fail(removed.error());
        d->undo.rows.push_back({table, op.id, UndoStep::Row::Kind::Removed, (*present)->values, {}});
        d->noteChange(table, op.id, ChangeSet::Row::Kind::Removed);
        return {};
    }

    Fields before;
    Fields after;
    std::vector<ClockedValue> prev;
    QString columns;
    QString marks;
    QString assignments;
    QVariantList values;
    const Hlc stamp = d->clock.next(d->now);
    RowClock clock = *present ? (*present)->clock : RowClock(stamp);
    for (const OutboxOp::FieldEdit& edit : op.fields) {
        const Field* field = schema->field(edit.field);
        if (!field)
            continue;
        const QVariant value = field->stored(edit.value);
        after.insert(field->name, value);
        if (*present) {
            const QVariant old = (*present)->values.value(field->name);
            before.insert(field->name, old);
            prev.push_back({field->number, old, clock.of(field->number)});
        }
        columns += u", \""_s + field->name + u'"';
        marks += u", ?"_s;
        assignments += u"\""_s + field->name + u"\" = ?, "_s;
        values.append(value);
    }
    if (*present && !(*present)->deleted && before == after)
        return {};
    FC_TRY(d->recordCarried(op, stamp, prev));
    // A removed record stays so here until the server, or somebody, decides otherwise.
    if (*present && (*present)->deleted) {
        d->undo.rows.push_back({table, op.id, UndoStep::Row::Kind::Updated, {}, {}});
        d->noteChange(table, op.id, ChangeSet::Row::Kind::Updated);
        return {};
    }
    if (*present) {
        for (const OutboxOp::FieldEdit& edit : op.fields)
            clock.set(edit.field, stamp);
        values << clock.pack() << op.id.toBytes();
        auto updated =
            d->connection.run(u"UPDATE "_s + name + u" SET "_s + assignments + u"_clk = ? WHERE id = ?"_s, values);
        if (!updated)
            return fail(updated.error());
        d->undo.rows.push_back({table, op.id, UndoStep::Row::Kind::Updated, before, after});
        d->noteChange(table, op.id, ChangeSet::Row::Kind::Updated);
        return {};
    }
    values << op.id.toBytes() << stamp.toBytes();
    auto inserted =
        d->connection.run(u"INSERT INTO "_s + name + u" ("_s + columns.mid(2) + (columns.isEmpty() ? u""_s : u", "_s) +
                              u"id, _clk) VALUES ("_s + marks.mid(2) + (marks.isEmpty() ? u""_s : u", "_s) + u"?, ?)"_s,
                          values);
    if (!inserted)
        return fail(inserted.error());
    d->undo.rows.push_back({table, op.id, UndoStep::Row::Kind::Inserted, {}, after});
    d->noteChange(table, op.id, ChangeSet::Row::Kind::Inserted);
    return {};
}

}  // namespace Forecourt
