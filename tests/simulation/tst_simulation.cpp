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

private:
    QString run(int workstations, const Script& script, bool traced = false)
    {
        World world(m_templates, workstations, traced);
        for (const Action& action : script)
            world.perform(action);
        return world.finish();
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulation)
#include "tst_simulation.moc"
