// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/play.h"

#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <vector>

namespace Forecourt::Tests {

namespace {

/// What is not noticed within so many seeds is not noticed.
constexpr int FaultSeeds = 1'000;

/// Without which the fault cannot happen.
using Features = std::vector<bool WorldSetup::*>;

/// Else few scripts have a backup from before a file was sent, which is put back after that.
void restoreAtTheEnd(Script& script, const WorldSetup& setup)
{
    script.insert(script.begin(), {Action::Kind::Backup});
    for (int who = 0; who < setup.workstations; ++who)
        script.push_back({Action::Kind::Sync, who});
    script.push_back({Action::Kind::Restore});
}

}  // namespace

class TestSimulationFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The server complains, rightly.
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("forecourt.server.storage.warning=false")); }

    void faultsAreNoticed_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Features>("features");
        const Features always;
        QTest::newRow("a row is dropped") << Fault::RowDropped << always;
        QTest::newRow("a push is swallowed") << Fault::PushSwallowed << always;
        QTest::newRow("bases are stripped") << Fault::BasesStripped << always;
        QTest::newRow("bases are forged") << Fault::BasesForged << always;
        QTest::newRow("a removal is forced") << Fault::RemovalForced << always;
        QTest::newRow("pages are swapped") << Fault::PagesSwapped << always;
        QTest::newRow("exceptions are dropped") << Fault::ExceptionsDropped << always;
        QTest::newRow("a removal is dropped") << Fault::RemovalDropped << always;
        QTest::newRow("nothing is forgotten") << Fault::ForgetSkipped << Features{&WorldSetup::rights};
        QTest::newRow("the view is dropped") << Fault::ViewDropped << Features{&WorldSetup::rights};
        QTest::newRow("an echo is suppressed") << Fault::EchoSuppressed << Features{&WorldSetup::rights};
        QTest::newRow("a commit is lost") << Fault::CommitLost << always;
        QTest::newRow("numbers of operations are forgotten") << Fault::NumbersForgotten << always;
        QTest::newRow("a removal is forgotten") << Fault::RemovalForgotten << always;
        QTest::newRow("a conflict is lost") << Fault::ConflictLost << always;
        QTest::newRow("a refusal is lost for the manager") << Fault::RefusalLost << Features{&WorldSetup::rights};
        QTest::newRow("an exit is forgotten") << Fault::ExitForgotten << Features{&WorldSetup::rights};
        QTest::newRow("an answer is forgotten") << Fault::AnswerForgotten << Features{&WorldSetup::rights};
        QTest::newRow("a sequence comes before its commit") << Fault::SeqBeforeCommit << always;
        QTest::newRow("a tombstone is forgotten too early")
            << Fault::TombstoneForgotten << Features{&WorldSetup::absences};
        QTest::newRow("nobody has to start over") << Fault::FloorForgotten << Features{&WorldSetup::absences};
        QTest::newRow("other servers are not noticed") << Fault::OtherServersUnnoticed << always;
        QTest::newRow("an epoch is kept") << Fault::EpochKept << Features{&WorldSetup::backups};
        QTest::newRow("a cursor is stored before its rows") << Fault::CursorBeforeRows << always;
        QTest::newRow("the clock is forgotten") << Fault::ClockForgotten << Features{&WorldSetup::clocks};
        QTest::newRow("the first of two values is sent") << Fault::CoalescedFirst << always;
        QTest::newRow("the overlay is dropped") << Fault::OverlayDropped << always;
        QTest::newRow("the overlay ends with the answer") << Fault::AnsweredDropped << always;
        QTest::newRow("what was refused is dropped") << Fault::RefusedDropped << Features{&WorldSetup::rights};
        QTest::newRow("what was accepted is not kept") << Fault::AcceptedNotKept << Features{&WorldSetup::backups};
        QTest::newRow("a snapshot claims to be newer") << Fault::SnapshotTooNew << Features{&WorldSetup::snapshots};
        QTest::newRow("a snapshot was made for others")
            << Fault::SnapshotOfOthers << Features{&WorldSetup::snapshots, &WorldSetup::rights};
        QTest::newRow("a file is confirmed too early") << Fault::GotTooEarly << Features{&WorldSetup::files};
        QTest::newRow("nobody hears that a file came") << Fault::ArrivalUntold << Features{&WorldSetup::files};
        QTest::newRow("a file counts as sent too early") << Fault::SentTooEarly << Features{&WorldSetup::files};
        QTest::newRow("a restored server is believed about files")
            << Fault::FilesNotDoubted << Features{&WorldSetup::files, &WorldSetup::backups};
        QTest::newRow("a file that is found counts as sent")
            << Fault::FoundTakenAsSent << Features{&WorldSetup::files, &WorldSetup::copies};
    }
    void faultsAreNoticed() { verify(StoreKind::Sqlite); }

    // Each database tells in its own way what others have stored, and when.
    void faultsAreNoticedOnPostgres_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Features>("features");
        const Features always;
        QTest::newRow("a commit is lost") << Fault::CommitLost << always;
        QTest::newRow("a sequence comes before its commit") << Fault::SeqBeforeCommit << always;
        QTest::newRow("other servers are not noticed") << Fault::OtherServersUnnoticed << always;
    }
    void faultsAreNoticedOnPostgres()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        verify(StoreKind::Postgres);
    }

private:
    void verify(StoreKind store)
    {
        QFETCH(const Fault, fault);
        QFETCH(const Features, features);
        int played = 0;
        for (std::uint64_t seed = 1; played < FaultSeeds; ++seed) {
            WorldSetup setup = setupOf(seed);
            if (!std::ranges::all_of(features, [&](auto feature) { return setup.*feature; }))
                continue;
            ++played;
            setup.store = store;
            setup.fault = fault;
            // Otherwise those who were away hear from the recent changes what has left.
            if (fault == Fault::ExitForgotten)
                setup.ringCapacity = 10;
            Script script = scriptOf(seed, setup);
            if (fault == Fault::FilesNotDoubted)
                restoreAtTheEnd(script, setup);
            const QString noticed = play(m_templates, setup, script);
            if (noticed.isEmpty())
                continue;
            qInfo("seed %d, number %d: %s", static_cast<int>(seed), played, qUtf8Printable(noticed));
            setup.fault = Fault::None;
            QCOMPARE(play(m_templates, setup, script), QString());
            return;
        }
        QFAIL("nothing was noticed");
    }

    WorldTemplates m_templates;
};

}  // namespace Forecourt::Tests

QTEST_GUILESS_MAIN(Forecourt::Tests::TestSimulationFaults)
#include "tst_simulationfaults.moc"
