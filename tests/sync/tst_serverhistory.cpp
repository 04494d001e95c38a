// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/epochrenewal.h"
#include "sync/server/history.h"
#include "sync/server/housekeeping.h"
#include "sync/server/sqlstorage.h"
#include "tests/sync/scopescene.h"

#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ScopeScene;
using Tests::ScopeStation;
using Tests::ScopeValues;
using Tests::ServerBench;

namespace {

constexpr UtcMs HistoryDay = 24LL * 3600 * 1000;

/// Time passes without anybody connected.
void historyPasses(ServerBench& bench, int days)
{
    for (int day = 0; day < days; ++day)
        bench.advance(HistoryDay);
    // Several pieces, if there is much to remove.
    for (int tick = 0; tick < 10; ++tick)
        bench.advance(100);
}

bool historyKnows(ServerBench& bench, Uuid car)
{
    return bench.engine().storage().row(static_cast<std::uint16_t>(Table::Vehicles), car)->known;
}

qint64 historyFloor(ServerBench& bench)
{
    return bench.engine().storage().historyFloor()->seq;
}

/// Three workstations, and a car that all of them have seen.
struct HistoryScene : ScopeScene {
    HistoryScene() { read(); }

    void leave()
    {
        // Cursors that moved without rows are told a little later.
        bench.advance(1000);
        read();
        for (ScopeStation* one : {&boss, &awa, &theo})
            one->leave();
    }
    /// Everybody connects, hears what is new, and leaves.
    void meet()
    {
        for (ScopeStation* one : {&boss, &awa, &theo})
            one->join();
        read();
        leave();
    }
    void putBack(const QByteArray& epoch)
    {
        auto& storage = dynamic_cast<SqlStorage&>(bench.engine().storage());
        if (!renewEpoch(storage.session(), epoch))
            qFatal("epoch");
        bench.restart();
    }
    std::vector<Wire::Op> manyCars(int count)
    {
        std::vector<Wire::Op> cars;
        for (int i = 0; i < count; ++i)
            cars.push_back(boss.make(Table::Vehicles, Uuid::create(), {{"location_id", montreal.toBytes()}}));
        return cars;
    }
};

}  // namespace

class ServerHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void theHistoryBeforeAForkIsCommon_data()
    {
        QTest::addColumn<QByteArray>("epoch");
        QTest::addColumn<qint64>("seq");
        QTest::addColumn<qint64>("common");
        QTest::newRow("present") << QByteArray("c") << qint64(900) << qint64(900);
        QTest::newRow("before the fork") << QByteArray("b") << qint64(150) << qint64(150);
        QTest::newRow("after the fork") << QByteArray("b") << qint64(900) << qint64(300);
        QTest::newRow("a later backup was older") << QByteArray("a") << qint64(900) << qint64(300);
        QTest::newRow("unknown") << QByteArray("x") << qint64(900) << qint64(0);
        QTest::newRow("none") << QByteArray() << qint64(0) << qint64(0);
    }

    void theHistoryBeforeAForkIsCommon()
    {
        QFETCH(QByteArray, epoch);
        QFETCH(qint64, seq);
        QFETCH(qint64, common);
        QCOMPARE(commonHistory({epoch, seq}, "c", {{"a", 400}, {"b", 300}}), common);
    }

    void aTombstoneGoesWhenEverybodyHasHeardOfIt()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        const Uuid stays = scene.boss.car(scene.montreal);
        scene.read();
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 6);
        QVERIFY2(historyKnows(scene.bench, car), "younger than a week");
        historyPasses(scene.bench, 3);
        QVERIFY(!historyKnows(scene.bench, car));
        QVERIFY(historyKnows(scene.bench, stays));
        scene.awa.join();
        QVERIFY(!scene.awa.welcome.fresh);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
        QVERIFY(scene.awa.has(Table::Vehicles, stays));
    }

    void aTombstoneWaitsForWhoIsAway()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        scene.awa.leave();
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 50);
        QVERIFY(historyKnows(scene.bench, car));
        scene.awa.join();
        QVERIFY(!scene.awa.welcome.fresh);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
        scene.awa.leave();
        historyPasses(scene.bench, 1);
        QVERIFY(!historyKnows(scene.bench, car));
    }

    void whoIsAwayForTooLongStartsOver()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        const Uuid moved = scene.boss.car(scene.montreal);
        const Uuid stays = scene.boss.car(scene.montreal);
        scene.read();
        scene.awa.leave();
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, moved, {{"location_id", scene.dakar.toBytes()}})));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 40);
        scene.boss.join();
        scene.theo.join();
        scene.boss.leave();
        scene.theo.leave();
        historyPasses(scene.bench, 21);
        QVERIFY(!historyKnows(scene.bench, car));
        scene.awa.join();
        QVERIFY(scene.awa.welcome.fresh);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
        QVERIFY(!scene.awa.has(Table::Vehicles, moved));
        QVERIFY(scene.awa.has(Table::Vehicles, stays));
        scene.awa.leave();
        scene.awa.join();
        QVERIFY(!scene.awa.welcome.fresh);
    }

    void whoWasSignedOutIsNotWaitedFor()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        scene.awa.leave();
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        auto session = **scene.bench.engine().storage().sessionByFamily(sha256("awa").first(16));
        session.revokedAt = scene.bench.clock.now();
        QVERIFY(scene.bench.engine().storage().putSession(session));
        historyPasses(scene.bench, 9);
        QVERIFY(!historyKnows(scene.bench, car));
    }

    void aCopyFromBeforeTheFloorStartsOver()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        const ScopeStation copy = scene.awa;
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(!historyKnows(scene.bench, car));
        scene.awa = copy;
        QVERIFY(scene.awa.has(Table::Vehicles, car));
        scene.awa.join();
        QVERIFY(scene.awa.welcome.fresh);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
    }

    void aFirstSyncThatIsCutGoesOnBelowTheFloor()
    {
        HistoryScene scene;
        scene.bench.send(scene.boss.session, Wire::Push{scene.manyCars(500)});
        scene.read();
        scene.bench.expect<Wire::Pushed>(scene.boss.session);
        scene.bench.send(scene.boss.session, Wire::Push{scene.manyCars(500)});
        scene.read();
        scene.bench.expect<Wire::Pushed>(scene.boss.session);
        const Uuid car = scene.boss.car(scene.montreal);
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(historyFloor(scene.bench) > 1000);

        scene.bench.enrol(u"awa"_s, "late");
        ScopeStation late(scene.bench, "late", 99);
        late.join(1);
        QVERIFY(late.cursor > 0);
        QVERIFY(late.cursor < historyFloor(scene.bench));
        const int first = late.received;
        late.leave();
        late.join();
        QVERIFY2(!late.welcome.fresh, "it got its first row after what was forgotten");
        QCOMPARE(late.count(Table::Vehicles), 1000);
        QVERIFY(first > 0);
        QVERIFY(late.received < 1000 + first);
    }

    void aFirstSyncThatWasCutLongAgoStartsOver()
    {
        HistoryScene scene;
        scene.bench.send(scene.boss.session, Wire::Push{scene.manyCars(500)});
        scene.read();
        scene.bench.expect<Wire::Pushed>(scene.boss.session);
        scene.boss.car(scene.montreal);
        scene.read();
        scene.bench.enrol(u"awa"_s, "late");
        ScopeStation late(scene.bench, "late", 99);
        late.join(1);
        QVERIFY(!late.rows.empty());
        late.leave();
        const Uuid gone = late.rows.begin()->first.second;
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, gone)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 30);
        QVERIFY2(historyKnows(scene.bench, gone), "it is waited for");
        scene.meet();
        historyPasses(scene.bench, 31);
        QVERIFY(!historyKnows(scene.bench, gone));
        late.join();
        QVERIFY(late.welcome.fresh);
        QVERIFY(!late.has(Table::Vehicles, gone));
        QCOMPARE(late.count(Table::Vehicles), 500);
    }

    void muchIsRemovedInPieces()
    {
        HistoryScene scene;
        std::vector<Wire::Op> ops = scene.manyCars(1200);
        std::vector<Uuid> cars;
        for (const Wire::Op& op : ops)
            cars.push_back(op.id);
        for (const Uuid car : cars)
            ops.push_back(scene.boss.remove(Table::Vehicles, car));
        for (size_t at = 0; at < ops.size(); at += 400) {
            scene.bench.send(scene.boss.session,
                             Wire::Push{{ops.begin() + qsizetype(at), ops.begin() + qsizetype(at) + 400}});
            scene.read();
            scene.bench.expect<Wire::Pushed>(scene.boss.session);
        }
        scene.leave();
        scene.bench.advance(HistoryDay);
        scene.bench.clock.advance(8 * HistoryDay);
        ServerStorage& storage = scene.bench.engine().storage();
        const auto left = [&] {
            return std::ranges::count_if(cars, [&](Uuid car) { return historyKnows(scene.bench, car); });
        };
        QVERIFY(Housekeeping(storage, scene.bench.clock.now()).step().value());
        QCOMPARE(left(), 1200 - Housekeeping::Together);
        QVERIFY(Housekeeping(storage, scene.bench.clock.now()).step().value());
        QVERIFY(!Housekeeping(storage, scene.bench.clock.now()).step().value());
        QCOMPARE(left(), 0);
    }

    void aClockThatWasAheadLeavesNoMarks()
    {
        HistoryScene scene;
        ServerStorage& storage = scene.bench.engine().storage();
        const UtcMs now = scene.bench.clock.now();
        const Uuid car = scene.boss.car(scene.montreal);
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        QVERIFY(Housekeeping(storage, now + 300 * HistoryDay).step());
        QVERIFY(Housekeeping(storage, now).step());
        QVERIFY(!*storage.seqMark(now + 400 * HistoryDay) || (*storage.seqMark(now + 400 * HistoryDay))->at <= now);
        QVERIFY2(historyKnows(scene.bench, car), "a jump alone removes nothing");
    }

    void anEditOfWhatIsLongGoneIsAConflict()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal, {{"notes", u"first"_s}});
        scene.read();
        Wire::Op words = scene.boss.edit(Table::Vehicles, car, {{"notes", u"client comes Friday"_s}});
        words.opid = words.txn = 3;
        Wire::Op removal = scene.boss.remove(Table::Vehicles, car);
        removal.opid = removal.txn = 2;
        QVERIFY(!scene.boss.push(std::move(removal)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(!historyKnows(scene.bench, car));

        scene.boss.join();
        const auto exception = scene.boss.push(std::move(words));
        QVERIFY(exception);
        QCOMPARE(exception->status, Wire::OpException::Status::Merged);
        QVERIFY(!scene.boss.has(Table::Vehicles, car));
        QCOMPARE(scene.boss.count(Table::Conflicts), 1);
        const Uuid conflict = std::ranges::find_if(scene.boss.rows, [](const auto& row) {
                                  return row.first.first == static_cast<std::uint16_t>(Table::Conflicts);
                              })->first.second;
        QCOMPARE(Wire::decodeValue(scene.boss.value(Table::Conflicts, conflict, "lost_value").toByteArray()).value(),
                 QVariant(u"client comes Friday"_s));
        // Whose car it was is not known any more.
        scene.awa.join();
        QCOMPARE(scene.awa.count(Table::Conflicts), 0);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
    }

    void removingWhatIsLongGoneIsDone()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        Wire::Op again = scene.awa.remove(Table::Vehicles, car);
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(!historyKnows(scene.bench, car));
        scene.awa.join();
        QVERIFY(!scene.awa.push(std::move(again)));
        QVERIFY(!historyKnows(scene.bench, car));
        scene.boss.join();
        QCOMPARE(scene.boss.count(Table::Conflicts), 0);
    }

    void aRowThatIsMadeAgainIsThere()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(!historyKnows(scene.bench, car));
        scene.boss.join();
        QVERIFY(!scene.boss.push(
            scene.boss.make(Table::Vehicles, car, {{"location_id", scene.montreal.toBytes()}, {"notes", u"back"_s}})));
        scene.awa.join();
        QVERIFY(scene.awa.has(Table::Vehicles, car));
    }

    void anEditBeforeItsRowStillWaitsForIt()
    {
        // As after a backup was put back, when the workstation of the edit comes before that of the row.
        HistoryScene scene;
        const Uuid other = scene.boss.car(scene.montreal);
        scene.read();
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, other)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(historyFloor(scene.bench) > 0);

        scene.boss.join();
        scene.awa.join();
        const Uuid car = Uuid::create();
        Wire::Op made =
            scene.awa.make(Table::Vehicles, car, {{"location_id", scene.montreal.toBytes()}, {"notes", u"first"_s}});
        Wire::Op edited = scene.boss.edit(Table::Vehicles, car, {{"color", u"red"_s}});
        for (Wire::Op::FieldEdit& edit : edited.fields)
            edit.base = made.clock;
        QVERIFY(!scene.boss.push(std::move(edited)));
        QVERIFY(!scene.awa.push(std::move(made)).has_value() || scene.awa.has(Table::Vehicles, car));
        scene.read();
        QCOMPARE(scene.awa.value(Table::Vehicles, car, "color"), QVariant(u"red"_s));
        QCOMPARE(scene.boss.value(Table::Vehicles, car, "notes"), QVariant(u"first"_s));
        QCOMPARE(scene.boss.value(Table::Vehicles, car, "location_id"), QVariant(scene.montreal.toBytes()));
        QCOMPARE(scene.boss.count(Table::Conflicts), 0);
    }

    void aBackupThatIsPutBackKeepsWhatIsCommon()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        const ScopeStation before = scene.awa;
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        QVERIFY(!historyKnows(scene.bench, car));
        scene.putBack("epoch002");
        scene.awa.join();
        QVERIFY(!scene.awa.welcome.fresh);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
        scene.awa.leave();
        // Cut at once, it has rows and no cursor.
        scene.awa.cursor = 0;
        scene.awa.join();
        QVERIFY(!scene.awa.welcome.fresh);
        scene.awa.leave();

        scene.awa = before;
        QVERIFY(scene.awa.has(Table::Vehicles, car));
        scene.awa.join();
        QVERIFY(scene.awa.welcome.fresh);
        QVERIFY(!scene.awa.has(Table::Vehicles, car));
    }

    void aStoreOfAnUnknownEpochStartsOver()
    {
        HistoryScene scene;
        const Uuid car = scene.boss.car(scene.montreal);
        scene.read();
        scene.boss.leave();
        scene.boss.welcome.epoch = "elsewher";
        scene.boss.join();
        QVERIFY2(!scene.boss.welcome.fresh, "everything is still known");
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, car)));
        scene.read();
        scene.leave();
        historyPasses(scene.bench, 9);
        scene.boss.welcome.epoch = "elsewher";
        scene.boss.view = "?";
        scene.boss.join();
        QVERIFY(scene.boss.welcome.fresh);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerHistoryTest)
#include "tst_serverhistory.moc"
