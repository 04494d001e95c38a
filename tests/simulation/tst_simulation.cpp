// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/play.h"

#include <QTest>

#include <algorithm>

namespace Forecourt::Tests {

namespace {

constexpr std::uint64_t SimulationSeeds = 2'000;
constexpr std::uint64_t SimulationTogether = 250;

/// Which of the seeds this process plays, as SIMULATION_SHARD says: "1/2" is the second half.
bool isMine(std::uint64_t seed)
{
    const QStringList shard = qEnvironmentVariable("SIMULATION_SHARD").split(QLatin1Char('/'));
    return shard.size() != 2 || shard[1].toUInt() == 0 || seed % shard[1].toUInt() == shard[0].toUInt();
}

}  // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndAllAgree_data()
    {
        QTest::addColumn<std::uint64_t>("from");
        QTest::addColumn<std::uint64_t>("upto");
        if (const std::uint64_t seed = qEnvironmentVariable("SIMULATION_SEED").toULongLong(); seed > 0) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed << seed;
            return;
        }
        const std::uint64_t first = qMax(1ULL, qEnvironmentVariable("SIMULATION_FROM").toULongLong());
        const std::uint64_t last = qMax(SimulationSeeds, qEnvironmentVariable("SIMULATION_UPTO").toULongLong());
        // Qt Test takes a function that takes too long for one that hangs.
        for (std::uint64_t from = first; from <= last; from += SimulationTogether) {
            const std::uint64_t upto = std::min(last, from + SimulationTogether - 1);
            QTest::addRow("seeds %llu to %llu", static_cast<unsigned long long>(from),
                          static_cast<unsigned long long>(upto))
                << from << upto;
        }
    }
    void nothingIsLostAndAllAgree()
    {
        QFETCH(const std::uint64_t, from);
        QFETCH(const std::uint64_t, upto);
        for (std::uint64_t seed = from; seed <= upto && !QTest::currentTestFailed(); ++seed) {
            if (from == upto || isMine(seed))
                verify(seed, from == upto);
        }
    }

    void theSameSeedGivesTheSameWorld()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto hash = [&] {
                World world(m_templates, setupOf(seed), Trace::Mode::Hashed);
                for (const Action& action : scriptOf(seed, setupOf(seed)))
                    world.perform(action);
                world.finish();
                return world.hash();
            };
            QVERIFY2(hash() == hash(), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

private:
    void verify(std::uint64_t seed, bool traced)
    {
        WorldSetup setup = setupOf(seed);
        if (qEnvironmentVariable("SIMULATION_STORE") == QLatin1StringView("postgresql"))
            setup.store = StoreKind::Postgres;
        const Script script = scriptOf(seed, setup);
        if (play(m_templates, setup, script).isEmpty())
            return;
        const Script less = shrunk(script, [&](const Script& one) { return !play(m_templates, setup, one).isEmpty(); });
        const QString wrong = play(m_templates, setup, less, traced ? Trace::Mode::Printed : Trace::Mode::Off);
        QFAIL(qPrintable(QStringLiteral("seed %1: %2\n%3").arg(seed).arg(wrong, describe(less))));
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulation)
#include "tst_simulation.moc"
