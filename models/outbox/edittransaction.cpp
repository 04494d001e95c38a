// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/edittransaction.h"

#include "models/outbox/blobstore.h"
#include "models/outbox/edittransaction_p.h"
#include "models/outbox/outboxops.h"

#include <QStringList>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxNamedChanges = 2000;

QString tableName(const TableSchema& schema)
{
    return schema.declaration->name;
}

std::vector<const Field*> allFields(const TableSchema& schema)
{
    std::vector<const Field*> all;
    for (const Field& field : schema.fields)
        all.push_back(&field);
    return all;
}

/// The named fields and the rest of their groups. Errors: FieldUnknown.
Expected<std::vector<const Field*>> fieldsWithGroups(const TableSchema& schema, const Fields& named)
{
    std::vector<const Field*> wanted;
    const auto want = [&wanted](const Field* field) {
        if (std::ranges::find(wanted, field) == wanted.end())
            wanted.push_back(field);
    };
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        const Field* field = schema.field(it.key());
        if (!field)
            return fail(ErrorCode::FieldUnknown, {}, it.key());
        want(field);
        if (field->group < 0)
            continue;
        for (const QLatin1StringView member : schema.declaration->groups[static_cast<size_t>(field->group)])
            want(schema.field(QString(member)));
    }
    std::ranges::sort(wanted, {}, &Field::number);
    return wanted;
}

/// Adds the other fields of each touched group with the values they have, so that a group keeps one clock.
Fields withWholeGroups(const TableSchema& schema, Fields fields, const Fields& present)
{
    const Fields named = fields;
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        const Field* touched = schema.field(it.key());
        if (!touched || touched->group < 0)
            continue;
        for (const QLatin1StringView member : schema.declaration->groups[static_cast<size_t>(touched->group)]) {
            if (!fields.contains(member))
                fields.insert(member, present.value(member));
        }
    }
    return fields;
}

bool sameValue(const QVariant& a, const QVariant& b)
{
    return a.isNull() == b.isNull() && (a.isNull() || a == b);
}

}  // namespace

EditTransaction::EditTransaction(std::unique_ptr<Private> p) : d(std::move(p)) {}

EditTransaction::~EditTransaction() = default;

Connection& EditTransaction::connection()
{
    return d->connection;
}

const Schema& EditTransaction::schema() const
{
    return d->schema;
}

UtcMs EditTransaction::now() const
{
    return d->now;
}

UserId EditTransaction::user() const
{
    return d->device.user;
}

Expected<std::optional<EditTransaction::Private::Present>> EditTransaction::Private::read(Table table, Uuid id)
{
    return read(table, id, allFields(schema.table(table)));
}

Expected<std::optional<EditTransaction::Private::Present>> EditTransaction::Private::read(
    Table table, Uuid id, const std::vector<const Field*>& wanted)
{
    QString columns;
    for (const Field* field : wanted)
        columns += u", \""_s + field->name + u'"';
    auto row = connection.run(
        u"SELECT _clk, _del, _ext"_s + columns + u" FROM "_s + tableName(schema.table(table)) + u" WHERE id = ?"_s,
        {id.toBytes()});
    if (!row)
        return fail(row.error());
    if (!row->next()) {
        if (const auto error = row->error())
            return fail(*error);
        return std::optional<Present>();
    }
    Present present;
    present.clock = RowClock::unpack(row->blob(0));
    present.deleted = row->integer(1) != 0;
    present.unknown = decodeClockedValues(row->blob(2));
    for (int i = 0; i < static_cast<int>(wanted.size()); ++i)
        present.values.insert(wanted[static_cast<size_t>(i)]->name, row->value(i + 3));
    return std::optional(std::move(present));
}

Expected<void> EditTransaction::Private::offerFilesAgain(Table table, const std::vector<ClockedValue>& body)
{
    const TableSchema& known = schema.table(table);
    for (const BlobField& blob : known.declaration->blobs) {
        const Field* field = known.field(QString(blob.field));
        const auto named = std::ranges::find(body, field->number, &ClockedValue::field);
        if (named != body.end() && !named->value.toByteArray().isEmpty())
            FC_TRY(offerBlobAgain(connection, named->value.toByteArray()));
    }
    return {};
}

