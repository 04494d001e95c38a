// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/opcheck.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype OpMaxValue = 256 * 1024;
constexpr qsizetype OpMaxValues = 512 * 1024;

qsizetype opValueSize(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString: return value.toString().size() * 3;
    case QMetaType::QByteArray: return value.toByteArray().size();
    default: return 9;
    }
}

bool opTypeFits(const Field& field, const QVariant& value)
{
    return value.isNull() ? field.nullable : field.takes(value);
}

std::optional<Refusal> refuseKind(const Wire::Op& operation, const SyncedTable& table, const RowState& row)
{
    switch (table.kind) {
    case TableKind::Edit: return std::nullopt;
    case TableKind::Append:
        if (row.known || operation.kind == Wire::Op::Kind::Delete)
            return Refusal{"no_access"_L1, u"rows of %1 do not change"_s.arg(table.name)};
        return std::nullopt;
    case TableKind::ServerOwned: break;
    }
    if (!row.known || row.deleted || operation.kind == Wire::Op::Kind::Delete || operation.create)
        return Refusal{"no_access"_L1, u"only the server writes %1"_s.arg(table.name)};
    return std::nullopt;
}

/// An edit of a row that its author made and that is not here: making it was refused. What is left of it would be a row
/// of a few fields.
bool opHasNoGround(const Wire::Op& operation, const RowState& row, const Author& author)
{
    return !row.known && operation.kind == Wire::Op::Kind::Upsert && !operation.create && !operation.carried &&
           !operation.fields.empty() && std::ranges::all_of(operation.fields, [&](const Wire::Op::FieldEdit& edit) {
               return edit.base.device == author.device;
           });
}

Refusal refuseUnseen(const SyncedTable& table)
{
    if (table.scope.kind == TableScope::Person)
        return {"no_access"_L1, u"row of another person"_s};
    return {"no_access"_L1, u"row of %1 out of sight"_s.arg(table.name), true};
}

}  // namespace

std::optional<Refusal> refuseMove(const RowState& after, const TableSchema& schema, const Author& author)
{
    if (author.server || author.access.sees(after.scope))
        return std::nullopt;
    return refuseUnseen(*schema.declaration);
}

std::optional<Refusal> refuseOperation(const Wire::Op& operation, const TableSchema* schema, const RowState& row,
                                       const Author& author)
{
    if (!schema)
        return Refusal{"unknown_table"_L1, u"table %1"_s.arg(operation.table)};
    const SyncedTable& table = *schema->declaration;
    if (!author.server) {
        if (author.access.role == "viewer"_L1)
            return Refusal{"no_access"_L1, u"role %1 does not write"_s.arg(author.access.role)};
        if (row.known && !author.access.sees(row.scope))
            return refuseUnseen(table);
        if (auto refusal = refuseKind(operation, table, row))
            return refusal;
        if (opHasNoGround(operation, row, author))
            return Refusal{"no_access"_L1, u"row of %1 that was refused"_s.arg(table.name), true};
    }
    if (operation.kind == Wire::Op::Kind::Delete)
        return std::nullopt;

    qsizetype size = 0;
    for (const Wire::Op::FieldEdit& edit : operation.fields) {
        const qsizetype valueSize = opValueSize(edit.value);
        size += valueSize;
        if (valueSize > OpMaxValue || size > OpMaxValues)
            return Refusal{"too_large"_L1, u"field %1"_s.arg(edit.field)};
        if (edit.field == RowState::Existence)
            return Refusal{"wrong_type"_L1, u"field 0"_s};
        const Field* field = schema->field(edit.field);
        if (field && !opTypeFits(*field, edit.value))
            return Refusal{"wrong_type"_L1, u"field %1"_s.arg(field->name)};
        if (author.server)
            continue;
        if (table.kind == TableKind::ServerOwned &&
            (!field ||
             std::ranges::none_of(table.editable, [&](QLatin1StringView name) { return field->name == name; })))
            return Refusal{"no_access"_L1, u"field %1 of %2"_s.arg(edit.field).arg(table.name)};
        if (field && !author.access.sees(*field))
            return Refusal{"no_access"_L1, u"field %1 is not for role %2"_s.arg(field->name, author.access.role), true};
    }
    return std::nullopt;
}

}  // namespace Forecourt
