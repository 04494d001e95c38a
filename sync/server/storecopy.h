// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/storelocation.h"

namespace Forecourt {

/// What a store holds, told in one number per table: equal stores have equal sums, on whatever database and in whatever
/// order.
struct StoreSums {
    struct TableSum {
        QString table;
        qint64 rows = 0;
        QByteArray sum;  ///< exclusive or of the SHA-256 of all rows

        friend bool operator==(const TableSum&, const TableSum&) = default;
    };
    std::vector<TableSum> tables;

    qint64 rows() const;

    friend bool operator==(const StoreSums&, const StoreSums&) = default;
};

/// Reads all of a store. Errors: those of the storage.
Expected<StoreSums> sumStore(SqlStorage& store);

/// Whether nobody has used this store yet.
Expected<bool> isStoreEmpty(SqlStorage& store);

/// Makes `to` the same store as `from`: same dealership, same epoch, so that workstations go on with their cursors.
/// Both have the tables of this program, `to` is replaced whatever it holds, and both are inside a transaction; before
/// that of `to` is committed, everything in it has been read again and compared. Errors: those of the storages,
/// QueryFailed (`detail`: the table that came out otherwise).
Expected<StoreSums> copyStore(SqlStorage& from, SqlStorage& to);

/// Moves the rows of a server from the SQLite file in `from.directory` to `to.database`, in one transaction: all of
/// them, or none. The file stays as movedFile(). When it is interrupted between the two, it is just run again. Errors:
/// NotFound (no server there), StoreInUse (a server runs), InvalidInput (the database holds another store), those of
/// copyStore().
Expected<StoreSums> migrateStore(const StoreLocation& from, const StoreLocation& to);

}  // namespace Forecourt
