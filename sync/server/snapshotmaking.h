// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"
#include "sync/server/snapshotclass.h"
#include "sync/server/snapshotshelf.h"

#include <atomic>
#include <functional>

namespace Forecourt {

/// Makes snapshots from the rows in `storage`, beside a server that goes on writing to it.
class SnapshotMaking {
public:
    /// Told after each few thousand rows.
    using Progress = std::function<void(const Wire::Making&)>;

    SnapshotMaking(ServerStorage& storage, const Schema& schema, const SnapshotShelf& shelf,
                   const std::atomic<bool>& stop)
        : m_storage(storage), m_schema(schema), m_shelf(shelf), m_stop(stop)
    {
    }

    /// Reads, packs and shelves. Errors: Cancelled (once `stop` is true), DiskFull, StoreTooNew (there are rows that
    /// only workstations of a later version know), those of the storage. Nothing is left of it then.
    Expected<SnapshotShelf::Entry> make(const SnapshotClass& whose, const Progress& progress) const;

private:
    Expected<qint64> write(const QString& path, const SnapshotClass& whose, qint64 upto,
                           const Progress& progress) const;

    ServerStorage& m_storage;
    const Schema& m_schema;
    const SnapshotShelf& m_shelf;
    const std::atomic<bool>& m_stop;
};

}  // namespace Forecourt
