// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/postgresserver.h"

#include <QStringList>
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

/// Options of a forecourt-server that keeps its rows in a new store of this kind.
inline QStringList storeOptions(StoreKind kind)
{
    if (kind == StoreKind::Sqlite)
        return {};
    return {QStringLiteral("--database"), PostgresServer::shared().newDatabase()};
}

}  // namespace Forecourt::Tests
