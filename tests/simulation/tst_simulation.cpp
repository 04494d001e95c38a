// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <QTest>

namespace Forecourt::Tests {

namespace {

constexpr std::uint64_t SimulationSeeds = 500;
constexpr int SimulationWorkstations = 2;

}  // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndAllAgree()
    {
        bool given = false;
        const std::uint64_t first = qEnvironmentVariable("SIMULATION_SEED").toULongLong(&given);
        for (std::uint64_t seed = given ? first : 1; seed <= (given ? first : SimulationSeeds); ++seed) {
            const Script script = scriptOf(seed, SimulationWorkstations);
            const QString wrong = run(script);
            if (wrong.isEmpty())
                continue;
            const Script less = shrunk(script, [this](const Script& one) { return !run(one).isEmpty(); });
            if (given)
                run(less, true);
            QFAIL(qPrintable(QStringLiteral("seed %1: %2\n%3").arg(seed).arg(run(less), describe(less))));
        }
    }

private:
    QString run(const Script& script, bool traced = false)
    {
        World world(m_templates, SimulationWorkstations, traced);
        for (const Action& action : script)
            world.perform(action);
        return world.finish();
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulation)
#include "tst_simulation.moc"
