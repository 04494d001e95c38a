// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/postgresconnection.h"
#include "sync/server/sqlstorage.h"

#include <functional>
#include <memory>

namespace Forecourt {

/// The server's store in a PostgreSQL database, which several servers may share.
///
/// Whoever begins a transaction takes the lock on the one row of store_state first, as SQLite takes its own lock: so
/// sequences follow the order of commits, two connections of one device cannot interleave their pushes, and nobody can
/// wait for anybody in a circle. Readers wait for nobody.
class PostgresStorage : public SqlStorage {
public:
    /// Called after each commit that others may want to hear of, on the thread of the storage.
    using Committed = std::function<void()>;

    /// Creates the tables in an empty database. Errors: DatabaseUnreachable, StoreTooNew, those of the database.
    static Expected<std::unique_ptr<PostgresStorage>> open(const PostgresAddress& address, Committed committed = {});

    /// Opens a store as it is at this moment, to read all of it beside servers that go on.
    /// Errors: DatabaseUnreachable, NotFound (no store there), StoreTooNew, MigrationFailed (tables of an older
    /// server).
    static Expected<std::unique_ptr<PostgresStorage>> look(const PostgresAddress& address);

    /// Counts the transactions of others. Also differs after a reconnect: nobody knows what happened meanwhile.
    Expected<qint64> outsideVersion() override;

    SqlSession& session() override { return *m_connection; }

protected:
    explicit PostgresStorage(std::unique_ptr<PostgresConnection> connection, Committed committed = {});
    Expected<void> commitAlone() override;
    void rollbackAlone() override;

private:
    Expected<void> beginAlone() override;
    Expected<void> beginPreparing() override;
    Expected<int> schemaVersion() override;
    Expected<void> setSchemaVersion(int version) override;
    QString schemaScript(int version) const override;

    std::unique_ptr<PostgresConnection> m_connection;
    Committed m_committed;
    qint64 m_ownCommits = 0;
    bool m_counted = false;  ///< the open transaction counts as one
};

}  // namespace Forecourt
