// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/device.h"
#include "models/outbox/remoterow.h"
#include "models/outbox/storesnapshot.h"
#include "models/store/changes.h"
#include "models/store/schema.h"

#include <vector>

namespace Forecourt {

/// Puts the rows of a snapshot into the store, so that it is as if they had come in pages. Rows that are new here are
/// copied by SQLite itself, many times as fast as RemoteApply writes them; the few that are here already, or about
/// which something waits, go through RemoteApply.
///
/// Used on the writer thread: attach() before the transaction, install() inside it, and the end of its life after it.
class SnapshotInstall {
public:
    SnapshotInstall(Connection& connection, const Schema& schema, UtcMs now)
        : m_connection(connection), m_schema(schema), m_now(now)
    {
    }
    ~SnapshotInstall();
    SnapshotInstall(const SnapshotInstall&) = delete;
    SnapshotInstall& operator=(const SnapshotInstall&) = delete;

    /// Errors: MessageMalformed for a file that is not what `snapshot` says, else as Connection::run.
    [[nodiscard]] Expected<void> attach(const StoreSnapshot& snapshot);
    /// Brings the rows in and moves the cursor, the view and the clock of `device`, which are not stored yet. Errors as
    /// Connection::run, also for values that the store does not take.
    [[nodiscard]] Expected<void> install(Device& device, ChangeSet& changes);

private:
    Expected<bool> has(const TableSchema& table);
    Expected<void> installTable(const TableSchema& table, const Device& device, ChangeSet& changes);
    Expected<qint64> noteHere(const TableSchema& table);
    Expected<std::vector<RemoteRow>> rowsToMerge(const TableSchema& table);
    Expected<void> copyNew(const TableSchema& table, bool anyHere);
    Expected<void> wantFiles(const TableSchema& table);
    Expected<void> forgetRemoved(const TableSchema& table, ChangeSet& changes);
    Expected<void> see(const TableSchema& table, HlcClock& clock);

    Connection& m_connection;
    const Schema& m_schema;
    UtcMs m_now;
    StoreSnapshot m_snapshot;
    bool m_attached = false;
    std::vector<const TableSchema*> m_tables;  ///< that the file has
};

}  // namespace Forecourt
