// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/pushapplier.h"

#include "sync/server/auditedoperation.h"

#include <QCborStreamWriter>
#include <QCborValue>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxBefore = 1024;
/// Younger than the exceptions that are kept, so that everything about such an operation is still known.
constexpr UtcMs CopyWithin = 6LL * 24 * 3600 * 1000;

/// The author gives way to pages with all of an operation that did not go as they think, so all of it is told: an older
/// page may lie between.
std::vector<std::uint16_t> fieldsForAuthor(const MergeOutcome& outcome)
{
    std::vector<std::uint16_t> fields = outcome.altered;
    fields.insert(fields.end(), outcome.changed.begin(), outcome.changed.end());
    std::ranges::sort(fields);
    const auto rest = std::ranges::unique(fields);
    fields.erase(rest.begin(), rest.end());
    return fields;
}

/// Of a row that the server writes about an operation. The same operation gives the same row, also when it is sent
/// again to a server that was put back from a backup.
Uuid idFor(const Wire::Op& operation, std::uint16_t field)
{
    // 62 bits: more devices and operations of each than there will ever be.
    return Uuid::fromParts(operation.clock.msecs(), field,
                           std::uint64_t(operation.clock.device) << 40 | static_cast<std::uint64_t>(operation.opid));
}

QCborValue groupValue(const QVariant& value)
{
    return value.isNull() ? QCborValue(nullptr) : QCborValue::fromVariant(value);
}

QByteArray groupValues(const std::vector<LostValue::Beside>& beside)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startMap(beside.size());
    for (const LostValue::Beside& one : beside) {
        out.append(static_cast<quint64>(one.field));
        out.startArray(one.before ? 2 : 1);
        groupValue(one.value).toCbor(out);
        if (one.before)
            groupValue(*one.before).toCbor(out);
        out.endArray();
    }
    out.endMap();
    return bytes;
}

}  // namespace

PushApplier::PushApplier(ServerStorage& storage, const Schema& schema, HlcClock& clock, UtcMs now)
    : m_storage(storage), m_schema(schema), m_clock(clock), m_now(now), m_audit(storage, now), m_scopes(storage, schema)
{
}

Expected<void> PushApplier::start()
{
    const auto seq = m_storage.seq();
    if (!seq)
        return fail(seq.error());
    m_seqBefore = m_seq = *seq;
    return {};
}

Expected<void> PushApplier::finish()
{
    if (m_seq != m_seqBefore)
        FC_TRY(m_storage.setSeq(m_seq));
    return m_audit.write();
}

Expected<PushReply::Answer> PushApplier::apply(PushRequest request)
{
    PushReply::Answer answer;
    answer.session = m_session = request.session;
    // Role and standing are read again for every batch: they may have changed since the session began.
    const auto account = m_storage.account(request.author.access.user);
    if (!account)
        return fail(account.error());
    if (!request.author.server) {
        if (!*account || (*account)->disabled) {
            answer.refusal = u"disabled"_s;
            return answer;
        }
        if ((*account)->access() != request.author.access) {
            // The session was told other rights. It ends and learns of the new ones first.
            answer.refusal = u"access"_s;
            return answer;
        }
    }
    const auto device = m_storage.device(request.author.device);
    if (!device)
        return fail(device.error());
    if (!*device) {
        answer.refusal = u"token"_s;
        return answer;
    }

    const qint64 stored = (*device)->pushedOpid;
    qint64 upto = stored;
    std::vector<Wire::OpException> exceptions;
    if (!request.ops.empty() && request.ops.front().opid <= stored) {
        auto earlier = m_storage.exceptions(request.author.device, request.ops.front().opid,
                                            std::min(stored, request.ops.back().opid));
        if (!earlier)
            return fail(earlier.error());
        exceptions = std::move(*earlier);
    }
    // Checked before anything is applied, so that a refused batch leaves nothing behind.
    for (const Wire::Op& op : request.ops) {
        if (op.opid <= stored)
            continue;
        if (op.opid != upto + 1) {
            answer.refusal = u"opid_gap"_s;
            return answer;
        }
        upto = op.opid;
    }
    for (Wire::Op& op : request.ops) {
        op.clock.device = request.author.device;
        if (op.opid <= stored) {
            FC_TRY(repeat(op, request.author, exceptions));
            continue;
        }
        auto exception = applyOne(std::move(op), request.author);
        if (!exception)
            return fail(exception.error());
        if (*exception) {
            FC_TRY(m_storage.putException(request.author.device, **exception, m_now));
            exceptions.push_back(std::move(**exception));
        }
    }
    if (upto != stored)
        FC_TRY(m_storage.setPushed(request.author.device, upto));
    answer.pushed = {upto, m_seq, std::move(exceptions)};
    return answer;
}

