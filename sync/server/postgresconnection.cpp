// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/postgresconnection.h"

#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(postgresLog, "forecourt.server.postgres")

/// While the database is away, requests fail at once instead of each waiting for a connection.
constexpr qint64 PostgresRetryMs = 250;

/// An answer means that the data are on the disk, whatever the database does for others. A process that stops in the
/// middle of a transaction, or somebody at a prompt, must not hold up everybody for ever. A row anywhere costs hardly
/// more than the next one: with the price that disks had once, what one person did was searched for in the whole audit
/// log and not by its index (355 ms among a million entries, 0.1 ms by the index).
constexpr auto PostgresSettings = R"sql(
SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');
SET idle_in_transaction_session_timeout = '30s';
SET lock_timeout = '15s';
SET random_page_cost = 1.1;
SET client_min_messages = warning;
)sql";

/// PostgreSQL manual, appendix "PostgreSQL Error Codes": connection exceptions, and the server going down or coming up.
/// No code at all: the words are those of libpq, which lost the connection.
bool postgresLost(const QString& state)
{
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1);
}

}  // namespace

PostgresConnection::PostgresConnection(const PostgresAddress& address)
    : SqlSession(newDatabase(u"QPSQL"_s)), m_address(address)
{
}

PostgresConnection::~PostgresConnection()
{
    replaceDatabase({});
}

Expected<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const PostgresAddress& address)
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return fail(ErrorCode::DatabaseUnreachable, address.shown(),
                    u"Qt's driver for PostgreSQL is not installed (Debian: libqt6sql6-psql)"_s);
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(address));
    FC_TRY(connection->connectNow());
    return connection;
}

Expected<void> PostgresConnection::connectNow()
{
    database().setConnectOptions(m_address.connectOptions());
    if (!database().open()) {
        m_failedSince.start();
        return fail(ErrorCode::DatabaseUnreachable, m_address.shown(),
                    database().lastError().databaseText().simplified());
    }
    ++m_connections;
    m_lost = false;
    m_failedSince.invalidate();
    return scriptOnce(QString::fromUtf8(PostgresSettings));
}

Expected<void> PostgresConnection::reconnect()
{
    if (m_failedSince.isValid() && m_failedSince.elapsed() < PostgresRetryMs)
        return fail(ErrorCode::DatabaseUnreachable, m_address.shown());
    replaceDatabase(newDatabase(u"QPSQL"_s));
    FC_TRY(connectNow());
    qCInfo(postgresLog) << "Connected again to" << m_address.shown();
    return {};
}

template <class Statement>
auto PostgresConnection::repeatedly(Statement statement) -> decltype(statement())
{
    if (!m_lost) {
        auto done = statement();
        if (done)
            return done;
        m_spoilt = m_spoilt || m_inTransaction;
        if (!m_lost)
            return done;
        qCWarning(postgresLog) << "Connection lost:" << done.error().detail;
        if (m_inTransaction)
            return done;
    }
    if (m_inTransaction)
        return fail(ErrorCode::DatabaseUnreachable, m_address.shown());
    FC_TRY(reconnect());
    return statement();
}

Expected<Query> PostgresConnection::run(const QString& sql, const QVariantList& values)
{
    // The one character that a text of PostgreSQL cannot hold.
    QVariantList parameters = values;
    for (QVariant& value : parameters) {
        if (value.typeId() == QMetaType::QString && value.toString().contains(QChar::Null))
            value = value.toString().replace(QChar::Null, QChar::ReplacementCharacter);
    }
    return repeatedly([&] { return SqlSession::run(sql, parameters); });
}

Expected<void> PostgresConnection::script(const QString& sql)
{
    return repeatedly([&] { return scriptOnce(sql); });
}

Expected<void> PostgresConnection::scriptOnce(const QString& sql)
{
    QSqlQuery query(database());
    // A connection that libpq has given up makes Qt refuse without an error.
    if (!query.exec(sql))
        return fail(errorOf(query.lastError(), sql));
    while (query.nextResult()) {
    }
    if (query.lastError().isValid())
        return fail(errorOf(query.lastError(), sql));
    return {};
}

Expected<void> PostgresConnection::begin()
{
    return beginAs(u"BEGIN"_s);
}

Expected<void> PostgresConnection::beginSnapshot()
{
    return beginAs(u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
}

Expected<void> PostgresConnection::beginAs(const QString& sql)
{
    FC_TRY(script(sql));
    m_inTransaction = true;
    m_spoilt = false;
    return {};
}

Expected<void> PostgresConnection::commit()
{
    // PostgreSQL would take COMMIT for ROLLBACK then, and report no error.
    if (m_spoilt)
        return fail(ErrorCode::QueryFailed, {}, u"a statement of this transaction has failed"_s);
    FC_TRY(script(u"COMMIT"_s));
    m_inTransaction = false;
    return {};
}

void PostgresConnection::rollback()
{
    if (!std::exchange(m_inTransaction, false) || m_lost)
        return;
    // What cannot even roll back is not used again.
    if (!scriptOnce(u"ROLLBACK"_s))
        m_lost = true;
}

Error PostgresConnection::errorOf(const QSqlError& error, const QString& sql) const
{
    const QString state = error.nativeErrorCode();
    const QString words = error.databaseText().simplified();
    if (postgresLost(state)) {
        m_lost = true;
        return {ErrorCode::DatabaseUnreachable, m_address.shown(), words};
    }
    if (state == "53100"_L1)
        return {ErrorCode::DiskFull, {}, words};
    if (state.startsWith("XX"_L1))
        return {ErrorCode::StoreDamaged, m_address.shown(), words};
    return {ErrorCode::QueryFailed, {}, words + u" · "_s + sql.simplified().left(160)};
}

}  // namespace Forecourt
