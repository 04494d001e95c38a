// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"
#include "sync/server/sqlstorage.h"

#include <memory>

namespace Forecourt {

/// The server's store in one SQLite file.
class SqliteStorage : public SqlStorage {
public:
    /// Opens or creates `file` (":memory:" for one in memory).
    /// Errors: StoreUnreadable, StoreTooNew, StoreDamaged, DiskFull.
    static Expected<std::unique_ptr<SqliteStorage>> open(const QString& file);
    /// Opens `file` to look at it: nothing in it changes, reading is all that works, and an older version is not
    /// brought up to date. Errors: StoreUnreadable, StoreTooNew.
    static Expected<std::unique_ptr<SqliteStorage>> look(const QString& file);

    /// SQLite's own: changes when another connection has committed.
    Expected<qint64> outsideVersion() override;

    SqlSession& session() override { return *m_connection; }

protected:
    explicit SqliteStorage(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
    Expected<void> beginAlone() override;
    Expected<void> commitAlone() override;
    void rollbackAlone() override;

private:
    Expected<int> schemaVersion() override;
    Expected<void> setSchemaVersion(int version) override;
    QString schemaScript(int version) const override;

    std::unique_ptr<Connection> m_connection;
    std::optional<Transaction> m_transaction;
};

}  // namespace Forecourt