Expected<void> EditTransaction::Private::record(Table table, Uuid id, int kind, bool create, Hlc stamp,
                                                std::vector<ClockedValue> body, std::vector<ClockedValue> prev,
                                                RowClock& rowClock)
{
    const auto tbl = static_cast<qlonglong>(table);
    if (kind == static_cast<int>(OutboxOp::Kind::Upsert))
        FC_TRY(offerFilesAgain(table, body));
    if (kind == static_cast<int>(OutboxOp::Kind::Upsert) && !create) {
        auto waiting = connection.run(
            u"SELECT opid, kind, creates, body, prev, state, carried FROM sync_op "
            "WHERE tbl = ? AND id = ? ORDER BY opid DESC LIMIT 1"_s,
            {tbl, id.toBytes()});
        if (!waiting)
            return fail(waiting.error());
        const bool open = waiting->next() && (waiting->integer(5) == 0 || waiting->integer(5) == 3);
        if (open && waiting->integer(1) == kind && waiting->integer(6) == 0) {
            // Not on its way yet: the newest value under the first base says all there is to say.
            const qint64 opid = waiting->integer(0);
            const bool creates = waiting->integer(2) != 0;
            auto mergedBody = decodeClockedValues(waiting->blob(3));
            auto mergedPrev = decodeClockedValues(waiting->blob(4));
            for (size_t i = 0; i < body.size(); ++i) {
                const auto same = std::ranges::find(mergedBody, body[i].field, &ClockedValue::field);
                if (same != mergedBody.end()) {
                    same->value = body[i].value;
                } else {
                    mergedBody.push_back(creates ? ClockedValue{body[i].field, body[i].value, {}} : body[i]);
                    if (!creates)
                        mergedPrev.push_back(prev[i]);
                }
            }
            if (creates)
                rowClock = RowClock(stamp);
            else
                for (const ClockedValue& value : mergedBody)
                    rowClock.set(value.field, stamp);
            auto updated = connection.run(u"UPDATE sync_op SET hlc = ?, body = ?, prev = ?, at = ? WHERE opid = ?"_s,
                                          {stamp.toBytes(), encodeClockedValues(mergedBody),
                                           encodeClockedValues(mergedPrev), qlonglong(now), opid});
            if (!updated)
                return fail(updated.error());
            return {};
        }
    }
    auto inserted = connection.run(
        u"INSERT INTO sync_op (opid, txn, tbl, id, kind, creates, hlc, body, prev, state, "
        "suspect, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)"_s,
        {device.nextOpid, device.nextTxn, tbl, id.toBytes(), kind, create ? 1 : 0, stamp.toBytes(),
         encodeClockedValues(body), encodeClockedValues(prev), suspect ? 1 : 0, qlonglong(now)});
    if (!inserted)
        return fail(inserted.error());
    ++device.nextOpid;
    return {};
}

Expected<bool> EditTransaction::Private::takes(Table table, const Field& field, const QVariant& value) const
{
    if (!device.access.isWithheld(table, field.number))
        return true;
    // A currency without its amount, or nothing at all, was not typed by anybody.
    if (value.isNull() || field.type == FieldType::Text)
        return false;
    return fail(ErrorCode::NotAllowed, {}, field.name);
}

void EditTransaction::Private::noteChange(Table table, Uuid id, ChangeSet::Row::Kind kind)
{
    if (changes.rows.size() >= MaxNamedChanges) {
        changes.everything = true;
        return;
    }
    changes.rows.push_back({table, id, kind});
}

Expected<Fields> EditTransaction::read(Table table, Uuid id)
{
    auto present = d->read(table, id);
    if (!present)
        return fail(present.error());
    if (!*present)
        return fail(ErrorCode::NotFound);
    return std::move((*present)->values);
}

