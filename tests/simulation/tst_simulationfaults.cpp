// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/play.h"

#include <QTest>

namespace Forecourt::Tests {

namespace {

/// What is not noticed within so many seeds is not noticed.
constexpr std::uint64_t FaultSeeds = 200;

}  // namespace

class TestSimulationFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        for (std::uint64_t seed = 1; seed <= FaultSeeds; ++seed) {
            WorldSetup setup = setupOf(seed);
            setup.fault = fault;
            if (const QString noticed = play(m_templates, setup, scriptOf(seed, setup)); !noticed.isEmpty()) {
                qInfo("seed %d: %s", static_cast<int>(seed), qUtf8Printable(noticed));
                return;
            }
        }
        QFAIL("nothing was noticed");
    }

private:
    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulationFaults)
#include "tst_simulationfaults.moc"