bool PushApplier::isOfACopy(const Wire::Op& operation, const RowState& row,
                            const std::vector<Wire::OpException>& exceptions) const
{
    if (m_now - operation.clock.msecs() > CopyWithin ||
        std::ranges::find(exceptions, operation.opid, &Wire::OpException::opid) != exceptions.end())
        return false;
    if (!row.known)
        return operation.kind == Wire::Op::Kind::Upsert;
    if (operation.kind == Wire::Op::Kind::Delete)
        return !row.deleted && row.clock.of(RowState::Existence) < operation.clock;
    return std::ranges::any_of(operation.fields,
                               [&](const auto& edit) { return row.clock.of(edit.field) < operation.clock; });
}

Expected<void> PushApplier::repeat(const Wire::Op& operation, const Author& author,
                                   std::vector<Wire::OpException>& exceptions)
{
    const auto known = std::ranges::find(exceptions, operation.opid, &Wire::OpException::opid);
    if (known != exceptions.end() && known->status == Wire::OpException::Status::Rejected)
        return {};
    const TableSchema* schema = m_schema.find(operation.table);
    auto row = m_storage.row(operation.table, operation.id);
    if (!row)
        return fail(row.error());
    if (isOfACopy(operation, *row, exceptions)) {
        auto exception = applyOne(operation, author);
        if (!exception)
            return fail(exception.error());
        if (*exception)
            exceptions.push_back(std::move(**exception));
        return {};
    }
    if (!schema || !row->known)
        return {};
    const bool stands = operation.kind == Wire::Op::Kind::Delete
                            ? row->deleted
                            : !row->deleted && std::ranges::all_of(operation.fields, [&](const auto& edit) {
                                  return row->clock.of(edit.field) == operation.clock;
                              });
    if (stands)
        return {};
    // Whatever came after the operation may have reached its author while the answer was still open, when the author's
    // own value covered it. So the row goes there again.
    row->seq = ++m_seq;
    Change change;
    change.forAuthor = row->whole();
    FC_TRY(store(*row, false, author.device, row->scope, std::move(change)));
    if (known == exceptions.end())
        exceptions.push_back({operation.opid, Wire::OpException::Status::Merged, {}, {}});
    return {};
}

Expected<std::optional<Wire::OpException>> PushApplier::applyOne(Wire::Op operation, const Author& author)
{
    const TableSchema* schema = m_schema.find(operation.table);
    auto row = m_storage.row(operation.table, operation.id);
    if (!row)
        return fail(row.error());
    const bool isNew = !row->known;
    if (isNew && !author.server)
        FC_TRY(recallRemoved(*row, operation));
    AuditedOperation audited(operation, *row);
    const auto refused = [&](const Refusal& refusal) -> Expected<std::optional<Wire::OpException>> {
        m_audit.note(audited.refused(refusal, author));
        if (refusal.forManager)
            FC_TRY(keepForManager(operation, *row, refusal, author));
        return Wire::OpException{operation.opid, Wire::OpException::Status::Rejected, refusal.code, refusal.reason};
    };
    if (const auto refusal = refuseOperation(operation, schema, *row, author))
        return refused(*refusal);
    // Of a known row whose scope is not edited, the scope stays what it is.
    const bool decides = operation.kind == Wire::Op::Kind::Upsert &&
                         (!row->known || ScopeResolver::isDecidedBy(operation.fields, *schema));
    if (decides) {
        // What the person wants has to be within their rights, whatever the merge makes of it.
        RowState wanted = *row;
        for (const Wire::Op::FieldEdit& edit : operation.fields)
            wanted.setValue(edit.field, edit.value);
        FC_TRY(m_scopes.resolve(wanted));
        if (const auto refusal = refuseMove(wanted, *schema, author))
            return refused(*refusal);
    }

    const bool clamped = clampClock(operation, m_clock, m_now);
    const RowScope before = row->scope;
    MergeOutcome outcome = mergeOperation(*row, operation, *schema);
    if (clamped && !outcome.status)
        outcome.status = Wire::OpException::Status::Restamped;
    if (outcome.touched) {
        if (decides)
            FC_TRY(m_scopes.resolve(*row));
        row->seq = ++m_seq;
        Change change;
        change.row = outcome.wholeForOthers ? row->whole() : row->part(outcome.changed);
        if (outcome.wholeForAuthor || clamped)
            change.forAuthor = row->whole();
        else if (!outcome.altered.empty())
            change.forAuthor = row->part(fieldsForAuthor(outcome));
        FC_TRY(store(*row, isNew, author.device, before, std::move(change)));
        const bool namesFiles = std::ranges::any_of(outcome.changed, [&](std::uint16_t field) {
            return std::ranges::any_of(schema->declaration->blobs, [&](const BlobField& blob) {
                return schema->field(field) && schema->field(field)->name == blob.field;
            });
        });
        if (namesFiles)
            FC_TRY(linkFiles(*row, *schema, author));
    }
    if (auto entry = audited.merged(*row, outcome, author))
        m_audit.note(std::move(*entry));
    for (const LostValue& lost : outcome.lost)
        FC_TRY(record(lost, *row, operation, author));
    if (!outcome.status)
        return std::nullopt;
    return Wire::OpException{operation.opid, *outcome.status, {}, {}};
}