Expected<void> EditTransaction::insert(Table table, Uuid id, const Fields& fields)
{
    const TableSchema& schema = d->schema.table(table);
    const Hlc stamp = d->clock.next(d->now);
    QString columns = u"id, _clk"_s;
    QString marks = u"?, ?"_s;
    QVariantList values{id.toBytes(), stamp.toBytes()};
    std::vector<ClockedValue> body;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        const Field* field = schema.field(it.key());
        if (!field)
            return fail(ErrorCode::FieldUnknown, {}, it.key());
        const QVariant value = field->stored(it.value());
        const auto taken = d->takes(table, *field, value);
        if (!taken)
            return fail(taken.error());
        if (!*taken)
            continue;
        columns += u", \""_s + field->name + u'"';
        marks += u", ?"_s;
        values.append(value);
        body.push_back({field->number, value, {}});
    }
    auto inserted = d->connection.run(
        u"INSERT INTO "_s + tableName(schema) + u" ("_s + columns + u") VALUES ("_s + marks + u')', values);
    if (!inserted)
        return fail(inserted.error());
    RowClock clock(stamp);
    FC_TRY(d->record(table, id, static_cast<int>(OutboxOp::Kind::Upsert), true, stamp, std::move(body), {}, clock));
    d->undo.rows.push_back({table, id, UndoStep::Row::Kind::Inserted, {}, fields});
    d->noteChange(table, id, ChangeSet::Row::Kind::Inserted);
    return {};
}

Expected<void> EditTransaction::update(Table table, Uuid id, const Fields& fields)
{
    const TableSchema& schema = d->schema.table(table);
    const auto touched = fieldsWithGroups(schema, fields);
    if (!touched)
        return fail(touched.error());
    auto present = d->read(table, id, *touched);
    if (!present)
        return fail(present.error());
    if (!*present || (*present)->deleted)
        return fail(ErrorCode::NotFound);
    Fields changed;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        const Field* field = schema.field(it.key());
        const QVariant value = field->stored(it.value());
        if (sameValue((*present)->values.value(it.key()), value))
            continue;
        const auto taken = d->takes(table, *field, value);
        if (!taken)
            return fail(taken.error());
        if (*taken)
            changed.insert(it.key(), value);
    }
    if (changed.isEmpty())
        return {};
    changed = withWholeGroups(schema, std::move(changed), (*present)->values);

    const Hlc stamp = d->clock.next(d->now);
    RowClock clock = (*present)->clock;
    std::vector<ClockedValue> body;
    std::vector<ClockedValue> prev;
    QString assignments;
    QVariantList values;
    Fields before;
    for (auto it = changed.cbegin(); it != changed.cend(); ++it) {
        const Field* field = schema.field(it.key());
        const Hlc base = clock.of(field->number);
        const QVariant old = (*present)->values.value(it.key());
        body.push_back({field->number, it.value(), base});
        prev.push_back({field->number, old, base});
        before.insert(it.key(), old);
        assignments += u"\""_s + field->name + u"\" = ?, "_s;
        values.append(it.value());
    }
    for (const ClockedValue& value : body)
        clock.set(value.field, stamp);
    FC_TRY(d->record(table, id, static_cast<int>(OutboxOp::Kind::Upsert), false, stamp, std::move(body),
                     std::move(prev), clock));
    values << clock.pack() << id.toBytes();
    auto updated = d->connection.run(
        u"UPDATE "_s + tableName(schema) + u" SET "_s + assignments + u"_clk = ? WHERE id = ?"_s, values);
    if (!updated)
        return fail(updated.error());
    d->undo.rows.push_back({table, id, UndoStep::Row::Kind::Updated, before, changed});
    d->noteChange(table, id, ChangeSet::Row::Kind::Updated);
    return {};
}

