// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/fields.h"
#include "models/store/connection.h"
#include "models/store/schema.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace Forecourt {

/// How far a conflict has come: column `state`.
enum class ConflictState : int { Open = 0, Kept = 1, TakenBack = 2, Other = 3 };

/// Something that two people changed without having seen each other's change, and that one person decides at once: a
/// field, or the fields of a group (amount and currency).
struct Conflict {
    enum class Kind {
        Values,   ///< two values of the same fields, or a value for a record that was removed
        Removal,  ///< somebody removed the record while somebody else edited it; it stayed
    };

    /// Rows of the table Conflicts: one per field that differs.
    std::vector<ConflictId> ids;
    Kind kind = Kind::Values;
    /// Values of all fields of the group, SQL types; empty for Removal.
    Fields kept;
    Fields lost;
    /// What both saw before; empty where it is not known for every field of the group.
    Fields before;
    UserId keptBy;  ///< null: nobody known
    UserId lostBy;
    UtcMs keptAt = 0;  ///< when the values were typed; for a removed record, when it was removed
    UtcMs lostAt = 0;
    UtcMs beforeAt = 0;   ///< 0 where `before` is not known
    UtcMs noticedAt = 0;  ///< server time

    ConflictId id() const { return ids.front(); }
};

/// A field that only one side changed while the conflicts of its record came about: it needs no decision.
struct MergedField {
    QString name;
    QVariant value;
    UserId by;
    UtcMs at = 0;
};

/// Everything that is to be decided about one record.
struct ConflictedRecord {
    std::uint16_t table = 0;  ///< as in syncedTables()
    Uuid record;
    bool here = false;     ///< the record is in this store
    bool removed = false;  ///< it is a tombstone now
    Fields present;        ///< its values now; empty when it is not here
    std::vector<Conflict> conflicts;
    std::vector<MergedField> merged;

    UtcMs noticedAt() const;
};

/// Reads conflicts, on the thread that owns the connection.
namespace ConflictRepository {

/// Records with conflicts that nobody has decided yet, the newest first, at most `limit`. Errors as Connection::run.
Expected<std::vector<ConflictedRecord>> open(Connection& connection, const Schema& schema, int limit);
/// What is open about one record; no conflicts when nothing is.
Expected<ConflictedRecord> ofRecord(Connection& connection, const Schema& schema, std::uint16_t table, Uuid record);

}  // namespace ConflictRepository

}  // namespace Forecourt
