// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/scoperesolver.h"

#include <algorithm>

namespace Forecourt {

namespace {

Uuid scopeId(const RowState& row, std::uint16_t field)
{
    const QVariant* value = row.value(field);
    return value ? Uuid::fromBytes(value->toByteArray()) : Uuid();
}

std::uint16_t scopeNumber(const RowState& row, std::uint16_t field)
{
    const QVariant* value = row.value(field);
    return value ? static_cast<std::uint16_t>(value->toUInt()) : std::uint16_t(0);
}

}  // namespace

bool ScopeResolver::mayHaveChildren(std::uint16_t table) const
{
    return std::ranges::any_of(m_schema.declarations(), [table](const SyncedTable& other) {
        return other.scope.parent && static_cast<std::uint16_t>(*other.scope.parent) == table;
    });
}

bool ScopeResolver::isDecidedBy(const std::vector<Wire::Op::FieldEdit>& edits, const TableSchema& schema)
{
    return schema.scopeField != 0 && std::ranges::any_of(edits, [&](const Wire::Op::FieldEdit& edit) {
               return edit.field == schema.scopeField || edit.field == schema.parentTable;
           });
}

Expected<void> ScopeResolver::resolve(RowState& row, bool again) const
{
    const TableSchema* schema = m_schema.find(row.table);
    if (!schema)
        return {};
    const ScopeRule& rule = schema->declaration->scope;
    RowScope scope;
    scope.roles = rule.readers;
    Uuid parent;
    switch (rule.kind) {
    case TableScope::Dealership: break;
    case TableScope::Location: scope.location = scopeId(row, schema->scopeField); break;
    case TableScope::Person:
        scope.person = scopeId(row, schema->scopeField);
        // Of nobody: nobody sees it.
        if (scope.person.isNull())
            scope.roles = 0;
        break;
    case TableScope::Parent:
        parent = scopeId(row, schema->scopeField);
        if (parent.isNull())
            break;
        if (!again && parent == row.parent)
            return {};
        const std::uint16_t table =
            rule.parent ? static_cast<std::uint16_t>(*rule.parent) : scopeNumber(row, schema->parentTable);
        const auto owner = m_storage.row(table, parent);
        if (!owner)
            return fail(owner.error());
        if (owner->known) {
            scope = owner->scope;
            scope.roles &= rule.readers;
        } else {
            scope.location = parent;
        }
        if (schema->parentField != 0) {
            const TableSchema* about = m_schema.find(table);
            const Field* field = about ? about->field(scopeNumber(row, schema->parentField)) : nullptr;
            if (field)
                scope.roles &= field->roles;
        }
        break;
    }
    row.scope = scope;
    row.parent = parent;
    return {};
}

}  // namespace Forecourt
