// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

namespace Forecourt {

class Connection;

/// One run of one statement, borrowed from the connection's cache of prepared statements and given back at the end
/// of its life. Columns count from 0. Not copied, not kept.
class Query {
public:
    Query(Query&&) noexcept;
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& operator=(Query&&) = delete;

    /// Advances to the next row; false after the last one. An error while stepping ends the rows too: see error().
    bool next();
    std::optional<Error> error() const;
    bool isNull(int column) const { return m_query->isNull(column); }
    QVariant value(int column) const { return m_query->value(column); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray blob(int column) const { return m_query->value(column).toByteArray(); }
    std::optional<qint64> optionalInteger(int column) const;
    int affected() const { return m_query->numRowsAffected(); }
    qint64 lastInsertId() const { return m_query->lastInsertId().toLongLong(); }

private:
    friend class Connection;
    Query(Connection& connection, QString sql, std::shared_ptr<QSqlQuery> query);

    Connection* m_connection;
    QString m_sql;
    std::shared_ptr<QSqlQuery> m_query;
};

/// One SQLite connection, used only by the thread that opened it.
/// Parameters are positional (`?`): named ones make Qt rewrite the statement at each prepare.
class Connection {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens `file` (":memory:" for one in memory) with write-ahead log, foreign keys and a busy timeout of 5 s.
    /// Errors: StoreUnreadable.
    static Expected<std::unique_ptr<Connection>> open(const QString& file, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs a statement with its parameters. Errors: DiskFull, StoreDamaged, QueryFailed (detail: SQLite's words).
    [[nodiscard]] Expected<Query> run(const QString& sql, const QVariantList& parameters = {});
    /// Runs several statements without parameters, separated by semicolons (triggers may contain them).
    [[nodiscard]] Expected<void> script(const QString& sql);
    /// First column of the first row; an invalid QVariant when there is none.
    [[nodiscard]] Expected<QVariant> scalar(const QString& sql, const QVariantList& parameters = {});
    /// First column of all rows as integers, which all parameters must be too, or texts or blobs. For long lists of row
    /// numbers: five times as fast as stepping with Query.
    [[nodiscard]] Expected<std::vector<qint64>> integers(const QString& sql, const QVariantList& parameters = {});

    /// Wakes up a statement that runs on another thread: it fails with Cancelled. Thread-safe.
    void interrupt();
    /// The sqlite3* beneath, for SQLite's own interfaces that are not statements: copies of a whole store, hooks.
    void* handle() const { return m_handle; }

private:
    friend class Query;
    explicit Connection(QSqlDatabase database) : m_database(std::move(database)) {}
    void giveBack(const QString& sql, std::shared_ptr<QSqlQuery> query);
    Error errorOf(int code, const QString& words) const;
    Error errorOf(const QSqlError& error, const QString& sql) const;

    QSqlDatabase m_database;
    void* m_handle = nullptr;  // sqlite3*
    QHash<QString, std::vector<std::shared_ptr<QSqlQuery>>> m_idle;
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
