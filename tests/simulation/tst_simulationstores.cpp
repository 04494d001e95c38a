// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/play.h"

#include <QTest>

namespace Forecourt::Tests {

namespace {

constexpr std::uint64_t StoresSeeds = 60;

}  // namespace

/// Whatever database the servers keep their rows in, the same happens.
class TestSimulationStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
    }

    void theSameHappensOnEitherDatabase()
    {
        const std::uint64_t first = qMax(1ULL, qEnvironmentVariable("SIMULATION_FROM").toULongLong());
        const std::uint64_t last = qMax(StoresSeeds, qEnvironmentVariable("SIMULATION_UPTO").toULongLong());
        for (std::uint64_t seed = first; seed <= last; ++seed) {
            const Played onSqlite = played(seed, StoreKind::Sqlite);
            const Played onPostgres = played(seed, StoreKind::Postgres);
            QVERIFY2(onPostgres.wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(onPostgres.wrong)));
            QVERIFY2(onPostgres.trace == onSqlite.trace,
                     qPrintable(QStringLiteral("seed %1: other messages than on SQLite").arg(seed)));
        }
    }

private:
    struct Played {
        QString wrong;
        QByteArray trace;
    };
    Played played(std::uint64_t seed, StoreKind store)
    {
        WorldSetup setup = setupOf(seed);
        setup.store = store;
        World world(m_templates, setup, Trace::Mode::Hashed);
        for (const Action& action : scriptOf(seed, setup))
            world.perform(action);
        QString wrong = world.finish();
        return {std::move(wrong), world.hash()};
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulationStores)
#include "tst_simulationstores.moc"
