// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/sqlsession.h"

#include <QAtomicInteger>
#include <QSqlError>
#include <QSqlRecord>

namespace Forecourt {

using namespace Qt::StringLiterals;

Query::Query(SqlSession& session, QString sql, std::shared_ptr<QSqlQuery> query)
    : m_session(&session), m_sql(std::move(sql)), m_query(std::move(query))
{
}

Query::Query(Query&& other) noexcept
    : m_session(other.m_session), m_sql(std::move(other.m_sql)), m_query(std::move(other.m_query))
{
}

Query::~Query()
{
    if (m_query)
        m_session->giveBack(m_sql, std::move(m_query));
}

bool Query::next()
{
    return m_query->next();
}

std::optional<Error> Query::error() const
{
    const QSqlError error = m_query->lastError();
    if (!error.isValid())
        return std::nullopt;
    return m_session->errorOf(error, m_sql);
}

std::optional<qint64> Query::optionalInteger(int column) const
{
    const QVariant value = m_query->value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

QStringList Query::columns() const
{
    const QSqlRecord record = m_query->record();
    QStringList names;
    for (int i = 0; i < record.count(); ++i)
        names.append(record.fieldName(i));
    return names;
}

QSqlDatabase SqlSession::newDatabase(const QString& driver)
{
    static QAtomicInteger<quint64> serial;
    return QSqlDatabase::addDatabase(driver, u"forecourt-%1"_s.arg(serial.fetchAndAddRelaxed(1)));
}

SqlSession::~SqlSession()
{
    m_idle.clear();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

void SqlSession::replaceDatabase(const QSqlDatabase& database)
{
    const QString name = m_database.connectionName();
    m_database = database;
    // The driver goes first: statements then do not try to tell it about their end.
    QSqlDatabase::removeDatabase(name);
    m_idle.clear();
}

Expected<Query> SqlSession::run(const QString& sql, const QVariantList& parameters)
{
    return execute(sql, parameters, readsForward());
}

Expected<Query> SqlSession::stream(const QString& sql)
{
    return execute(sql, {}, true);
}

Expected<Query> SqlSession::execute(const QString& sql, const QVariantList& parameters, bool forwardOnly)
{
    std::shared_ptr<QSqlQuery> query;
    if (auto idle = m_idle.find(sql); idle != m_idle.end() && !idle->empty()) {
        query = std::move(idle->back());
        idle->pop_back();
    } else {
        query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(forwardOnly);
        if (!query->prepare(sql))
            return fail(errorOf(query->lastError(), sql));
    }
    if (query->isForwardOnly() != forwardOnly)
        query->setForwardOnly(forwardOnly);
    for (int i = 0; i < parameters.size(); ++i)
        query->bindValue(i, parameters.at(i));
    Query running(*this, sql, query);
    if (!query->exec())
        return fail(errorOf(query->lastError(), sql));
    return running;
}

Expected<QVariant> SqlSession::scalar(const QString& sql, const QVariantList& parameters)
{
    auto query = run(sql, parameters);
    if (!query)
        return fail(query.error());
    if (query->next())
        return query->value(0);
    if (const auto error = query->error())
        return fail(*error);
    return QVariant();
}

void SqlSession::giveBack(const QString& sql, std::shared_ptr<QSqlQuery> query)
{
    query->finish();
    m_idle[sql].push_back(std::move(query));
}

}  // namespace Forecourt
