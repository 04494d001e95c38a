// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/sqlsession.h"

#include <memory>
#include <vector>

namespace Forecourt {

/// One SQLite connection, used only by the thread that opened it.
class Connection final : public SqlSession {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens `file` (":memory:" for one in memory) with write-ahead log, foreign keys and a busy timeout of 5 s.
    /// Errors: StoreUnreadable.
    static Expected<std::unique_ptr<Connection>> open(const QString& file, Access access);

    /// Triggers may contain semicolons.
    [[nodiscard]] Expected<void> script(const QString& sql) override;
    /// First column of all rows as integers, which all parameters must be too, or texts or blobs. For long lists of row
    /// numbers: five times as fast as stepping with Query.
    [[nodiscard]] Expected<std::vector<qint64>> integers(const QString& sql, const QVariantList& parameters = {});

    /// Wakes up a statement that runs on another thread: it fails with Cancelled. Thread-safe.
    void interrupt();
    /// The sqlite3* beneath, for SQLite's own interfaces that are not statements: copies of a whole store, hooks.
    void* handle() const { return m_handle; }

private:
    explicit Connection(const QSqlDatabase& database) : SqlSession(database) {}
    Error errorOf(int code, const QString& words) const;
    Error errorOf(const QSqlError& error, const QString& sql) const override;

    void* m_handle = nullptr;  // sqlite3*
};

/// Rolls back unless committed.
class Transaction {
public:
    /// BEGIN IMMEDIATE. Errors as Connection::run.
    static Expected<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    [[nodiscard]] Expected<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

}  // namespace Forecourt
