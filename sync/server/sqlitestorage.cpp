// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlitestorage.h"

#include "sync/server/serverschema.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::unique_ptr<SqliteStorage>> SqliteStorage::open(const QString& file)
{
    auto connection = Connection::open(file, Connection::Access::ReadWrite);
    if (!connection)
        return fail(connection.error());
    std::unique_ptr<SqliteStorage> storage(new SqliteStorage(std::move(*connection)));
    FC_TRY(storage->prepareSchema());
    return storage;
}

Expected<std::unique_ptr<SqliteStorage>> SqliteStorage::look(const QString& file)
{
    auto connection = Connection::open(file, Connection::Access::ReadOnly);
    if (!connection)
        return fail(connection.error());
    std::unique_ptr<SqliteStorage> storage(new SqliteStorage(std::move(*connection)));
    const auto version = storage->schemaVersion();
    if (!version)
        return fail(version.error());
    if (*version > serverSchemaVersion())
        return fail(ErrorCode::StoreTooNew, file, u"server store version %1"_s.arg(*version));
    storage->lookAtVersion(*version);
    return storage;
}

Expected<void> SqliteStorage::beginAlone()
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return fail(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    return {};
}

Expected<void> SqliteStorage::commitAlone()
{
    FC_TRY(m_transaction->commit());
    m_transaction.reset();
    return {};
}

void SqliteStorage::rollbackAlone()
{
    m_transaction.reset();
}

Expected<qint64> SqliteStorage::outsideVersion()
{
    auto value = m_connection->scalar(u"PRAGMA data_version"_s);
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

Expected<int> SqliteStorage::schemaVersion()
{
    const auto version = m_connection->scalar(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    return version->toInt();
}

Expected<void> SqliteStorage::setSchemaVersion(int version)
{
    return m_connection->script(u"PRAGMA user_version = %1"_s.arg(version));
}

QString SqliteStorage::schemaScript(int version) const
{
    return serverSchemaScript(version);
}

}  // namespace Forecourt
