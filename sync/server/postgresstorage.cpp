// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/postgresstorage.h"

#include "sync/server/serverschema.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// What SQLite keeps by itself: the version of the tables, and a number that every transaction changes. The first
/// number names our lock among all that programs may take in this database.
constexpr auto PostgresPrepareSql = R"sql(
SELECT pg_advisory_xact_lock(7310856202011);
CREATE TABLE IF NOT EXISTS store_state (
  one INTEGER PRIMARY KEY CHECK (one = 1), schema_version INTEGER NOT NULL, commits BIGINT NOT NULL);
INSERT INTO store_state VALUES (1, 0, 0) ON CONFLICT DO NOTHING;
)sql";

}  // namespace

PostgresStorage::PostgresStorage(std::unique_ptr<PostgresConnection> connection, Committed committed)
    : m_connection(std::move(connection)), m_committed(std::move(committed))
{
}

Expected<std::unique_ptr<PostgresStorage>> PostgresStorage::open(const PostgresAddress& address, Committed committed)
{
    auto connection = PostgresConnection::open(address);
    if (!connection)
        return fail(connection.error());
    std::unique_ptr<PostgresStorage> storage(new PostgresStorage(std::move(*connection), std::move(committed)));
    FC_TRY(storage->prepareSchema());
    return storage;
}

Expected<std::unique_ptr<PostgresStorage>> PostgresStorage::look(const PostgresAddress& address)
{
    auto connection = PostgresConnection::open(address);
    if (!connection)
        return fail(connection.error());
    std::unique_ptr<PostgresStorage> storage(new PostgresStorage(std::move(*connection), {}));
    FC_TRY(storage->m_connection->beginSnapshot());
    const auto there = storage->m_connection->scalar(u"SELECT to_regclass('store_state') IS NOT NULL"_s);
    if (!there)
        return fail(there.error());
    if (!there->toBool())
        return fail(ErrorCode::NotFound, address.shown());
    const auto version = storage->schemaVersion();
    if (!version)
        return fail(version.error());
    if (*version != serverSchemaVersion())
        return fail(*version > serverSchemaVersion() ? ErrorCode::StoreTooNew : ErrorCode::MigrationFailed,
                    address.shown(), u"server store version %1"_s.arg(*version));
    return storage;
}

Expected<void> PostgresStorage::beginAlone()
{
    FC_TRY(m_connection->begin());
    const auto version =
        m_connection->scalar(u"UPDATE store_state SET commits = commits + 1 WHERE one = 1 RETURNING schema_version"_s);
    if (!version) {
        m_connection->rollback();
        return fail(version.error());
    }
    // A newer server beside us has changed the tables since we looked.
    if (version->toInt() != serverSchemaVersion()) {
        m_connection->rollback();
        return fail(ErrorCode::StoreTooNew, {}, u"server store version %1"_s.arg(version->toInt()));
    }
    m_counted = true;
    return {};
}

Expected<void> PostgresStorage::beginPreparing()
{
    FC_TRY(m_connection->begin());
    if (const auto prepared = m_connection->script(QString::fromUtf8(PostgresPrepareSql)); !prepared) {
        m_connection->rollback();
        return fail(prepared.error());
    }
    return {};
}

Expected<void> PostgresStorage::commitAlone()
{
    FC_TRY(m_connection->commit());
    if (std::exchange(m_counted, false)) {
        ++m_ownCommits;
        if (m_committed)
            m_committed();
    }
    return {};
}

void PostgresStorage::rollbackAlone()
{
    m_counted = false;
    m_connection->rollback();
}

Expected<qint64> PostgresStorage::outsideVersion()
{
    const auto commits = m_connection->scalar(u"SELECT commits FROM store_state WHERE one = 1"_s);
    if (!commits)
        return fail(commits.error());
    constexpr qint64 Epoch = qint64(1) << 40;
    return m_connection->connections() * Epoch + commits->toLongLong() - m_ownCommits;
}

Expected<int> PostgresStorage::schemaVersion()
{
    const auto version = m_connection->scalar(u"SELECT schema_version FROM store_state WHERE one = 1"_s);
    if (!version)
        return fail(version.error());
    return version->toInt();
}

Expected<void> PostgresStorage::setSchemaVersion(int version)
{
    auto set = m_connection->run(u"UPDATE store_state SET schema_version = ? WHERE one = 1"_s, {version});
    if (!set)
        return fail(set.error());
    return {};
}

QString PostgresStorage::schemaScript(int version) const
{
    return serverSchemaScriptForPostgres(version);
}

}  // namespace Forecourt
