// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/syncedtables.h"

#include <QHash>
#include <QVariant>

#include <cstdint>
#include <vector>

namespace Forecourt {

class Connection;

enum class FieldType : std::uint8_t { Integer, Real, Text, Blob };

/// One field of a synced table. `number` is its position among the fields, from 1: what the wire and clocks use.
struct Field {
    std::uint16_t number = 0;
    QString name;
    FieldType type = FieldType::Text;
    bool nullable = true;
    MergePolicy policy = MergePolicy::NewestWins;
    int group = -1;              ///< index into SyncedTable::groups, or -1
    RoleSet roles = Roles::All;  ///< who may see and write it

    /// `value` as the column takes it: null becomes empty text or 0 where the column has no null.
    QVariant stored(const QVariant& value) const;
    /// Whether the column takes a value of this type. Null fits everywhere, see stored().
    bool takes(const QVariant& value) const;
};

struct TableSchema {
    const SyncedTable* declaration = nullptr;
    std::vector<Field> fields;  ///< fields[n - 1] has number n
    QHash<QString, std::uint16_t> numbers;
    std::uint16_t scopeField = 0;   ///< number of ScopeRule::field; 0: none, likewise below
    std::uint16_t parentTable = 0;  ///< … of ScopeRule::parentTable
    std::uint16_t parentField = 0;  ///< … of ScopeRule::parentField

    Table table() const { return declaration->table; }
    /// Null for an unknown number or name.
    const Field* field(std::uint16_t number) const;
    const Field* field(QStringView name) const;
};

/// The columns of all synced tables, read once from a migrated store, on the workstation and on the server alike.
class Schema {
public:
    /// Reads the columns of `declarations`, which must outlive it, from an open, migrated connection.
    /// Errors: QueryFailed.
    static Expected<Schema> read(Connection& connection, std::span<const SyncedTable> declarations = syncedTables());
    /// The schema of this version, from the migrations themselves in a store in memory: for the server.
    static const Schema& current();

    int version() const { return m_version; }
    std::span<const SyncedTable> declarations() const { return m_declarations; }
    const TableSchema& table(Table table) const;
    /// Null for a table that this version does not know.
    const TableSchema* find(std::uint16_t table) const;

private:
    int m_version = 0;
    std::span<const SyncedTable> m_declarations;
    QHash<std::uint16_t, TableSchema> m_tables;
};

}  // namespace Forecourt
