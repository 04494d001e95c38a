// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

namespace Forecourt {

/// Computes who receives a row, from the declaration of its table, its values and its parent.
class ScopeResolver {
public:
    ScopeResolver(ServerStorage& storage, const Schema& schema) : m_storage(storage), m_schema(schema) {}

    /// Sets scope and parent of a row whose values may have changed. The parent is only looked up if it is another one
    /// than before or `again`. A parent that is not there yet: only who sees every location sees the row, until it
    /// comes.
    [[nodiscard]] Expected<void> resolve(RowState& row, bool again = false) const;
    /// True if an edit of these fields of a known row may change its scope.
    static bool isDecidedBy(const std::vector<Wire::Op::FieldEdit>& edits, const TableSchema& schema);
    /// True if rows of another table belong to rows of this one from the start.
    bool mayHaveChildren(std::uint16_t table) const;

private:
    ServerStorage& m_storage;
    const Schema& m_schema;
};

}  // namespace Forecourt
