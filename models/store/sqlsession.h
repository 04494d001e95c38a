// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>
#include <vector>

namespace Forecourt {

class SqlSession;

/// One run of one statement, borrowed from the session's cache of prepared statements and given back at the end
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
    QStringList columns() const;
    int affected() const { return m_query->numRowsAffected(); }
    qint64 lastInsertId() const { return m_query->lastInsertId().toLongLong(); }

private:
    friend class SqlSession;
    Query(SqlSession& session, QString sql, std::shared_ptr<QSqlQuery> query);

    SqlSession* m_session;
    QString m_sql;
    std::shared_ptr<QSqlQuery> m_query;
};

/// One session with a database of any kind, used only by the thread that opened it.
/// Parameters are positional (`?`): named ones make Qt rewrite the statement at each prepare.
class SqlSession {
public:
    virtual ~SqlSession();
    SqlSession(const SqlSession&) = delete;
    SqlSession& operator=(const SqlSession&) = delete;

    /// Runs a statement with its parameters. Errors: DiskFull, StoreDamaged, QueryFailed (detail: the database's
    /// words).
    [[nodiscard]] virtual Expected<Query> run(const QString& sql, const QVariantList& parameters = {});
    /// The same for very many rows, which are never all in memory; no other statement runs on this session meanwhile.
    [[nodiscard]] Expected<Query> stream(const QString& sql);
    /// Runs several statements without parameters, separated by semicolons.
    [[nodiscard]] virtual Expected<void> script(const QString& sql) = 0;
    /// First column of the first row; an invalid QVariant when there is none.
    [[nodiscard]] Expected<QVariant> scalar(const QString& sql, const QVariantList& parameters = {});

protected:
    /// Takes a database that was made by newDatabase().
    explicit SqlSession(const QSqlDatabase& database) : m_database(database) {}
    /// Not open yet, under a name that no other session has.
    static QSqlDatabase newDatabase(const QString& driver);

    /// Rows are read once, in order; a driver that keeps them in memory anyway may say no.
    virtual bool readsForward() const { return true; }
    virtual Error errorOf(const QSqlError& error, const QString& sql) const = 0;
    /// Leaves the present database without a word to it, for one that is as new.
    void replaceDatabase(const QSqlDatabase& database);
    QSqlDatabase& database() { return m_database; }
    const QSqlDatabase& database() const { return m_database; }

private:
    friend class Query;
    Expected<Query> execute(const QString& sql, const QVariantList& parameters, bool forwardOnly);
    void giveBack(const QString& sql, std::shared_ptr<QSqlQuery> query);

    QSqlDatabase m_database;
    QHash<QString, std::vector<std::shared_ptr<QSqlQuery>>> m_idle;
};

}  // namespace Forecourt
