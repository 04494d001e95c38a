// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "models/store/storedesign.h"

namespace Forecourt::Tests {

/// The version after this one, as far as stores are concerned: vehicles have a warranty and a paper of it, and keys are
/// a table of their own, whose rows follow their vehicle.
namespace Later {

inline constexpr Table Keys{900};

inline const std::vector<SyncedTable>& tables()
{
    using namespace Qt::StringLiterals;
    static const std::vector<SyncedTable> all = [] {
        std::vector<SyncedTable> declared(syncedTables().begin(), syncedTables().end());
        for (SyncedTable& table : declared) {
            if (table.table != Table::Vehicles)
                continue;
            table.blobs.push_back({"warranty_sha"_L1, 3});
            table.roles.push_back({"reserve_minor"_L1, Roles::Owner | Roles::Manager});
        }
        declared.push_back({Keys,
                            "vehicle_keys"_L1,
                            TableKind::Edit,
                            {TableScope::Parent, "vehicle_id"_L1, Table::Vehicles},
                            {},
                            {},
                            {},
                            {}});
        return declared;
    }();
    return all;
}

inline StoreDesign design()
{
    using namespace Qt::StringLiterals;
    StoreDesign later{migrations(), tables()};
    later.steps.push_back({later.version() + 1, u"later"_s,
                           uR"sql(
ALTER TABLE vehicles ADD COLUMN warranty TEXT NOT NULL DEFAULT '';
ALTER TABLE vehicles ADD COLUMN warranty_km INTEGER;
ALTER TABLE vehicles ADD COLUMN warranty_sha BLOB;
ALTER TABLE vehicles ADD COLUMN reserve_minor INTEGER;
CREATE TABLE vehicle_keys (
  rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  _clk BLOB NOT NULL, _seq INTEGER, _del INTEGER NOT NULL DEFAULT 0, _ext BLOB,
  vehicle_id BLOB,
  place TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL DEFAULT 1
) STRICT;
)sql"_s});
    return later;
}

inline const Schema& schema()
{
    static const Schema read = [] {
        auto connection = Connection::open(QStringLiteral(":memory:"), Connection::Access::ReadWrite);
        if (!connection || !migrate(**connection, design().steps))
            qFatal("the later version");
        return *Schema::read(**connection, tables());
    }();
    return read;
}

inline std::uint16_t field(Table table, QStringView name)
{
    return schema().table(table).field(name)->number;
}

}  // namespace Later

}  // namespace Forecourt::Tests
