// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <QTest>

namespace Forecourt::Tests {

namespace {

constexpr std::uint64_t SimulationSeeds = 500;
/// Two mostly, as most faults need no more, up to five.
int simulationWorkstations(std::uint64_t seed)
{
    return seed % 4 == 0 ? 3 + static_cast<int>(seed / 4 % 3) : 2;
}

}  // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndAllAgree()
    {
        bool given = false;
        const std::uint64_t last = qMax(SimulationSeeds, qEnvironmentVariable("SIMULATION_UPTO").toULongLong());
        const std::uint64_t first = qEnvironmentVariable("SIMULATION_SEED").toULongLong(&given);
        for (std::uint64_t seed = given ? first : 1; seed <= (given ? first : last); ++seed) {
            const int workstations = simulationWorkstations(seed);
            const Script script = scriptOf(seed, workstations);
            const QString wrong = run(workstations, script);
            if (wrong.isEmpty())
                continue;
            const Script less = shrunk(script, [&](const Script& one) { return !run(workstations, one).isEmpty(); });
            if (given)
                run(workstations, less, true);
            QFAIL(qPrintable(QStringLiteral("seed %1: %2\n%3").arg(seed).arg(run(workstations, less), describe(less))));
        }
    }

    void theSameSeedGivesTheSameWorld()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const auto hash = [&] {
                World world(m_templates, simulationWorkstations(seed));
                for (const Action& action : scriptOf(seed, simulationWorkstations(seed)))
                    world.perform(action);
                world.finish();
                return world.hash();
            };
            QCOMPARE(hash(), hash());
        }
    }

    void faultsAreNoticed_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("a row is dropped") << Fault::RowDropped;
        QTest::newRow("a push is swallowed") << Fault::PushSwallowed;
        QTest::newRow("bases are stripped") << Fault::BasesStripped;
        QTest::newRow("pages are swapped") << Fault::PagesSwapped;
        QTest::newRow("exceptions are dropped") << Fault::ExceptionsDropped;
        QTest::newRow("a removal is dropped") << Fault::RemovalDropped;
    }
    void faultsAreNoticed()
    {
        QFETCH(const Fault, fault);
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const int workstations = simulationWorkstations(seed);
            if (const QString noticed = run(workstations, scriptOf(seed, workstations), false, fault);
                !noticed.isEmpty()) {
                qInfo("seed %d: %s", static_cast<int>(seed), qUtf8Printable(noticed));
                return;
            }
        }
        QFAIL("nothing was noticed");
    }

private:
    QString run(int workstations, const Script& script, bool traced = false, Fault fault = Fault::None)
    {
        World world(m_templates, workstations, traced, fault);
        for (const Action& action : script)
            world.perform(action);
        return world.finish();
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulation)
#include "tst_simulation.moc"
