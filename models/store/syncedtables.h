// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/roles.h"

#include <QLatin1StringView>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace Forecourt {

/// Tables that travel between workstations. The number goes over the wire: it is never reused.
enum class Table : std::uint16_t {
    Locations = 1,
    Users = 2,
    Vehicles = 3,
    Photos = 4,
    SavedViews = 5,
    Conflicts = 6,
    Refusals = 7,
    ShotLists = 8,
    ExportPresets = 9,
    Logos = 10,
};

/// Who may write rows of a table, and how edits meet.
enum class TableKind {
    Edit,         ///< fields of a row, merged per field
    Append,       ///< rows that never change
    ServerOwned,  ///< only the server inserts; a workstation may edit the fields listed as `editable`
};

/// Who receives rows of a table. Only those may write them.
enum class TableScope {
    Dealership,  ///< everybody
    Location,    ///< who works at the location that the row names; a row that names none goes to everybody
    Person,      ///< the person whom the row names
    Parent,      ///< whoever receives the row that it belongs to
};

/// How a row says who receives it.
struct ScopeRule {
    TableScope kind = TableScope::Dealership;
    QLatin1StringView field{};        ///< the location, the person or the parent row
    std::optional<Table> parent{};    ///< Parent: its table …
    QLatin1StringView parentTable{};  ///< … or else the field with its number
    QLatin1StringView parentField{};  ///< names the field of the parent that the row is about: only for its roles
    RoleSet readers = Roles::All;     ///< of these roles only
};

/// A field that only some roles may see and write.
struct FieldRoles {
    QLatin1StringView field;
    RoleSet roles = Roles::All;
};

/// What happens when two people change one field without having seen each other's change.
enum class MergePolicy {
    NewestWins,  ///< the later clock stays, the other value becomes a conflict to look at
    Review,      ///< the value on the server stays until a person decides (prices)
    Max,         ///< the larger number stays, silently (odometer)
    Quiet,       ///< the later clock stays, nothing is recorded (order of photos)
};

struct FieldPolicy {
    QLatin1StringView field;
    MergePolicy policy;
};

/// A field that names a file by its SHA-256, and when that file travels: 0 thumbnails first, 3 originals last.
struct BlobField {
    QLatin1StringView field;
    int priority;
};

/// Everything about one synced table that its columns do not say. Columns come from the migrated schema (Schema).
struct SyncedTable {
    Table table;
    QLatin1StringView name;
    TableKind kind;
    ScopeRule scope;
    std::vector<FieldPolicy> policies;                   ///< fields not named here: NewestWins
    std::vector<std::vector<QLatin1StringView>> groups;  ///< fields that only make sense together share one clock
    std::vector<QLatin1StringView> editable;             ///< of ServerOwned tables
    std::vector<BlobField> blobs;
    std::vector<FieldRoles> roles{};  ///< fields not named here: all roles
};

/// All synced tables, by number. The one place where a feature declares how its rows travel.
std::span<const SyncedTable> syncedTables();
const SyncedTable& syncedTable(Table table);
/// Null for a number that this version does not know.
const SyncedTable* findSyncedTable(std::uint16_t number);

}  // namespace Forecourt
