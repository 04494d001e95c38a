// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/connection.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <mutex>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::unique_ptr<Connection>> Connection::open(const QString& file, Access access)
{
    // Counting what it allocates makes SQLite take one lock for all threads at each allocation. Only before its first
    // use; where something else has used it, it goes on counting.
    static std::once_flag configured;
    std::call_once(configured, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
    QSqlDatabase database = newDatabase(u"QSQLITE"_s);
    database.setDatabaseName(file);
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    std::unique_ptr<Connection> connection(new Connection(database));
    if (!database.open())
        return fail(ErrorCode::StoreUnreadable, file, database.lastError().databaseText());
    const QVariant handle = database.driver()->handle();
    connection->m_handle = *static_cast<sqlite3* const*>(handle.data());

    FC_TRY(connection->script(u"PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY"_s));
    if (access == Access::ReadWrite)
        FC_TRY(connection->script(u"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"_s));
    return connection;
}

Expected<void> Connection::script(const QString& sql)
{
    // QSqlQuery takes one statement at a time and cannot tell where a trigger ends; SQLite can.
    const QByteArray utf8 = sql.toUtf8();
    const char* rest = utf8.constData();
    auto* handle = static_cast<sqlite3*>(m_handle);
    while (*rest != '\0') {
        sqlite3_stmt* statement = nullptr;
        int code = sqlite3_prepare_v2(handle, rest, -1, &statement, &rest);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            if (!statement)
                break;
            code = sqlite3_step(statement);
        }
        const QString words = QString::fromUtf8(sqlite3_errmsg(handle));
        sqlite3_finalize(statement);
        if (code != SQLITE_OK && code != SQLITE_DONE)
            return fail(errorOf(code, words));
    }
    return {};
}

Expected<std::vector<qint64>> Connection::integers(const QString& sql, const QVariantList& parameters)
{
    auto* handle = static_cast<sqlite3*>(m_handle);
    sqlite3_stmt* statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    int code = sqlite3_prepare_v2(handle, utf8.constData(), static_cast<int>(utf8.size()), &statement, nullptr);
    for (int i = 0; code == SQLITE_OK && i < parameters.size(); ++i) {
        const QVariant& parameter = parameters.at(i);
        const bool isBlob = parameter.typeId() == QMetaType::QByteArray;
        const QByteArray bytes = isBlob ? parameter.toByteArray() : parameter.toString().toUtf8();
        if (parameter.typeId() == QMetaType::LongLong)
            code = sqlite3_bind_int64(statement, i + 1, parameter.toLongLong());
        else if (isBlob)
            code = sqlite3_bind_blob(statement, i + 1, bytes.constData(), static_cast<int>(bytes.size()),
                                     SQLITE_TRANSIENT);
        else
            code = sqlite3_bind_text(statement, i + 1, bytes.constData(), static_cast<int>(bytes.size()),
                                     SQLITE_TRANSIENT);
    }
    std::vector<qint64> numbers;
    if (code == SQLITE_OK)
        while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            numbers.push_back(sqlite3_column_int64(statement, 0));
    const QString words = QString::fromUtf8(sqlite3_errmsg(handle));
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        return fail(errorOf(code, words));
    return numbers;
}

void Connection::interrupt()
{
    sqlite3_interrupt(static_cast<sqlite3*>(m_handle));
}

Error Connection::errorOf(int code, const QString& words) const
{
    switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorCode::DiskFull, {}, words};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {ErrorCode::StoreDamaged, database().databaseName(), words};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return {ErrorCode::StoreUnreadable, database().databaseName(), words};
    case SQLITE_INTERRUPT: return {ErrorCode::Cancelled, {}, words};
    default: return {ErrorCode::QueryFailed, {}, words};
    }
}

Error Connection::errorOf(const QSqlError& error, const QString& sql) const
{
    Error typed = errorOf(error.nativeErrorCode().toInt(), error.databaseText());
    if (typed.code == ErrorCode::QueryFailed)
        typed.detail += u" · "_s + sql.simplified().left(160);
    return typed;
}

Expected<Transaction> Transaction::begin(Connection& connection)
{
    if (auto begun = connection.run(u"BEGIN IMMEDIATE"_s); !begun)
        return fail(begun.error());
    return Transaction(connection);
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (disk full); a second ROLLBACK then fails, and that is fine.
    if (m_connection)
        std::ignore = m_connection->run(u"ROLLBACK"_s);
}

Expected<void> Transaction::commit()
{
    auto committed = m_connection->run(u"COMMIT"_s);
    if (!committed)
        return fail(committed.error());
    m_connection = nullptr;
    return {};
}

}  // namespace Forecourt
