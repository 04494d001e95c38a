// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/postgresstorage.h"
#include "sync/server/sqlitestorage.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace Forecourt::Tests {

/// What a server under test keeps its rows in.
enum class StoreKind { Sqlite, Postgres };

}  // namespace Forecourt::Tests

Q_DECLARE_METATYPE(Forecourt::Tests::StoreKind)

namespace Forecourt::Tests {

/// For initTestCase_data(): every test of the class runs on each kind of store that is here.
inline void addStoreKinds()
{
    QTest::addColumn<StoreKind>("store");
    QTest::newRow("SQLite") << StoreKind::Sqlite;
    if (PostgresServer::isInstalled())
        QTest::newRow("PostgreSQL") << StoreKind::Postgres;
    else
        qWarning("%s", PostgresServer::Missing);
}

inline StoreKind storeUnderTest()
{
    QFETCH_GLOBAL(StoreKind, store);
    return store;
}

/// An empty store for one server. It can be opened several times, as by several processes, and lasts as long as this.
class ServerStore {
public:
    explicit ServerStore(StoreKind kind = storeUnderTest())
        : m_postgres(kind == StoreKind::Postgres ? PostgresServer::shared().newDatabase() : QString())
    {
    }

    std::unique_ptr<ServerStorage> open() const
    {
        if (m_postgres.isEmpty())
            return opened(SqliteStorage::open(m_directory.filePath(QStringLiteral("server.sqlite"))));
        return opened(PostgresStorage::open(*PostgresAddress::parse(m_postgres)));
    }

private:
    template <class Storage>
    static std::unique_ptr<ServerStorage> opened(Expected<std::unique_ptr<Storage>> storage)
    {
        if (!storage)
            qFatal("test server: %s", qUtf8Printable(storage.error().detail));
        return std::move(*storage);
    }

    QTemporaryDir m_directory;
    QString m_postgres;
};

}  // namespace Forecourt::Tests
