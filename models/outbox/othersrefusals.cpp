// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/othersrefusals.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <limits>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Column `state` of `refusals`.
constexpr int PutAside = 1;
constexpr int TakenOver = 2;

std::optional<OthersRefusal> readOthersRefusal(const Query& row, const Schema& schema)
{
    OthersRefusal refusal;
    refusal.entry.opid = row.integer(0);
    refusal.id = Uuid::fromBytes(row.blob(1));
    refusal.entry.table = static_cast<std::uint16_t>(row.integer(2));
    refusal.entry.id = Uuid::fromBytes(row.blob(3));
    refusal.entry.kind = row.integer(4) == 1 ? OutboxOp::Kind::Delete : OutboxOp::Kind::Upsert;
    refusal.entry.at = row.integer(6);
    refusal.entry.code = u"no_access"_s;
    refusal.user = UserId(Uuid::fromBytes(row.blob(7)));
    refusal.device = row.text(8);
    const TableSchema* table = schema.find(refusal.entry.table);
    if (!table)
        return std::nullopt;
    for (const auto& [number, value] : QCborValue::fromCbor(row.blob(5)).toMap()) {
        const Field* field = table->field(static_cast<std::uint16_t>(number.toInteger()));
        if (!field)
            continue;
        refusal.entry.fields.push_back(field->name);
        refusal.entry.values.append(value.isNull() ? QVariant() : value.toVariant());
    }
    return refusal;
}

/// Whether the record is there, removed or not.
Expected<bool> isHere(Connection& connection, const Schema& schema, const OutboxEntry& entry)
{
    const auto found = connection.scalar(
        u"SELECT 1 FROM "_s + QString(schema.find(entry.table)->declaration->name) + u" WHERE id = ?"_s,
        {entry.id.toBytes()});
    if (!found)
        return fail(found.error());
    return found->isValid();
}

Expected<std::vector<OthersRefusal>> readOthersRefusals(Connection& connection, const Schema& schema, int limit)
{
    auto rows = connection.run(
        u"SELECT rid, id, table_number, record_id, kind, body, noticed_at, user_id, device_name FROM refusals "
        "WHERE _del = 0 AND state = 0 ORDER BY noticed_at DESC, rid DESC LIMIT ?"_s,
        {limit});
    if (!rows)
        return fail(rows.error());
    std::vector<OthersRefusal> refusals;
    while (rows->next())
        if (auto refusal = readOthersRefusal(*rows, schema))
            refusals.push_back(std::move(*refusal));
    if (const auto error = rows->error())
        return fail(*error);
    for (OthersRefusal& refusal : refusals) {
        const auto here = isHere(connection, schema, refusal.entry);
        if (!here)
            return fail(here.error());
        refusal.entry.create = refusal.entry.kind == OutboxOp::Kind::Upsert && !*here;
    }
    return refusals;
}

/// Those of the ids that are still open, in the order in which they were typed.
Expected<std::vector<OthersRefusal>> chosenRefusals(EditTransaction& transaction, const std::vector<Uuid>& ids)
{
    auto all = readOthersRefusals(transaction.connection(), transaction.schema(), std::numeric_limits<int>::max());
    if (!all)
        return all;
    std::erase_if(*all, [&ids](const OthersRefusal& one) { return std::ranges::find(ids, one.id) == ids.end(); });
    if (all->size() != ids.size())
        return fail(ErrorCode::NotFound);
    std::ranges::reverse(*all);
    return all;
}

Expected<void> makeOwn(EditTransaction& transaction, const OutboxEntry& entry)
{
    const TableSchema& table = transaction.schema().table(static_cast<Table>(entry.table));
    if (entry.kind == OutboxOp::Kind::Delete)
        return transaction.remove(table.table(), entry.id);
    Fields fields;
    for (std::size_t i = 0; i < entry.fields.size(); ++i)
        fields.insert(entry.fields[i], entry.values.at(static_cast<qsizetype>(i)));
    // An earlier one of these may have made it.
    const auto here = isHere(transaction.connection(), transaction.schema(), entry);
    if (!here)
        return fail(here.error());
    if (!*here)
        return transaction.insert(table.table(), entry.id, fields);
    const auto removed = transaction.connection().scalar(
        u"SELECT _del FROM "_s + QString(table.declaration->name) + u" WHERE id = ?"_s, {entry.id.toBytes()});
    if (!removed)
        return fail(removed.error());
    if (removed->toInt() != 0)
        FC_TRY(transaction.restore(table.table(), entry.id));
    return transaction.update(table.table(), entry.id, fields);
}

Expected<void> setRefusalState(EditTransaction& transaction, Uuid id, int state)
{
    return transaction.update(Table::Refusals, id, {{u"state"_s, qlonglong{state}}});
}

}  // namespace

Expected<std::vector<OthersRefusal>> OthersRefusals::open(Connection& connection, const Schema& schema, int limit)
{
    return readOthersRefusals(connection, schema, limit);
}

Expected<void> TakeOverRefusals::apply(EditTransaction& transaction) const
{
    const auto chosen = chosenRefusals(transaction, ids);
    if (!chosen)
        return fail(chosen.error());
    for (const OthersRefusal& refusal : *chosen) {
        FC_TRY(makeOwn(transaction, refusal.entry));
        FC_TRY(setRefusalState(transaction, refusal.id, TakenOver));
    }
    return {};
}

Expected<void> PutAsideRefusals::apply(EditTransaction& transaction) const
{
    const auto chosen = chosenRefusals(transaction, ids);
    if (!chosen)
        return fail(chosen.error());
    for (const OthersRefusal& refusal : *chosen)
        FC_TRY(setRefusalState(transaction, refusal.id, PutAside));
    return {};
}

}  // namespace Forecourt