Expected<void> EditTransaction::remove(Table table, Uuid id)
{
    const TableSchema& schema = d->schema.table(table);
    auto present = d->read(table, id);
    if (!present)
        return fail(present.error());
    if (!*present || (*present)->deleted)
        return fail(ErrorCode::NotFound);
    const Hlc stamp = d->clock.next(d->now);
    RowClock clock = (*present)->clock;
    // What was seen: field 0 carries the newest clock, and each field its own where that is another or given here. What
    // was not seen keeps the row alive. What a later version wrote is here as well, although nobody sees it: a row that
    // holds it could never be removed otherwise.
    Hlc newest = clock.newest();
    for (const ClockedValue& value : (*present)->unknown)
        newest = std::max(newest, value.clock);
    std::vector<ClockedValue> seen{{0, {}, newest}};
    const auto see = [&](std::uint16_t field, Hlc of) {
        if ((of != newest || of.device == d->device.ordinal) && !d->device.access.isWithheld(table, field))
            seen.push_back({field, {}, of});
    };
    for (const Field& field : schema.fields)
        see(field.number, clock.of(field.number));
    for (const ClockedValue& value : (*present)->unknown)
        see(value.field, value.clock);
    FC_TRY(d->record(table, id, static_cast<int>(OutboxOp::Kind::Delete), false, stamp, std::move(seen), {}, clock));
    auto updated =
        d->connection.run(u"UPDATE "_s + tableName(schema) + u" SET _del = 1 WHERE id = ?"_s, {id.toBytes()});
    if (!updated)
        return fail(updated.error());
    d->undo.rows.push_back({table, id, UndoStep::Row::Kind::Removed, (*present)->values, {}});
    d->noteChange(table, id, ChangeSet::Row::Kind::Removed);
    return {};
}

Expected<void> EditTransaction::restore(Table table, Uuid id)
{
    const TableSchema& schema = d->schema.table(table);
    auto present = d->read(table, id);
    if (!present)
        return fail(present.error());
    if (!*present || !(*present)->deleted)
        return fail(ErrorCode::NotFound);
    // The server may have forgotten the tombstone, so the whole row goes again.
    const Hlc stamp = d->clock.next(d->now);
    std::vector<ClockedValue> body;
    for (const Field& field : schema.fields) {
        // What is kept from this person is not here and stays on the server as it is.
        if (!d->device.access.isWithheld(table, field.number))
            body.push_back({field.number, (*present)->values.value(field.name), (*present)->clock.of(field.number)});
    }
    RowClock clock(stamp);
    FC_TRY(d->record(table, id, static_cast<int>(OutboxOp::Kind::Upsert), true, stamp, std::move(body), {}, clock));
    auto updated = d->connection.run(u"UPDATE "_s + tableName(schema) + u" SET _del = 0, _clk = ? WHERE id = ?"_s,
                                     {clock.pack(), id.toBytes()});
    if (!updated)
        return fail(updated.error());
    d->undo.rows.push_back({table, id, UndoStep::Row::Kind::Inserted, {}, (*present)->values});
    d->noteChange(table, id, ChangeSet::Row::Kind::Inserted);
    return {};
}

Expected<void> EditTransaction::retry(qint64 opid)
{
    std::uint16_t number = 0;
    Uuid id;
    bool removes = false;
    bool creates = false;
    std::vector<ClockedValue> body;
    {
        auto row = d->connection.run(u"SELECT tbl, id, kind, creates, body FROM sync_reject WHERE opid = ?"_s, {opid});
        if (!row)
            return fail(row.error());
        if (!row->next())
            return fail(ErrorCode::NotFound);
        number = static_cast<std::uint16_t>(row->integer(0));
        id = Uuid::fromBytes(row->blob(1));
        removes = row->integer(2) == static_cast<int>(OutboxOp::Kind::Delete);
        creates = row->integer(3) != 0;
        body = decodeClockedValues(row->blob(4));
    }
    const TableSchema* schema = d->schema.find(number);
    if (!schema)
        return fail(ErrorCode::NotFound);
    Fields fields;
    for (const ClockedValue& value : body) {
        if (const Field* field = schema->field(value.field))
            fields.insert(field->name, value.value);
    }
    if (removes)
        FC_TRY(remove(schema->table(), id));
    else if (creates)
        FC_TRY(restore(schema->table(), id));
    else
        FC_TRY(update(schema->table(), id, fields));
    auto gone = d->connection.run(u"DELETE FROM sync_reject WHERE opid = ?"_s, {opid});
    if (!gone)
        return fail(gone.error());
    return {};
}

}  // namespace Forecourt