Expected<void> PushApplier::recallRemoved(RowState& row, const Wire::Op& operation)
{
    if (operation.kind == Wire::Op::Kind::Upsert && operation.create)
        return {};
    if (!m_floor) {
        const auto floor = m_storage.historyFloor();
        if (!floor)
            return fail(floor.error());
        m_floor = *floor;
    }
    Hlc seen;
    for (const Wire::Op::FieldEdit& edit : operation.fields)
        seen = std::max(seen, edit.base);
    if (m_floor->seq == 0 || seen.msecs() >= m_floor->at)
        return {};
    row.known = true;
    row.deleted = true;
    row.clock = RowClock({static_cast<std::uint64_t>(m_floor->at) << 16, ServerDevice});
    // Whose it was is not known any more, so what was typed into it is for those who see every location. Who removes it
    // once more has nothing to hear.
    if (operation.kind == Wire::Op::Kind::Upsert)
        row.scope.location = row.id;
    return {};
}

Expected<void> PushApplier::store(RowState& row, bool isNew, std::uint32_t author, const RowScope& before,
                                  Change change)
{
    const bool moved = !isNew && row.scope != before;
    change.seq = row.seq;
    change.scope = row.scope;
    change.author = author;
    change.session = m_session;
    if (moved) {
        change.before = before;
        change.whole = row.whole();
    }
    FC_TRY(m_storage.putRow(row, isNew));
    if (moved)
        FC_TRY(m_storage.putExit(row, before, m_now));
    m_changes.push_back(std::move(change));
    // Children that came before their parent wait for it.
    if (moved || (isNew && m_scopes.mayHaveChildren(row.table)))
        FC_TRY(takeAlong(row));
    return {};
}

Expected<void> PushApplier::takeAlong(const RowState& parent)
{
    auto children = m_storage.children(parent.id);
    if (!children)
        return fail(children.error());
    for (RowState& child : *children) {
        const RowScope before = child.scope;
        FC_TRY(m_scopes.resolve(child, true));
        if (child.scope == before)
            continue;
        child.seq = ++m_seq;
        // Whoever saw it and still does has nothing to hear.
        Change change;
        change.row = child.part({});
        FC_TRY(store(child, false, 0, before, std::move(change)));
    }
    return {};
}

Expected<void> PushApplier::linkFiles(const RowState& row, const TableSchema& schema, const Author& author)
{
    std::vector<ServerStorage::FileLink> files;
    for (const BlobField& blob : schema.declaration->blobs) {
        const QVariant* value = row.value(schema.field(QString(blob.field))->number);
        const QByteArray sha = value ? value->toByteArray() : QByteArray();
        if (sha.isEmpty())
            continue;
        const auto mayRead = m_storage.mayReadFile(sha, author.device, author.access);
        if (!mayRead)
            return fail(mayRead.error());
        files.push_back({sha, author.device, author.server || *mayRead});
    }
    return m_storage.linkFiles(row, files);
}

Expected<void> PushApplier::linkKeptFiles(const RowState& kept, std::uint16_t table, const Wire::FieldValues& values,
                                          const Author& author)
{
    const TableSchema* schema = m_schema.find(table);
    if (!schema)
        return {};
    std::vector<ServerStorage::FileLink> files;
    for (const auto& [number, value] : values) {
        const Field* field = schema->field(number);
        const bool namesFile = field && std::ranges::any_of(schema->declaration->blobs, [&](const BlobField& blob) {
                                   return field->name == blob.field;
                               });
        const QByteArray sha = namesFile ? value.toByteArray() : QByteArray();
        if (sha.isEmpty())
            continue;
        const auto mayRead = m_storage.mayReadFile(sha, author.device, author.access);
        if (!mayRead)
            return fail(mayRead.error());
        files.push_back({sha, author.device, *mayRead});
    }
    return files.empty() ? Expected<void>() : m_storage.linkFiles(kept, files);
}

