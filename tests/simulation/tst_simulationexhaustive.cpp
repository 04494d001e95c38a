// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/play.h"

#include <QTest>

#include <array>

namespace Forecourt::Tests {

namespace {

/// The workstation that has made the vehicle, and then stands aside, so that the two others are alike.
constexpr int ExhaustiveMaker = 2;

/// What two people may do with two fields of a vehicle: one where the newest wins, and one that is reviewed.
constexpr Action ExhaustiveSteps[] = {
    {Action::Kind::Edit, 0, 0, 36}, {Action::Kind::Edit, 0, 0, 40}, {Action::Kind::Remove, 0},
    {Action::Kind::Undo, 0},        {Action::Kind::Sync, 0},
};

struct Walk {
    Script script;
    std::array<bool, 2> waits{};   ///< has something that the server does not know
    std::array<bool, 2> behind{};  ///< does not know something that the server has
};

}  // namespace

/// Everything that two people can do with one vehicle in a few steps, breadth first: nothing is lost in any order.
class TestSimulationExhaustive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostInAnyOrder_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<int>("first");
        // Restamped where the value had been seen, or set back to the server's time.
        constexpr std::pair<const char*, int> clocks[] = {
            {"clocks are right", 0}, {"one clock is behind", 600'001}, {"one clock is ahead", 600'000}};
        for (const auto& [name, ahead] : clocks) {
            // At first the two are alike, unless one has the wrong clock; and nothing can be undone or sent.
            for (int first = 0; first < (ahead == 0 ? 3 : 6); ++first)
                QTest::addRow("%s, begins with %d", name, first) << ahead << first;
        }
    }
    void nothingIsLostInAnyOrder()
    {
        QFETCH(const int, ahead);
        QFETCH(const int, first);
        const int depth = qMax(3, qEnvironmentVariable("SIMULATION_DEPTH").toInt());
        Walk begin = start(ahead);
        extend(begin, ExhaustiveSteps[first % 3], first / 3);
        QCOMPARE(play(begin), QString());
        QVERIFY(m_did);
        std::vector<Walk> walks{begin};
        int played = 1;
        for (int step = 1; step < depth; ++step) {
            std::vector<Walk> next;
            for (const Walk& walk : walks) {
                for (int choice = 0; choice < 2 * static_cast<int>(std::size(ExhaustiveSteps)); ++choice) {
                    Walk longer = walk;
                    if (!extend(longer, ExhaustiveSteps[choice / 2], choice % 2))
                        continue;
                    const QString wrong = play(longer);
                    ++played;
                    if (!wrong.isEmpty())
                        QFAIL(qPrintable(wrong + QLatin1Char('\n') + describe(longer.script)));
                    if (m_did)
                        next.push_back(std::move(longer));
                }
            }
            walks = std::move(next);
        }
        qInfo("%d scripts of up to %d steps", played, depth);
    }

private:
    static Walk start(int ahead)
    {
        Walk walk;
        for (int who = 0; who < 3; ++who)
            walk.script.push_back({Action::Kind::Offline, who, 1});
        walk.script.push_back({Action::Kind::Add, ExhaustiveMaker});
        for (const int who : {ExhaustiveMaker, 0, 1})
            walk.script.push_back({Action::Kind::Sync, who});
        if (ahead != 0)
            walk.script.push_back({Action::Kind::SetClock, 0, static_cast<std::uint32_t>(ahead)});
        return walk;
    }

    /// False if the step would change nothing.
    static bool extend(Walk& walk, Action action, int who)
    {
        const auto me = static_cast<size_t>(who);
        action.who = who;
        walk.script.push_back(action);
        if (action.kind != Action::Kind::Sync) {
            walk.waits[me] = true;
            return true;
        }
        const bool moves = walk.waits[me] || walk.behind[me];
        walk.behind[1 - me] = walk.behind[1 - me] || walk.waits[me];
        walk.waits[me] = walk.behind[me] = false;
        return moves;
    }

    QString play(const Walk& walk)
    {
        WorldSetup setup;
        setup.workstations = 3;
        World world(m_templates, setup);
        for (const Action& action : walk.script)
            world.perform(action);
        m_did = walk.script.back().kind == Action::Kind::Sync || world.didSomething();
        return world.finish();
    }

    WorldTemplates m_templates;
    bool m_did = false;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulationExhaustive)
#include "tst_simulationexhaustive.moc"
