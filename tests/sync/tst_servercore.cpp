// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/httpfront.h"
#include "tests/sync/serverbench.h"

#include <QTest>

#include <set>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerBench;

namespace {

std::uint16_t coreField(Table table, const char* name)
{
    return Schema::current().table(table).field(QString::fromLatin1(name))->number;
}

/// Makes the operations of one device.
class CoreDevice {
public:
    CoreDevice(ServerBench& bench, std::uint32_t ordinal) : m_bench(bench), m_clock(ordinal, {}) {}

    Wire::Op create(Table table, Uuid id, const QHash<QByteArray, QVariant>& values)
    {
        Wire::Op op = upsert(table, id, values, {});
        op.create = true;
        return op;
    }
    Wire::Op edit(Table table, Uuid id, const QHash<QByteArray, QVariant>& values, Hlc base)
    {
        return upsert(table, id, values, base);
    }
    Wire::Op remove(Table table, Uuid id, Hlc seen)
    {
        Wire::Op op = upsert(table, id, {}, {});
        op.kind = Wire::Op::Kind::Delete;
        op.fields = {{0, {}, seen}};
        return op;
    }
    qint64 nextOpid = 1;

private:
    Wire::Op upsert(Table table, Uuid id, const QHash<QByteArray, QVariant>& values, Hlc base)
    {
        Wire::Op op;
        op.opid = nextOpid++;
        op.txn = op.opid;
        op.table = static_cast<std::uint16_t>(table);
        op.id = id;
        op.clock = m_clock.next(m_bench.clock.now());
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            op.fields.push_back({coreField(table, it.key().constData()), it.value(), base});
        return op;
    }

    ServerBench& m_bench;
    HlcClock m_clock;
};

/// Two people at their workstations.
struct CoreScene {
    explicit CoreScene(ServerCore::Options options = {})
        : bench(std::move(options)),
          awa(bench, bench.enrol(u"awa"_s, "awa")),
          marc(bench, bench.enrol(u"marc"_s, "marc"))
    {
    }

    ServerBench bench;
    CoreDevice awa;
    CoreDevice marc;
};

const QVariant* coreValue(const Wire::Row& row, Table table, const char* name)
{
    const std::uint16_t number = coreField(table, name);
    const auto found = std::ranges::find(row.fields, number, &Wire::Row::FieldState::field);
    return found == row.fields.end() ? nullptr : &found->value;
}

}  // namespace

class ServerCoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void welcomesWhoHasAToken()
    {
        CoreScene scene;
        const SessionId session = scene.bench.join("awa");
        const auto welcome = scene.bench.expect<Wire::Welcome>(session);
        QCOMPARE(welcome.protocol, Wire::ProtocolMax);
        QCOMPARE(welcome.displayName, u"awa"_s);
        QCOMPARE(welcome.role, u"sales"_s);
        QCOMPARE(welcome.pushedOpid, 0);
        QCOMPARE(welcome.dealership.size(), 16);
        QCOMPARE(welcome.serverTime, scene.bench.clock.now());
        QCOMPARE(welcome.leaseMs, 0);
    }

    void tellsHowLongAWorkstationMayBeOpenedAlone()
    {
        ServerCore::Options options;
        options.leaseMs = 1'209'600'000;
        ServerBench bench(options);
        bench.enrol(u"awa"_s, "awa");
        QCOMPARE(bench.expect<Wire::Welcome>(bench.join("awa")).leaseMs, 1'209'600'000);
    }

    void believesOnlyItsProxyWhomARequestIsFrom()
    {
        HttpFront front;
        const QHostAddress proxy(u"192.0.2.1"_s);
        const QHostAddress client(u"198.51.100.7"_s);
        QCOMPARE(front.clientOf(proxy, "198.51.100.7"), proxy);
        front.setProxies({proxy});
        QCOMPARE(front.clientOf(proxy, "198.51.100.7"), client);
        QCOMPARE(front.clientOf(QHostAddress(u"::ffff:192.0.2.1"_s), "198.51.100.7"), client);
        QCOMPARE(front.clientOf(proxy, "203.0.113.9, 198.51.100.7"), client);
        QCOMPARE(front.clientOf(client, "203.0.113.9"), client);
        QCOMPARE(front.clientOf(proxy, "nobody"), proxy);
        QCOMPARE(front.clientOf(proxy, {}), proxy);
    }

    void turnsStrangersAway()
    {
        CoreScene scene;
        const SessionId session = scene.bench.join("stolen");
        QCOMPARE(scene.bench.expect<Wire::Bye>(session).code, u"expired"_s);
        QVERIFY(scene.bench.isClosed(session));
    }

    void speaksTheNewestProtocolThatBothKnow_data()
    {
        QTest::addColumn<int>("oldest");
        QTest::addColumn<int>("newest");
        QTest::addColumn<int>("spoken");
        QTest::newRow("the same") << Wire::ProtocolMin << Wire::ProtocolMax << Wire::ProtocolMax;
        QTest::newRow("an older workstation") << Wire::ProtocolMin << Wire::ProtocolMin << Wire::ProtocolMin;
        QTest::newRow("one that is older still") << 1 << Wire::ProtocolMin << Wire::ProtocolMin;
        QTest::newRow("a newer one") << Wire::ProtocolMax << Wire::ProtocolMax + 3 << Wire::ProtocolMax;
    }

    void speaksTheNewestProtocolThatBothKnow()
    {
        QFETCH(const int, oldest);
        QFETCH(const int, newest);
        QFETCH(const int, spoken);
        CoreScene scene;
        const SessionId session = scene.bench.connectSocket();
        Wire::Hello hello;
        hello.protocolMin = oldest;
        hello.protocolMax = newest;
        hello.schema = 999;
        hello.token = "awa";
        hello.epoch = *scene.bench.engine().storage().epoch();
        scene.bench.greet(session, hello);
        const auto welcome = scene.bench.expect<Wire::Welcome>(session);
        QCOMPARE(welcome.protocol, spoken);
        QCOMPARE(welcome.schema, Schema::current().version());
        scene.bench.readAll(session);
        scene.bench.send(session,
                         Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"stock_number", u"B1"_s}})}});
        QCOMPARE(scene.bench.expect<Wire::Pushed>(session).upto, 1);
    }

    void turnsAwayWhoSpeaksAnotherProtocol()
    {
        for (const auto& [oldest, newest] :
             {std::pair(1, Wire::ProtocolMin - 1), std::pair(Wire::ProtocolMax + 1, Wire::ProtocolMax + 2)}) {
            CoreScene scene;
            const SessionId session = scene.bench.connectSocket();
            Wire::Hello hello;
            hello.protocolMin = oldest;
            hello.protocolMax = newest;
            hello.token = "awa";
            scene.bench.send(session, hello);
            const auto bye = scene.bench.expect<Wire::Bye>(session);
            QCOMPARE(bye.code, u"protocol"_s);
            // From these numbers a workstation tells which of the two is to be updated.
            QCOMPARE(bye.reason, u"this server speaks %1 to %2"_s.arg(Wire::ProtocolMin).arg(Wire::ProtocolMax));
            QCOMPARE(bye.retryAfterMs, 0);
        }
    }

    void endsWhoSaysNothingInTime()
    {
        CoreScene scene;
        const SessionId session = scene.bench.connectSocket();
        scene.bench.advance(Wire::HelloMs);
        QVERIFY(!scene.bench.isClosed(session));
        scene.bench.advance(1);
        QVERIFY(scene.bench.isClosed(session));
        // A computer that slept in between is still signed in.
        QCOMPARE(scene.bench.expect<Wire::Bye>(session).code, u"rate"_s);
    }

    void endsWhoFallsSilent()
    {
        CoreScene scene;
        const SessionId session = scene.bench.join("awa");
        scene.bench.advance(60'000);
        scene.bench.send(session, Wire::Ping{5});
        scene.bench.advance(60'000);
        QVERIFY(!scene.bench.isClosed(session));
        scene.bench.advance(60'000);
        QVERIFY(scene.bench.isClosed(session));
    }

    void refusesNonsenseAndGoesOnWithTheOthers()
    {
        CoreScene scene;
        const SessionId good = scene.bench.join("awa");
        scene.bench.expect<Wire::Welcome>(good);
        const SessionId bad = scene.bench.join("marc");
        scene.bench.expect<Wire::Welcome>(bad);
        scene.bench.sendBytes(bad, "\x01garbage");
        QCOMPARE(scene.bench.expect<Wire::Bye>(bad).code, u"malformed"_s);
        const SessionId early = scene.bench.connectSocket();
        scene.bench.send(early, Wire::Ack{1});
        QCOMPARE(scene.bench.expect<Wire::Bye>(early).code, u"malformed"_s);
        scene.bench.send(good, Wire::Ping{7});
        QCOMPARE(scene.bench.expect<Wire::Pong>(good).sent, 7);
    }

    void passesAnEditOnAsTheFieldsThatChanged()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        const Uuid car = Uuid::create();
        const Wire::Op made = scene.awa.create(Table::Vehicles, car, {{"make", u"Toyota"_s}, {"color", u"red"_s}});
        bench.send(awa, Wire::Push{{made}});
        const auto pushed = bench.expect<Wire::Pushed>(awa);
        QCOMPARE(pushed.upto, 1);
        QVERIFY(pushed.exceptions.empty());
        QVERIFY2(bench.quiet(awa), "own operations are not echoed");

        const auto page = bench.expect<Wire::Page>(marc);
        QCOMPARE(page.rows.size(), 1U);
        QCOMPARE(page.upto, pushed.seq);
        QVERIFY(!page.more);
        QCOMPARE(page.rows.front().base, made.clock);
        QCOMPARE(page.rows.front().fields.size(), 2U);
        bench.send(marc, Wire::Ack{page.upto});

        bench.send(marc, Wire::Push{{scene.marc.edit(Table::Vehicles, car, {{"color", u"blue"_s}}, made.clock)}});
        QVERIFY(bench.expect<Wire::Pushed>(marc).exceptions.empty());
        const auto second = bench.expect<Wire::Page>(awa);
        QCOMPARE(second.rows.size(), 1U);
        QVERIFY(second.rows.front().base.isNull());
        QCOMPARE(second.rows.front().fields.size(), 1U);
        QCOMPARE(*coreValue(second.rows.front(), Table::Vehicles, "color"), QVariant(u"blue"_s));
    }

    void tellsTheCursorOfOwnEditsOnceItIsQuiet()
    {
        CoreScene scene;
        const SessionId awa = scene.bench.join("awa");
        scene.bench.expect<Wire::Welcome>(awa);
        scene.bench.send(awa, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
        const auto pushed = scene.bench.expect<Wire::Pushed>(awa);
        scene.bench.advance(1000);
        const auto page = scene.bench.expect<Wire::Page>(awa);
        QVERIFY(page.rows.empty());
        QCOMPARE(page.upto, pushed.seq);
    }

    void aNewWorkstationReceivesEverythingInPages()
    {
        ServerCore::Options options;
        options.ringCapacity = 50;
        CoreScene scene(options);
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        for (int batch = 0; batch < 3; ++batch) {
            Wire::Push push;
            for (int i = 0; i < 500; ++i)
                push.ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}}));
            bench.send(awa, push);
            bench.expect<Wire::Pushed>(awa);
        }
        const SessionId marc = bench.join("marc");
        QCOMPARE(bench.expect<Wire::Welcome>(marc).seq, 1500);
        qint64 cursor = 0;
        int pages = 0;
        std::set<Uuid> ids;
        while (!bench.quiet(marc)) {
            const auto page = bench.expect<Wire::Page>(marc);
            ++pages;
            QVERIFY(page.upto > cursor);
            QCOMPARE(page.more, page.upto < 1500);
            for (const Wire::Row& row : page.rows) {
                QVERIFY(row.seq > cursor && row.seq <= page.upto);
                ids.insert(row.id);
            }
            cursor = page.upto;
            bench.send(marc, Wire::Ack{cursor});
        }
        QCOMPARE(cursor, 1500);
        QCOMPARE(ids.size(), 1500U);
        QCOMPARE(pages, 3);
    }

    void sendsNoMorePagesThanTheCreditAllows()
    {
        ServerCore::Options options;
        options.credit = 2;
        CoreScene scene(options);
        ServerBench& bench = scene.bench;
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(marc);
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        for (int i = 0; i < 5; ++i)
            bench.send(awa, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
        const auto first = bench.expect<Wire::Page>(marc);
        bench.expect<Wire::Page>(marc);
        QVERIFY(bench.quiet(marc));
        bench.send(marc, Wire::Ack{first.upto});
        QCOMPARE(bench.expect<Wire::Page>(marc).rows.size(), 3U);
    }

    void resumesAtTheCursor()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(marc);
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        const auto add = [&] {
            bench.send(awa, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
            bench.expect<Wire::Pushed>(awa);
        };
        add();
        qint64 cursor = 0;
        QCOMPARE(bench.readAll(marc, &cursor).size(), 1U);
        bench.leave(marc);
        add();
        add();
        marc = bench.join("marc", cursor);
        bench.expect<Wire::Welcome>(marc);
        QCOMPARE(bench.readAll(marc, &cursor).size(), 2U);
        QCOMPARE(cursor, 3);
    }

    void startsOverForACursorOfAnotherEpoch()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        bench.send(awa, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
        const SessionId marc = bench.connectSocket();
        Wire::Hello hello;
        hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
        hello.token = "marc";
        hello.epoch = "before";
        hello.cursor = 1;
        bench.greet(marc, hello);
        bench.expect<Wire::Welcome>(marc);
        QCOMPARE(bench.readAll(marc).size(), 1U);
    }

    void theSameBatchTwiceIsOnce_data()
    {
        QTest::addColumn<bool>("restart");
        QTest::newRow("on one connection") << false;
        QTest::newRow("after a restart of the server") << true;
    }

    void theSameBatchTwiceIsOnce()
    {
        QFETCH(bool, restart);
        CoreScene scene;
        ServerBench& bench = scene.bench;
        SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        Wire::Push push;
        for (int i = 0; i < 6; ++i)
            push.ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}}));
        push.ops[2].fields.front().value = 5LL;  // a text belongs there
        bench.send(awa, push);
        const auto first = bench.expect<Wire::Pushed>(awa);
        QCOMPARE(first.exceptions.size(), 1U);
        QCOMPARE(first.exceptions.front().opid, 3);
        QCOMPARE(first.exceptions.front().code, u"wrong_type"_s);

        if (restart) {
            bench.restart();
            awa = bench.join("awa");
            QCOMPARE(bench.expect<Wire::Welcome>(awa).pushedOpid, 6);
            bench.readAll(awa);
        }
        bench.send(awa, push);
        const auto second = bench.expect<Wire::Pushed>(awa);
        QCOMPARE(second.upto, first.upto);
        QCOMPARE(second.seq, first.seq);
        QVERIFY(second.exceptions == first.exceptions);
        QCOMPARE(*bench.engine().storage().seq(), 5);
    }

    void takesABatchInPiecesThatOverlap()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        std::vector<Wire::Op> ops;
        for (int i = 0; i < 9; ++i)
            ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}}));
        for (const auto& [from, to] : {std::pair(0, 3), std::pair(1, 5), std::pair(4, 5), std::pair(0, 9)}) {
            bench.send(awa, Wire::Push{{ops.begin() + from, ops.begin() + to}});
            bench.expect<Wire::Pushed>(awa);
        }
        QCOMPARE(*bench.engine().storage().seq(), 9);
    }

    void twoComputersWithOneStoreLoseNothing()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const auto table = static_cast<std::uint16_t>(Table::Vehicles);
        const Uuid both = Uuid::create();
        SessionId one = bench.join("awa");
        bench.expect<Wire::Welcome>(one);
        bench.send(one, Wire::Push{{scene.awa.create(Table::Vehicles, both, {{"color", u"red"_s}, {"bay", u"A"_s}})}});
        bench.expect<Wire::Pushed>(one);
        const Hlc seen = bench.engine().storage().row(table, both)->clock.of(coreField(Table::Vehicles, "bay"));
        // The folder is copied; both go on, with the same numbers.
        CoreDevice copy = scene.awa;
        const SessionId other = bench.join("awa");
        bench.expect<Wire::Welcome>(other);
        bench.readAll(other);
        bench.clock.advance(5);
        const Uuid ofOne = Uuid::create();
        bench.send(one, Wire::Push{{scene.awa.create(Table::Vehicles, ofOne, {{"make", u"Kia"_s}}),
                                    scene.awa.edit(Table::Vehicles, both, {{"color", u"blue"_s}}, seen)}});
        QVERIFY(bench.expect<Wire::Pushed>(one).exceptions.empty());
        bench.clock.advance(5);
        const Uuid ofOther = Uuid::create();
        const Uuid third = Uuid::create();
        const Wire::Push sameNumbers{{copy.create(Table::Vehicles, ofOther, {{"make", u"Seat"_s}}),
                                      copy.edit(Table::Vehicles, both, {{"bay", u"B"_s}}, seen),
                                      copy.create(Table::Vehicles, third, {{"make", u"Fiat"_s}})}};
        // What it hears first of the other one.
        QCOMPARE(bench.readAll(other).size(), 2U);
        bench.send(other, sameNumbers);
        QVERIFY(bench.comes<Wire::Pushed>(other));
        QCOMPARE(bench.expect<Wire::Pushed>(other).upto, 4);
        for (const Uuid id : {ofOne, ofOther, third})
            QVERIFY(bench.engine().storage().row(table, id)->known);
        const auto row = *bench.engine().storage().row(table, both);
        QCOMPARE(*row.value(coreField(Table::Vehicles, "color")), QVariant(u"blue"_s));
        QCOMPARE(*row.value(coreField(Table::Vehicles, "bay")), QVariant(u"B"_s));
        QCOMPARE(bench.readAll(one).size(), 3U);
        // Sent again, they are what they were.
        const qint64 seq = *bench.engine().storage().seq();
        bench.send(other, sameNumbers);
        QVERIFY(bench.expect<Wire::Pushed>(other).exceptions.empty());
        QCOMPARE(*bench.engine().storage().seq(), seq);
    }

    void refusesABatchThatLeavesOperationsOut()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        Wire::Push push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}};
        scene.awa.nextOpid = 3;
        push.ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}}));
        bench.send(awa, push);
        QCOMPARE(bench.expect<Wire::Bye>(awa).code, u"opid_gap"_s);
        QCOMPARE(*bench.engine().storage().seq(), 0);
    }

    void whatComesQuicklyIsPassedOnToManyTogether()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        std::vector<SessionId> others;
        for (int i = 0; i < 100; ++i) {
            others.push_back(bench.join("marc"));
            bench.expect<Wire::Welcome>(others.back());
        }
        const auto push = [&] {
            bench.send(awa, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
            // Its own cursor may have been told before.
            while (bench.comes<Wire::Page>(awa))
                bench.send(awa, Wire::Ack{bench.expect<Wire::Page>(awa).upto});
            bench.expect<Wire::Pushed>(awa);
        };
        push();
        for (const SessionId other : others)
            QCOMPARE(bench.readAll(other).size(), 1U);
        // In the same moment: all of it waits a little, and then comes in one page.
        push();
        push();
        for (const SessionId other : others)
            QVERIFY(bench.quiet(other));
        const auto wake = bench.core().wakeAt();
        QVERIFY(wake && *wake > bench.clock.now() && *wake <= bench.clock.now() + 10);
        bench.advance(*wake - bench.clock.now());
        for (const SessionId other : others)
            QCOMPARE(bench.expect<Wire::Page>(other).rows.size(), 2U);
        QVERIFY(!bench.core().wakeAt());
        // A clock that is set back holds nothing up.
        push();
        bench.clock.advance(-3'600'000);
        push();
        QCOMPARE(bench.expect<Wire::Page>(others.front()).rows.size(), 2U);
    }

    void authorsAmongManyGetWhatTheOthersWrote()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        bench.enrol(u"lea"_s, "lea");
        bench.enrol(u"omar"_s, "omar");
        // Those who only read come before and after those who write.
        const QList<QByteArray> tokens{"lea", "awa", "marc", "omar"};
        std::vector<SessionId> sessions;
        for (const QByteArray& token : tokens) {
            sessions.push_back(bench.join(token));
            bench.expect<Wire::Welcome>(sessions.back());
        }
        const auto pushBoth = [&](const QString& make, const QString& other) {
            bench.sendTogether(
                {{sessions[1], Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", make}})}}},
                 {sessions[2], Wire::Push{{scene.marc.create(Table::Vehicles, Uuid::create(), {{"make", other}})}}}});
            bench.expect<Wire::Pushed>(sessions[1]);
            bench.expect<Wire::Pushed>(sessions[2]);
        };
        const auto makes = [&](SessionId session) {
            QStringList read;
            for (const Wire::Row& row : bench.readAll(session))
                read.append(coreValue(row, Table::Vehicles, "make")->toString());
            return read;
        };
        // With the first page each still learns its view; from the second on they are alike.
        for (int round = 0; round < 3; ++round) {
            const QString kia = u"Kia %1"_s.arg(round);
            const QString seat = u"Seat %1"_s.arg(round);
            pushBoth(kia, seat);
            QCOMPARE(makes(sessions[0]), QStringList({kia, seat}));
            QCOMPARE(makes(sessions[1]), QStringList(seat));
            QCOMPARE(makes(sessions[2]), QStringList(kia));
            QCOMPARE(makes(sessions[3]), QStringList({kia, seat}));
        }
    }

    void severalWorkstationsShareOneCommit()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        bench.sendTogether(
            {{awa, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}}},
             {marc, Wire::Push{{scene.marc.create(Table::Vehicles, Uuid::create(), {{"make", u"Seat"_s}})}}}});
        QCOMPARE(bench.commits, 1);
        QCOMPARE(bench.expect<Wire::Pushed>(awa).seq, 1);
        QCOMPARE(bench.expect<Wire::Pushed>(marc).seq, 2);
        QCOMPARE(*coreValue(bench.readAll(awa).front(), Table::Vehicles, "make"), QVariant(u"Seat"_s));
        QCOMPARE(*coreValue(bench.readAll(marc).front(), Table::Vehicles, "make"), QVariant(u"Kia"_s));
    }

    void theLoserOfAConflictGetsTheRowBackAndEverybodyTheConflict()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        const Uuid car = Uuid::create();
        const Wire::Op made = scene.awa.create(
            Table::Vehicles, car, {{"asking_minor", 100LL}, {"asking_currency", u"CAD"_s}, {"color", u"red"_s}});
        bench.send(awa, Wire::Push{{made}});
        bench.expect<Wire::Pushed>(awa);
        bench.readAll(marc);
        bench.send(awa, Wire::Push{{scene.awa.edit(Table::Vehicles, car, {{"asking_minor", 200LL}}, made.clock)}});
        bench.expect<Wire::Pushed>(awa);
        bench.send(marc, Wire::Push{{scene.marc.edit(Table::Vehicles, car, {{"asking_minor", 300LL}}, made.clock)}});
        bench.expect<Wire::Page>(marc);
        const auto pushed = bench.expect<Wire::Pushed>(marc);
        QCOMPARE(pushed.exceptions.size(), 1U);
        QCOMPARE(pushed.exceptions.front().status, Wire::OpException::Status::Merged);

        const auto rows = bench.readAll(marc);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(*coreValue(rows[0], Table::Vehicles, "asking_minor"), QVariant(200LL));
        QCOMPARE(rows[1].table, static_cast<std::uint16_t>(Table::Conflicts));
        QCOMPARE(*coreValue(rows[1], Table::Conflicts, "record_id"), QVariant(car.toBytes()));
        QCOMPARE(*Wire::decodeValue(coreValue(rows[1], Table::Conflicts, "lost_value")->toByteArray()),
                 QVariant(300LL));
        QCOMPARE(*Wire::decodeValue(coreValue(rows[1], Table::Conflicts, "kept_value")->toByteArray()),
                 QVariant(200LL));
        const auto marcUser = (*bench.engine().storage().accountByLogin(u"marc"_s))->user;
        QCOMPARE(*coreValue(rows[1], Table::Conflicts, "lost_user_id"), QVariant(marcUser.toBytes()));

        const auto others = bench.readAll(awa);
        QCOMPARE(others.size(), 1U);
        QCOMPARE(others[0].table, static_cast<std::uint16_t>(Table::Conflicts));

        // Dismissing it is the one thing that a workstation may do with it.
        bench.send(awa, Wire::Push{{scene.awa.edit(Table::Conflicts, others[0].id, {{"state", 1LL}}, others[0].base),
                                    scene.awa.edit(Table::Conflicts, others[0].id, {{"record_id", QByteArray(16, 'x')}},
                                                   others[0].base)}});
        const auto answer = bench.expect<Wire::Pushed>(awa);
        QCOMPARE(answer.exceptions.size(), 1U);
        QCOMPARE(answer.exceptions.front().code, u"no_access"_s);
        QCOMPARE(*coreValue(bench.readAll(marc).front(), Table::Conflicts, "state"), QVariant(1LL));
    }

    void setsAWrongClockBackAndSaysSo()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        Wire::Op op = scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}});
        op.clock.stamp += std::uint64_t(24) * 3600 * 1000 << 16;
        bench.send(awa, Wire::Push{{op}});
        QCOMPARE(bench.expect<Wire::Pushed>(awa).exceptions.front().status, Wire::OpException::Status::Restamped);
        const auto rows = bench.readAll(awa);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().base.msecs(), bench.clock.now());
    }

    void refusesWhatARoleMayNotDo_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<Table>("table");
        QTest::addColumn<QString>("code");
        QTest::newRow("viewers do not write") << u"viewer"_s << Table::Vehicles << u"no_access"_s;
        QTest::newRow("sales people write") << u"sales"_s << Table::Vehicles << QString();
        QTest::newRow("people are the server's") << u"owner"_s << Table::Users << u"no_access"_s;
        QTest::newRow("conflicts are the server's") << u"owner"_s << Table::Conflicts << u"no_access"_s;
        QTest::newRow("unknown table") << u"owner"_s << static_cast<Table>(999) << u"unknown_table"_s;
        QTest::newRow("view of nobody") << u"owner"_s << Table::SavedViews << u"no_access"_s;
    }

    void refusesWhatARoleMayNotDo()
    {
        QFETCH(QString, role);
        QFETCH(Table, table);
        QFETCH(QString, code);
        ServerBench bench;
        CoreDevice device(bench, bench.enrol(u"eve"_s, "eve", role));
        const SessionId eve = bench.join("eve");
        bench.expect<Wire::Welcome>(eve);
        bench.send(eve, Wire::Push{{device.create(table, Uuid::create(), {})}});
        const auto pushed = bench.expect<Wire::Pushed>(eve);
        QCOMPARE(pushed.upto, 1);
        QCOMPARE(pushed.exceptions.empty() ? QString() : pushed.exceptions.front().code, code);
    }

    void oneRefusedOperationDoesNotHoldTheOthersUp()
    {
        CoreScene scene;
        const SessionId awa = scene.bench.join("awa");
        scene.bench.expect<Wire::Welcome>(awa);
        Wire::Push push;
        push.ops.push_back(scene.awa.create(Table::Users, Uuid::create(), {{"login", u"x"_s}}));
        push.ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}}));
        push.ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"notes", QString(300'000, u'x')}}));
        push.ops.push_back(scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}}));
        scene.bench.send(awa, push);
        const auto pushed = scene.bench.expect<Wire::Pushed>(awa);
        QCOMPARE(pushed.upto, 4);
        QCOMPARE(pushed.exceptions.size(), 2U);
        QCOMPARE(pushed.exceptions[1].code, u"too_large"_s);
        QCOMPARE(*scene.bench.engine().storage().seq(), 2);
    }

    void savedViewsOnlyGoToTheirOwner()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const std::uint32_t laptop = bench.enrol(u"awa"_s, "laptop");
        Q_UNUSED(laptop)
        const SessionId awa = bench.join("awa");
        const SessionId other = bench.join("laptop");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(other);
        bench.expect<Wire::Welcome>(marc);
        const auto user = (*bench.engine().storage().accountByLogin(u"awa"_s))->user;
        bench.send(awa, Wire::Push{{scene.awa.create(Table::SavedViews, Uuid::create(),
                                                     {{"user_id", user.toBytes()}, {"name", u"mine"_s}})}});
        bench.expect<Wire::Pushed>(awa);
        QCOMPARE(bench.readAll(other).size(), 1U);
        QVERIFY(bench.readAll(marc).empty());
        const SessionId late = bench.join("marc");
        bench.expect<Wire::Welcome>(late);
        QVERIFY(bench.readAll(late).empty());
    }

    void aPersonWhoIsDisabledElsewhereIsCutOff()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        bench.advance(1000);
        QVERIFY(!bench.isClosed(marc));
        {
            // As the command line does, from another process.
            StorageEngine outside(bench.store.open(), Schema::current(), bench.clock);
            const Uuid user = outside.storage().accountByLogin(u"marc"_s).value()->user;
            QVERIFY(editAccount(outside, user, {.disabled = true}, {}, {}));
        }
        bench.advance(1000);
        QVERIFY(bench.isClosed(marc));
        QCOMPARE(bench.expect<Wire::Bye>(marc).code, u"disabled"_s);
        QVERIFY(!bench.isClosed(awa));
        // The others see it in the list of people.
        const auto rows = bench.readAll(awa);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(*coreValue(rows.front(), Table::Users, "disabled"), QVariant(1LL));
        const SessionId again = bench.join("marc");
        QCOMPARE(bench.expect<Wire::Bye>(again).code, u"disabled"_s);
    }

    void aLostAnswerDoesNotHideWhatOthersDidSince()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        const Uuid car = Uuid::create();
        const Wire::Op made = scene.awa.create(Table::Vehicles, car, {{"color", u"red"_s}});
        bench.send(awa, Wire::Push{{made}});
        bench.leave(awa);  // without having read the answer
        bench.readAll(marc);
        bench.send(marc, Wire::Push{{scene.marc.edit(Table::Vehicles, car, {{"color", u"blue"_s}}, made.clock)}});
        bench.expect<Wire::Pushed>(marc);

        awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        bench.readAll(awa);
        bench.send(awa, Wire::Push{{made}});
        const auto pushed = bench.expect<Wire::Pushed>(awa);
        QCOMPARE(pushed.exceptions.size(), 1U);
        QCOMPARE(pushed.exceptions.front().status, Wire::OpException::Status::Merged);
        const auto rows = bench.readAll(awa);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(*coreValue(rows.front(), Table::Vehicles, "color"), QVariant(u"blue"_s));
    }

    void anEditOfARowThatWasRefusedMakesNoRow()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        const Uuid car = Uuid::create();
        Wire::Op made = scene.awa.create(Table::Vehicles, car, {{"color", u"red"_s}});
        made.fields.front().value = 1LL;
        const Wire::Op edit = scene.awa.edit(Table::Vehicles, car, {{"bay", u"A1"_s}}, made.clock);
        bench.send(awa, Wire::Push{{made, edit}});
        const auto pushed = bench.expect<Wire::Pushed>(awa);
        QCOMPARE(pushed.exceptions.size(), 2U);
        for (const Wire::OpException& exception : pushed.exceptions)
            QCOMPARE(exception.status, Wire::OpException::Status::Rejected);
        QVERIFY(!bench.engine().storage().row(made.table, car)->known);
    }

    void twoWhoLoseAtOnceHaveAConflictEach()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        CoreDevice paul(bench, bench.enrol(u"paul"_s, "paul"));
        const Uuid car = Uuid::create();
        const SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        const SessionId third = bench.join("paul");
        for (const SessionId session : {awa, marc, third})
            bench.expect<Wire::Welcome>(session);
        const Wire::Op made = scene.awa.create(Table::Vehicles, car, {{"color", u"red"_s}});
        const Wire::Op ofMarc = scene.marc.edit(Table::Vehicles, car, {{"color", u"blue"_s}}, made.clock);
        const Wire::Op ofPaul = paul.edit(Table::Vehicles, car, {{"color", u"grey"_s}}, made.clock);
        bench.clock.advance(1000);
        const Wire::Op later = scene.awa.edit(Table::Vehicles, car, {{"color", u"green"_s}}, made.clock);
        bench.send(awa, Wire::Push{{made, later}});
        bench.expect<Wire::Pushed>(awa);
        bench.readAll(marc);
        bench.readAll(third);
        // The same number, the same field, the same moment.
        QCOMPARE(ofMarc.opid, ofPaul.opid);
        bench.sendTogether({{marc, Wire::Push{{ofMarc}}}, {third, Wire::Push{{ofPaul}}}});
        QVERIFY(bench.comes<Wire::Pushed>(marc));
        QVERIFY(bench.comes<Wire::Pushed>(third));
        const auto rows = bench.readAll(awa);
        QCOMPARE(rows.size(), 2U);
        QVERIFY(rows[0].id != rows[1].id);
    }

    void whoLosesOneFieldIsToldAllFieldsOfTheOperation()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        const Uuid car = Uuid::create();
        const Wire::Op made = scene.awa.create(Table::Vehicles, car, {{"color", u"red"_s}, {"bay", u"A1"_s}});
        bench.send(awa, Wire::Push{{made}});
        bench.leave(awa);  // without having read the answer
        bench.readAll(marc);
        const Wire::Op both =
            scene.awa.edit(Table::Vehicles, car, {{"color", u"grey"_s}, {"bay", u"B2"_s}}, made.clock);
        bench.clock.advance(1000);
        bench.send(marc, Wire::Push{{scene.marc.edit(Table::Vehicles, car, {{"color", u"blue"_s}}, made.clock)}});
        bench.expect<Wire::Pushed>(marc);

        awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        bench.readAll(awa);
        // The first comes back whole as it was before the second, which gives way to pages as it did not go smoothly.
        bench.send(awa, Wire::Push{{made, both}});
        QCOMPARE(bench.expect<Wire::Pushed>(awa).exceptions.size(), 2U);
        const auto rows = bench.readAll(awa);
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(*coreValue(rows[0], Table::Vehicles, "bay"), QVariant(u"A1"_s));
        QCOMPARE(*coreValue(rows[1], Table::Vehicles, "color"), QVariant(u"blue"_s));
        QCOMPARE(*coreValue(rows[1], Table::Vehicles, "bay"), QVariant(u"B2"_s));
    }

    void afterAReconnectOwnOperationsComeBackInTheirPlace()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        const Uuid car = Uuid::create();
        const Wire::Op made = scene.marc.create(Table::Vehicles, car, {{"color", u"red"_s}});
        bench.send(marc, Wire::Push{{made}});
        bench.send(awa, Wire::Push{{scene.awa.edit(Table::Vehicles, car, {{"color", u"blue"_s}}, made.clock)}});
        bench.leave(awa);
        awa = bench.join("awa", 0);
        bench.expect<Wire::Welcome>(awa);
        const auto rows = bench.readAll(awa);
        QVERIFY(!rows.empty());
        QCOMPARE(*coreValue(rows.back(), Table::Vehicles, "color"), QVariant(u"blue"_s));
    }

    void endsWhoSendsTooManyMessages()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        const auto pings = [&](int count) {
            for (int i = 0; i < count && !bench.isClosed(awa); ++i) {
                bench.send(awa, Wire::Ping{i});
                if (!bench.isClosed(awa))
                    bench.expect<Wire::Pong>(awa);
            }
        };
        // A thousand at once are fine, and then two hundred a second.
        pings(990);
        QVERIFY(!bench.isClosed(awa));
        bench.advance(1'000);
        pings(190);
        QVERIFY(!bench.isClosed(awa));
        pings(50);
        QVERIFY(bench.isClosed(awa));
        const auto bye = bench.expect<Wire::Bye>(awa);
        QCOMPARE(bye.code, u"rate"_s);
        QVERIFY(bye.retryAfterMs > 0);
        bench.expect<Wire::Welcome>(bench.join("marc"));
    }

    void keepsToTheOrderOfTheGreeting_data()
    {
        QTest::addColumn<QString>("first");
        for (const QString& first :
             {u"a push"_s, u"a ping"_s, u"a request"_s, u"a token"_s, u"a proof"_s, u"two hellos"_s})
            QTest::newRow(qPrintable(first)) << first;
    }
    void keepsToTheOrderOfTheGreeting()
    {
        QFETCH(const QString, first);
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId session = bench.connectSocket();
        Wire::Hello hello;
        hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
        hello.token = "awa";
        if (first == "two hellos"_L1) {
            bench.send(session, hello);
            bench.expect<Wire::Challenge>(session);
            bench.send(session, hello);
        } else if (first == "a push"_L1) {
            bench.send(session, Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
        } else if (first == "a ping"_L1) {
            bench.send(session, Wire::Ping{1});
        } else if (first == "a request"_L1) {
            bench.send(session, Wire::Request{1, u"devices.list"_s, {}});
        } else if (first == "a token"_L1) {
            bench.send(session, Wire::Token{"awa"});
        } else {
            bench.send(session, Wire::Proof{QByteArray(32, 'p')});
        }
        QCOMPARE(bench.expect<Wire::Bye>(session).code, u"malformed"_s);
        QVERIFY(bench.isClosed(session));
        bench.expect<Wire::Welcome>(bench.join("marc"));
    }

    void endsWhoPushesTooFarAhead()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        bench.expect<Wire::Welcome>(awa);
        std::vector<std::pair<SessionId, Wire::ClientMessage>> flood;
        for (int i = 0; i <= Wire::MaxPushesAhead; ++i)
            flood.emplace_back(awa,
                               Wire::Push{{scene.awa.create(Table::Vehicles, Uuid::create(), {{"make", u"Kia"_s}})}});
        bench.sendTogether(flood);
        const auto bye = bench.expect<Wire::Bye>(awa);
        QCOMPARE(bye.code, u"rate"_s);
        QVERIFY(bye.retryAfterMs > 0);
    }

    void aSingleEditCostsFewBytesBothWays()
    {
        CoreScene scene;
        ServerBench& bench = scene.bench;
        const SessionId awa = bench.join("awa");
        const SessionId marc = bench.join("marc");
        bench.expect<Wire::Welcome>(awa);
        bench.expect<Wire::Welcome>(marc);
        const Uuid car = Uuid::create();
        const Wire::Op made = scene.awa.create(Table::Vehicles, car, {{"asking_minor", 100LL}});
        bench.send(awa, Wire::Push{{made}});
        bench.expect<Wire::Pushed>(awa);
        bench.readAll(marc);
        bench.clock.advance(60'000);
        bench.bytesSent = 0;
        const Wire::Push edit{{scene.awa.edit(Table::Vehicles, car, {{"asking_minor", 2'495'000LL}}, made.clock)}};
        bench.send(awa, edit);
        bench.expect<Wire::Pushed>(awa);
        bench.readAll(marc);
        bench.advance(1000);
        bench.readAll(awa);
        const qsizetype total = bench.bytesSent + Wire::encode(edit).size() + 2 * Wire::encode(Wire::Ack{5}).size();
        QVERIFY2(total < 300, qPrintable(QString::number(total)));
    }

    void saysGoodByeToEverybody()
    {
        CoreScene scene;
        const SessionId awa = scene.bench.join("awa");
        scene.bench.expect<Wire::Welcome>(awa);
        scene.bench.core().shutDown();
        scene.bench.advance(1);
        QCOMPARE(scene.bench.expect<Wire::Bye>(awa).code, u"shutdown"_s);
        QVERIFY(scene.bench.isClosed(awa));
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerCoreTest)
#include "tst_servercore.moc"