Expected<void> PushApplier::record(const LostValue& lost, const RowState& row, const Wire::Op& operation,
                                   const Author& author)
{
    const auto keptUser = userOf(lost.keptClock.device);
    if (!keptUser)
        return fail(keptUser.error());
    const auto lostUser = userOf(lost.lostClock.device);
    if (!lostUser)
        return fail(lostUser.error());
    const auto person = [](Uuid user) { return user.isNull() ? QVariant() : QVariant(user.toBytes()); };
    // What is not known stays empty, and so does a "before" that is too long to be looked at.
    const bool before = lost.before && Wire::encodeValue(*lost.before).size() <= MaxBefore;
    const std::pair<QStringView, QVariant> values[] = {
        {u"table_number", qlonglong(row.table)},
        {u"record_id", row.id.toBytes()},
        {u"field_number", qlonglong(lost.field)},
        {u"kept_value", Wire::encodeValue(lost.kept)},
        {u"lost_value", Wire::encodeValue(lost.lost)},
        {u"kept_clock", lost.keptClock.toBytes()},
        {u"lost_clock", lost.lostClock.toBytes()},
        {u"kept_user_id", person(*keptUser)},
        {u"lost_user_id", person(*lostUser)},
        {u"noticed_at", qlonglong(m_now)},
        {u"state", qlonglong(0)},
        {u"before_value", before ? QVariant(Wire::encodeValue(*lost.before)) : QVariant()},
        {u"before_clock", before ? QVariant(lost.beforeClock.toBytes()) : QVariant()},
        {u"group_values", lost.beside.empty() ? QVariant() : QVariant(groupValues(lost.beside))},
    };

    const TableSchema& schema = m_schema.table(Table::Conflicts);
    RowState conflict;
    conflict.table = static_cast<std::uint16_t>(Table::Conflicts);
    conflict.id = idFor(operation, lost.field);
    conflict.known = true;
    conflict.clock = RowClock(m_clock.next(m_now));
    for (const auto& [name, value] : values)
        conflict.setValue(schema.field(name)->number, value);
    FC_TRY(storeOwn(conflict));
    return linkKeptFiles(conflict, row.table, {{lost.field, lost.kept}, {lost.field, lost.lost}}, author);
}

Expected<void> PushApplier::storeOwn(RowState& row)
{
    FC_TRY(m_scopes.resolve(row));
    row.seq = ++m_seq;
    Change change;
    change.row = row.whole();
    // Written on behalf of nobody: the author of the operation hears of it as well.
    return store(row, true, 0, row.scope, std::move(change));
}

Expected<void> PushApplier::keepForManager(const Wire::Op& operation, const RowState& row, const Refusal& refusal,
                                           const Author& author)
{
    const auto device = m_storage.device(author.device);
    if (!device)
        return fail(device.error());
    Wire::FieldValues typed;
    if (operation.kind == Wire::Op::Kind::Upsert) {
        for (const Wire::Op::FieldEdit& edit : operation.fields)
            typed.emplace_back(edit.field, edit.value);
    }
    const std::pair<QStringView, QVariant> values[] = {
        {u"table_number", qlonglong(row.table)},
        {u"record_id", row.id.toBytes()},
        {u"kind", qlonglong(operation.kind == Wire::Op::Kind::Delete ? 1 : 0)},
        {u"body", Wire::encodeFields(typed)},
        {u"reason", refusal.reason},
        {u"user_id", author.access.user.toBytes()},
        {u"device_name", *device ? u""_s + (*device)->name : u""_s},
        {u"noticed_at", qlonglong(m_now)},
        {u"state", qlonglong(0)},
    };
    const TableSchema& schema = m_schema.table(Table::Refusals);
    RowState kept;
    kept.table = static_cast<std::uint16_t>(Table::Refusals);
    kept.id = idFor(operation, 0);
    kept.known = true;
    kept.clock = RowClock(m_clock.next(m_now));
    for (const auto& [name, value] : values)
        kept.setValue(schema.field(name)->number, value);
    FC_TRY(storeOwn(kept));
    return linkKeptFiles(kept, row.table, typed, author);
}

Expected<Uuid> PushApplier::userOf(std::uint32_t device)
{
    if (const auto known = m_users.constFind(device); known != m_users.constEnd())
        return *known;
    const auto found = m_storage.device(device);
    if (!found)
        return fail(found.error());
    const Uuid user = *found ? (*found)->user : Uuid();
    m_users.insert(device, user);
    return user;
}

}  // namespace Forecourt
