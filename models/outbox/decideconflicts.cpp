// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/decideconflicts.h"

#include "models/outbox/recordlabel.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// The conflict that `ids` are the rows of, and its record.
struct ConflictToDecide {
    Conflict conflict;
    Table table = Table::Conflicts;
    Uuid record;
    bool removed = false;
};

Expected<ConflictToDecide> findConflict(EditTransaction& transaction, const std::vector<ConflictId>& ids)
{
    if (ids.empty())
        return fail(ErrorCode::NotFound);
    std::uint16_t table = 0;
    Uuid record;
    {
        auto row = transaction.connection().run(
            u"SELECT table_number, record_id FROM conflicts WHERE id = ? AND _del = 0"_s, {ids.front().toBytes()});
        if (!row)
            return fail(row.error());
        if (!row->next())
            return fail(ErrorCode::NotFound, ids.front().toString());
        table = static_cast<std::uint16_t>(row->integer(0));
        record = Uuid::fromBytes(row->blob(1));
    }
    const auto label = recordLabel(transaction.connection(), table, record);
    if (!label)
        return fail(label.error());
    const auto open = ConflictRepository::ofRecord(transaction.connection(), transaction.schema(), table, record);
    if (!open)
        return fail(open.error());
    const auto found = std::ranges::find_if(open->conflicts, [&ids](const Conflict& conflict) {
        return std::ranges::find(conflict.ids, ids.front()) != conflict.ids.end();
    });
    if (found == open->conflicts.end())
        return fail(ErrorCode::ConflictDecided, *label);
    const TableSchema* schema = transaction.schema().find(table);
    if (!schema || !open->here)
        return fail(ErrorCode::NotFound, *label);
    return ConflictToDecide{*found, schema->table(), record, open->removed};
}

Expected<void> writeChosen(EditTransaction& transaction, const ConflictToDecide& one, const ConflictDecision& decision)
{
    using Choice = ConflictDecision::Choice;
    if (one.conflict.kind == Conflict::Kind::Removal) {
        const bool remove = decision.choice == Choice::TakeBack;
        if (remove == one.removed)
            return {};
        return remove ? transaction.remove(one.table, one.record) : transaction.restore(one.table, one.record);
    }
    if (decision.choice == Choice::Keep)
        return {};
    if (one.removed)
        FC_TRY(transaction.restore(one.table, one.record));
    Fields values;
    const TableSchema& schema = transaction.schema().table(one.table);
    const Fields& chosen = decision.choice == Choice::Other ? decision.other : one.conflict.lost;
    // Fields of a later version than this one wait for a workstation that knows them.
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        if (schema.field(it.key()))
            values.insert(it.key(), it.value());
    return transaction.update(one.table, one.record, values);
}

ConflictState decidedState(ConflictDecision::Choice choice)
{
    switch (choice) {
    case ConflictDecision::Choice::Keep: return ConflictState::Kept;
    case ConflictDecision::Choice::TakeBack: return ConflictState::TakenBack;
    case ConflictDecision::Choice::Other: return ConflictState::Other;
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace

Expected<void> DecideConflicts::apply(EditTransaction& transaction) const
{
    for (const ConflictDecision& decision : decisions) {
        const auto one = findConflict(transaction, decision.ids);
        if (!one)
            return fail(one.error());
        FC_TRY(writeChosen(transaction, *one, decision));
        const qlonglong state = static_cast<int>(decidedState(decision.choice));
        for (const ConflictId& id : one->conflict.ids)
            FC_TRY(transaction.update(Table::Conflicts, id.uuid(), {{u"state"_s, state}}));
    }
    return {};
}

}  // namespace Forecourt
