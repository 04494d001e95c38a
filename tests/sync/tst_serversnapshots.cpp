// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "models/store/clockedvalues.h"
#include "sync/client/wirerows.h"
#include "sync/server/snapshotmaking.h"
#include "tests/support/teststore.h"
#include "tests/sync/scopescene.h"
#include "tests/sync/unpacksnapshot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ScopeScene;
using Tests::ScopeStation;
using Tests::ServerBench;
using Tests::TestStore;

namespace {

/// Three rows are many here.
constexpr qint64 SnapsFrom = 3;

ServerCore::Options snapsOptions()
{
    ServerCore::Options options;
    options.snapshotsFrom = SnapsFrom;
    return options;
}

/// Cars at three locations, of which one person sees one, and snapshots of them.
struct SnapsScene : ScopeScene {
    SnapsScene() : ScopeScene(snapsOptions())
    {
        for (int i = 0; i < 2; ++i) {
            near.push_back(boss.car(montreal, {{"cost_minor", qlonglong(8'642'097'531)}, {"color", u"red"_s}}));
            far.push_back(boss.car(toronto));
        }
        read();
    }

    /// A store of this person that has nothing yet.
    ScopeStation newStore(const QString& login, const QString& role = u"manager"_s,
                          const std::vector<Uuid>& locations = {})
    {
        const QByteArray token = login.toUtf8() + " new " + QByteArray::number(++stores);
        ScopeStation station(bench, token, bench.enrol(login, token, role, locations));
        station.snapshots = Wire::SnapshotFormat;
        return station;
    }
    SnapshotClass classOf(const QString& login) { return SnapshotClass::of(bench.accessOf(login), Schema::current()); }
    Expected<SnapshotShelf::Entry> make(
        const SnapshotClass& whose, const SnapshotMaking::Progress& progress = [](const Wire::Making&) {})
    {
        const auto storage = bench.store.open();
        return SnapshotMaking(*storage, Schema::current(), shelf, stop).make(whose, progress);
    }
    Wire::Snapshot made(const SnapshotClass& whose)
    {
        auto entry = make(whose);
        if (!entry)
            qFatal("snapshot: %s", qUtf8Printable(entry.error().detail));
        return entry->snapshot;
    }
    QByteArray packed(const Wire::Snapshot& snapshot) const
    {
        QByteArray bytes;
        for (std::uint32_t number = 0; bytes.size() < snapshot.packedSize; ++number) {
            const auto pieces = shelf.pieces(snapshot.sha, number, 1);
            if (!pieces || pieces->size() != 1)
                qFatal("piece");
            bytes += pieces->front().data;
        }
        return bytes;
    }
    void tell(SessionId session, SnapshotFinding::Kind kind, bool fewAtFirst = false,
              const Wire::Snapshot& snapshot = {})
    {
        bench.core().snapshotFound({session, kind, fewAtFirst, snapshot}, bench.clock.now());
        bench.settle();
    }
    void tellMade(const SnapshotClass& whose, const std::optional<Wire::Snapshot>& snapshot)
    {
        bench.core().snapshotMade(whose.key, snapshot, bench.clock.now());
        bench.settle();
    }
    /// Reads the pieces that were asked for.
    void readPieces()
    {
        for (const ReadPiecesAction& action : std::exchange(bench.piecesWanted, {}))
            bench.core().piecesRead(action.session, action.take,
                                    shelf.pieces(action.take.sha, action.take.piece, action.take.count),
                                    bench.clock.now());
        bench.settle();
    }

    std::vector<Uuid> near;
    std::vector<Uuid> far;
    QTemporaryDir folder;
    SnapshotShelf shelf{folder.path() + u"/snapshots"_s};
    std::atomic<bool> stop = false;
    int stores = 0;
};

/// The file of a snapshot as a workstation has it.
std::unique_ptr<Connection> unpacked(SnapsScene& scene, const SnapshotShelf::Entry& entry)
{
    const QByteArray plain = Tests::unpackSnapshot(scene.packed(entry.snapshot));
    QFile file(scene.folder.path() + u"/plain"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(plain) != plain.size())
        qFatal("the unpacked snapshot");
    file.close();
    auto opened = Connection::open(file.fileName(), Connection::Access::ReadOnly);
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().detail));
    return std::move(*opened);
}

QStringList snapsFiles(const SnapsScene& scene)
{
    return QDir(scene.folder.path() + u"/snapshots"_s).entryList(QDir::Files);
}

/// Every synced row of a store with all that belongs to it, in an order that does not depend on how it came.
QStringList snapsRows(TestStore& store)
{
    QStringList lines;
    const auto read = store.store()
                          .read([&lines](Connection& connection) -> Expected<void> {
                              for (const SyncedTable& declaration : Schema::current().declarations()) {
                                  QStringList columns{u"id"_s, u"_clk"_s, u"_seq"_s, u"_del"_s, u"_ext"_s};
                                  for (const Field& field : Schema::current().table(declaration.table).fields)
                                      columns.append(u'"' + field.name + u'"');
                                  auto rows = connection.run(u"SELECT %1 FROM %2 ORDER BY id"_s.arg(
                                      columns.join(u", "_s), QString(declaration.name)));
                                  if (!rows)
                                      return fail(rows.error());
                                  while (rows->next()) {
                                      QString line = declaration.name;
                                      for (int i = 0; i < columns.size(); ++i)
                                          line += u'|' + (rows->isNull(i) ? u"null"_s
                                                          : rows->value(i).typeId() == QMetaType::QByteArray
                                                              ? QString::fromLatin1(rows->blob(i).toHex())
                                                              : rows->text(i));
                                      lines.append(line);
                                  }
                              }
                              return {};
                          })
                          .result();
    if (!read)
        qFatal("rows: %s", qUtf8Printable(read.error().detail));
    return lines;
}

}  // namespace

class ServerSnapshotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    // ---- the conversation -----------------------------------------------------------------------------------------

    void whoCannotUseOneGetsPagesAtOnce_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* why : {"takes none", "an older protocol", "another schema", "has rows"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void whoCannotUseOneGetsPagesAtOnce()
    {
        QFETCH(QString, why);
        SnapsScene scene;
        ScopeStation store = scene.newStore(u"boss"_s);
        if (why == "has rows"_L1) {
            store.snapshots = 0;
            store.join();
            store.leave();
        }
        Wire::Hello hello;
        hello.protocolMin = Wire::ProtocolMin;
        hello.protocolMax = why == "an older protocol"_L1 ? Wire::ProtocolWithSnapshots - 1 : Wire::ProtocolMax;
        hello.token = "boss new 1";
        hello.schema = Schema::current().version() + (why == "another schema"_L1 ? 1 : 0);
        hello.snapshots = why == "takes none"_L1 ? 0 : Wire::SnapshotFormat;
        hello.cursor = store.cursor;
        hello.view = store.view;
        hello.epoch = *scene.bench.engine().storage().epoch();
        scene.boss.car(scene.dakar);
        const SessionId session = scene.bench.connectSocket();
        scene.bench.greet(session, hello);
        QVERIFY(scene.bench.snapshotsSought.empty());
        scene.bench.expect<Wire::Welcome>(session);
        QVERIFY(scene.bench.comes<Wire::Page>(session));
    }

    void aSmallDealershipGetsPagesAtOnce()
    {
        ServerCore::Options options;
        options.snapshotsFrom = 1'000;
        ScopeScene scene(options);
        scene.boss.car(scene.montreal);
        scene.boss.leave();
        scene.boss.cursor = 0;
        scene.boss.view.clear();
        scene.boss.snapshots = Wire::SnapshotFormat;
        scene.boss.rows.clear();
        scene.boss.join();
        QVERIFY(scene.bench.snapshotsSought.empty());
        QCOMPARE(scene.boss.count(Table::Vehicles), 1);
    }

    void asksForTheClassOfThePersonAndTheirLocation_data()
    {
        QTest::addColumn<bool>("names");
        QTest::newRow("the one that the workstation names") << true;
        QTest::newRow("their first one") << false;
    }
    void asksForTheClassOfThePersonAndTheirLocation()
    {
        QFETCH(bool, names);
        SnapsScene scene;
        ScopeStation store = scene.newStore(u"theo"_s);
        store.wantsFirst = names ? scene.toronto : scene.dakar;
        store.join();
        QCOMPARE(scene.bench.snapshotsSought.size(), size_t{1});
        const FindSnapshotAction& sought = scene.bench.snapshotsSought.front();
        QVERIFY(sought.whose.access.user.isNull());
        QCOMPARE(sought.whose.access.role, u"buyer"_s);
        QCOMPARE(sought.whose.access.locations, (std::vector<Uuid>{scene.montreal, scene.toronto}));
        QCOMPARE(sought.first.locations, (std::vector<Uuid>{names ? scene.toronto : scene.montreal}));
        QCOMPARE(sought.newest, *scene.bench.engine().storage().seq());
        QVERIFY2(scene.bench.quiet(store.session), "no page before it is known whether there is something better");
    }

    void theOwnLocationComesFirstThenTheOffer()
    {
        SnapsScene scene;
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        ScopeStation store = scene.newStore(u"boss"_s);
        store.wantsFirst = scene.montreal;
        store.join();
        scene.tell(store.session, SnapshotFinding::Kind::Here, true, snapshot);
        store.read();
        QCOMPARE(store.count(Table::Vehicles), 2);
        QVERIFY(store.has(Table::Vehicles, scene.near.front()));
        QVERIFY(!store.view.isEmpty());
        QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);

        // Meanwhile it goes on with what it has.
        const Uuid newCar = scene.boss.car(scene.montreal);
        scene.boss.car(scene.toronto);
        scene.bench.advance(1'000);
        store.read();
        QVERIFY(store.has(Table::Vehicles, newCar));
        QCOMPARE(store.count(Table::Vehicles), 3);
    }

    void whereTheFirstPagesWouldBeManyTheOfferComesAtOnce()
    {
        SnapsScene scene;
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        ScopeStation store = scene.newStore(u"boss"_s);
        store.join();
        scene.tell(store.session, SnapshotFinding::Kind::Here, false, snapshot);
        QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);
        scene.boss.car(scene.toronto);
        scene.bench.advance(1'000);
        QVERIFY(scene.bench.quiet(store.session));
    }

    void tellsHowFarItIsWhileItIsMade()
    {
        SnapsScene scene;
        ScopeStation store = scene.newStore(u"boss"_s);
        store.join();
        scene.tell(store.session, SnapshotFinding::Kind::Made, true);
        store.read();
        QVERIFY(scene.bench.quiet(store.session));
        scene.bench.core().snapshotMaking("another", {1, 2});
        scene.bench.core().snapshotMaking(scene.classOf(u"boss"_s).key, {2, 4});
        scene.bench.settle();
        QCOMPARE(scene.bench.expect<Wire::Making>(store.session), (Wire::Making{2, 4}));
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        scene.tellMade(scene.classOf(u"theo"_s), snapshot);
        QVERIFY(scene.bench.quiet(store.session));
        scene.tellMade(scene.classOf(u"boss"_s), snapshot);
        QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);
    }

    void nobodyWaitsForTheMakingWithNothingToLookAt()
    {
        SnapsScene scene;
        ScopeStation store = scene.newStore(u"boss"_s);
        store.join();
        // The one location that there is would be as much as everything, or each has too much.
        scene.tell(store.session, SnapshotFinding::Kind::Made);
        store.read();
        QCOMPARE(store.count(Table::Vehicles), 4);
        QVERIFY(!store.waitsForSnapshot);
        // It is for those who come later.
        scene.tellMade(scene.classOf(u"boss"_s), scene.made(scene.classOf(u"boss"_s)));
        QVERIFY(scene.bench.quiet(store.session));
    }

    void whoSeesEverythingGetsTheFullestLocationFirst()
    {
        SnapsScene scene;
        ScopeStation store = scene.newStore(u"boss"_s);
        store.join();
        SnapshotFinding finding{store.session, SnapshotFinding::Kind::Made, true, {}, scene.montreal};
        scene.bench.core().snapshotFound(finding, scene.bench.clock.now());
        scene.bench.settle();
        store.read();
        QCOMPARE(store.count(Table::Vehicles), 2);
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        scene.tellMade(scene.classOf(u"boss"_s), snapshot);
        QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);
    }

    void everythingComesInPagesWhereThereIsNone_data()
    {
        QTest::addColumn<QString>("when");
        for (const char* when :
             {"at once", "before the first page", "after the first pages", "with the next connection"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }
    void everythingComesInPagesWhereThereIsNone()
    {
        QFETCH(QString, when);
        SnapsScene scene;
        const Uuid mine = Uuid::create();
        QVERIFY(!scene.boss.push(
            scene.boss.make(Table::SavedViews, mine, {{"user_id", scene.bench.accessOf(u"boss"_s).user.toBytes()}})));
        ScopeStation store = scene.newStore(u"boss"_s);
        store.wantsFirst = scene.montreal;
        store.join();
        QVERIFY2(store.waitsForSnapshot, "the end of the first pages is not the end");
        if (when == "at once"_L1) {
            scene.tell(store.session, SnapshotFinding::Kind::Pages);
        } else {
            scene.tell(store.session, SnapshotFinding::Kind::Made, true);
            if (when != "before the first page"_L1) {
                store.read();
                QCOMPARE(store.count(Table::Vehicles), 2);
                scene.boss.car(scene.toronto);
            }
            if (when == "with the next connection"_L1) {
                store.leave();
                store.snapshots = 0;
                store.waitsForSnapshot = false;
                store.join();
            } else {
                QVERIFY(store.waitsForSnapshot);
                scene.tellMade(scene.classOf(u"boss"_s), std::nullopt);
            }
        }
        store.read();
        scene.bench.advance(1'000);
        store.read();
        scene.read();
        QVERIFY(scene.bench.quiet(store.session));
        const bool oneMore = when == "after the first pages"_L1 || when == "with the next connection"_L1;
        QCOMPARE(store.count(Table::Vehicles), oneMore ? 5 : 4);
        QVERIFY(store.has(Table::SavedViews, mine));
        QVERIFY(!store.waitsForSnapshot);
        const int received = store.received;
        const Uuid later = scene.boss.car(scene.dakar);
        store.read();
        QVERIFY(store.has(Table::Vehicles, later));
        QCOMPARE(store.received, received + 1);
        store.leave();
        store.snapshots = Wire::SnapshotFormat;
        scene.bench.snapshotsSought.clear();
        store.join();
        QVERIFY2(scene.bench.snapshotsSought.empty(), "it has everything");
        QCOMPARE(store.received, received + 1);
    }

    void theWorkstationTakesPiecesOfWhatItWasOffered()
    {
        SnapsScene scene;
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        ScopeStation store = scene.newStore(u"boss"_s);
        store.join();
        scene.bench.send(store.session, Wire::Take{snapshot.sha, 0, 1});
        QCOMPARE(scene.bench.expect<Wire::Gone>(store.session).sha, snapshot.sha);
        scene.tell(store.session, SnapshotFinding::Kind::Here, false, snapshot);
        scene.bench.expect<Wire::Snapshot>(store.session);
        QVERIFY(scene.bench.piecesWanted.empty());

        scene.bench.send(store.session, Wire::Take{QByteArray(32, 'x'), 0, 1});
        QCOMPARE(scene.bench.expect<Wire::Gone>(store.session).sha, QByteArray(32, 'x'));
        scene.bench.send(store.session, Wire::Take{snapshot.sha, 0, Wire::MaxPiecesAhead});
        scene.readPieces();
        const auto piece = scene.bench.expect<Wire::Piece>(store.session);
        QCOMPARE(piece.piece, 0U);
        QCOMPARE(sha256(piece.data), snapshot.sha);
        QVERIFY2(scene.bench.quiet(store.session), "there is only one piece");

        // Those have come, so as many may be asked for again; one more is too many.
        scene.bench.send(store.session, Wire::Take{snapshot.sha, 0, Wire::MaxPiecesAhead});
        QVERIFY(scene.bench.quiet(store.session));
        scene.bench.send(store.session, Wire::Take{snapshot.sha, 0, 1});
        QCOMPARE(scene.bench.expect<Wire::Bye>(store.session).code, u"rate"_s);
        QVERIFY(scene.bench.isClosed(store.session));
    }

    void anotherClassMayNotTakeIt()
    {
        SnapsScene scene;
        const Wire::Snapshot all = scene.made(scene.classOf(u"boss"_s));
        const Wire::Snapshot some = scene.made(scene.classOf(u"awa"_s));
        ScopeStation store = scene.newStore(u"awa"_s);
        store.join();
        scene.tell(store.session, SnapshotFinding::Kind::Here, false, some);
        scene.bench.expect<Wire::Snapshot>(store.session);
        scene.bench.send(store.session, Wire::Take{all.sha, 0, 1});
        QCOMPARE(scene.bench.expect<Wire::Gone>(store.session).sha, all.sha);
        QVERIFY(scene.bench.piecesWanted.empty());
    }

    void whatWentAwayIsSoughtAgainAndThenComesInPages()
    {
        SnapsScene scene;
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        ScopeStation store = scene.newStore(u"boss"_s);
        store.join();
        QVERIFY(QDir(scene.folder.path()).removeRecursively());
        for (int time = 0; time < 3; ++time) {
            QCOMPARE(scene.bench.snapshotsSought.size(), static_cast<size_t>(time) + 1);
            scene.tell(store.session, SnapshotFinding::Kind::Here, false, snapshot);
            QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);
            scene.bench.send(store.session, Wire::Take{snapshot.sha, 0, 2});
            scene.readPieces();
            QCOMPARE(scene.bench.expect<Wire::Gone>(store.session).sha, snapshot.sha);
            store.read();
        }
        QCOMPARE(scene.bench.snapshotsSought.size(), size_t{3});
        QVERIFY(!store.waitsForSnapshot);
        QCOMPARE(store.count(Table::Vehicles), 4);
    }

    void goesOnWithTheOneOfWhichPiecesAreThere_data()
    {
        QTest::addColumn<bool>("still");
        QTest::newRow("it is still here") << true;
        QTest::newRow("there is another one") << false;
    }
    void goesOnWithTheOneOfWhichPiecesAreThere()
    {
        QFETCH(bool, still);
        SnapsScene scene;
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"boss"_s));
        ScopeStation store = scene.newStore(u"boss"_s);
        store.wantsFirst = scene.montreal;
        store.join();
        scene.tell(store.session, SnapshotFinding::Kind::Here, true, snapshot);
        store.read();
        QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);
        store.leave();

        store.snapshotHere = still ? snapshot.sha : QByteArray(32, 'o');
        scene.bench.snapshotsSought.clear();
        store.join();
        QCOMPARE(scene.bench.snapshotsSought.size(), size_t{1});
        QCOMPARE(scene.bench.snapshotsSought.front().here, store.snapshotHere);
        scene.tell(store.session, SnapshotFinding::Kind::Here, true, snapshot);
        if (!still)
            QCOMPARE(scene.bench.expect<Wire::Gone>(store.session).sha, store.snapshotHere);
        QCOMPARE(scene.bench.expect<Wire::Snapshot>(store.session), snapshot);
        QCOMPARE(store.received, 2);
    }

    void aPieceOfSomethingElseIsOfNoUse()
    {
        SnapsScene scene;
        ScopeStation store = scene.newStore(u"boss"_s);
        store.snapshots = 0;
        store.snapshotHere = QByteArray(32, 'o');
        store.join();
        QCOMPARE(scene.bench.expect<Wire::Gone>(store.session).sha, store.snapshotHere);
        store.read();
        QCOMPARE(store.count(Table::Vehicles), 4);
    }

    void afterTheSnapshotComesWhatIsPersonalAndWhatChangedSince()
    {
        SnapsScene scene;
        const Wire::Snapshot snapshot = scene.made(scene.classOf(u"theo"_s));
        const Uuid mine = Uuid::create();
        QVERIFY(!scene.theo.push(
            scene.theo.make(Table::SavedViews, mine, {{"user_id", scene.bench.accessOf(u"theo"_s).user.toBytes()}})));
        QVERIFY(!scene.boss.push(
            scene.boss.edit(Table::Vehicles, scene.near.front(), {{"location_id", scene.dakar.toBytes()}})));
        const Uuid later = scene.boss.car(scene.toronto);

        ScopeStation store = scene.newStore(u"theo"_s);
        store.cursor = snapshot.upto;
        store.view = snapshot.view;
        for (const std::vector<Uuid>& cars : {scene.near, scene.far}) {
            for (const Uuid car : cars)
                store.rows[{static_cast<std::uint16_t>(Table::Vehicles), car}] = {};
        }
        store.join();
        QVERIFY(scene.bench.snapshotsSought.empty());
        QVERIFY(!store.welcome.fresh);
        QVERIFY(store.has(Table::SavedViews, mine));
        QVERIFY(store.has(Table::Vehicles, later));
        QVERIFY(!store.has(Table::Vehicles, scene.near.front()));
        QCOMPARE(store.count(Table::Vehicles), 4);
        QVERIFY2(store.received <= 3, "and nothing that it has already");
        QCOMPARE(store.forgotten, 1);
    }

    // ---- the file -------------------------------------------------------------------------------------------------

    void itsRowsAreThoseThatPagesBring_data()
    {
        QTest::addColumn<QString>("login");
        for (const char* login : {"boss", "awa", "theo"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void itsRowsAreThoseThatPagesBring()
    {
        QFETCH(QString, login);
        SnapsScene scene;
        // Clocks of their own, removed rows, photos, a conflict, and what is of one person alone.
        QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, scene.near.front(),
                                                 {{"color", u"bleu « nuit »"_s}, {"year", qlonglong(2019)}})));
        QVERIFY(!scene.boss.push(scene.boss.remove(Table::Vehicles, scene.far.front())));
        const Uuid photo = Uuid::create();
        QVERIFY(!scene.boss.push(scene.boss.make(
            Table::Photos, photo, {{"vehicle_id", scene.near.front().toBytes()}, {"large_sha", QByteArray(32, 'l')}})));
        Wire::Op blind = scene.theo.edit(Table::Vehicles, scene.near.back(), {{"color", u"green"_s}});
        blind.fields.front().base = {};
        blind.create = false;
        scene.theo.push(blind);
        QVERIFY(!scene.theo.push(scene.theo.make(Table::SavedViews, Uuid::create(),
                                                 {{"user_id", scene.bench.accessOf(u"theo"_s).user.toBytes()}})));
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Locations, scene.montreal, {{"code", u"MTL"_s}})));

        const SnapshotClass whose = scene.classOf(login);
        const Wire::Snapshot snapshot = scene.made(whose);
        QCOMPARE(snapshot.upto, *scene.bench.engine().storage().seq());

        // A person of that class who has nothing of their own.
        const QByteArray token = "pages";
        scene.bench.enrol(u"another "_s + login, token, whose.access.role, whose.access.locations);
        const SessionId session = scene.bench.join(token);
        scene.bench.expect<Wire::Welcome>(session);
        TestStore byPages;
        while (scene.bench.comes<Wire::Page>(session)) {
            auto page = scene.bench.expect<Wire::Page>(session);
            scene.bench.send(session, Wire::Ack{page.upto});
            std::vector<RemoteRow> rows;
            for (Wire::Row& row : page.rows)
                rows.push_back(remoteRow(std::move(row)));
            QVERIFY(byPages.journal().applyRemote(std::move(rows), page.upto, {{}, page.view, !page.more}).result());
        }

        const QByteArray packed = scene.packed(snapshot);
        QCOMPARE(packed.size(), snapshot.packedSize);
        QCOMPARE(sha256(packed), snapshot.sha);
        const QByteArray plain = Tests::unpackSnapshot(packed);
        QCOMPARE(plain.size(), snapshot.size);
        TestStore bySnapshot;
        QFile file(bySnapshot.path() + u"/taken"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(plain) == plain.size());
        file.close();
        const auto installed = bySnapshot.journal()
                                   .installSnapshot({file.fileName(), snapshot.rows, snapshot.upto, snapshot.view})
                                   .result();
        QVERIFY2(installed, qPrintable(installed ? QString() : installed.error().detail));
        const QStringList expected = snapsRows(byPages);
        QVERIFY(expected.size() >= 4);
        QCOMPARE(snapsRows(bySnapshot), expected);
    }

    void withheldFieldsAreNowhereInItsBytes()
    {
        SnapsScene scene;
        const Uuid secret = Uuid::create();
        const QByteArray currency = "ZQX";
        QVERIFY(!scene.boss.push(scene.boss.make(Table::Vehicles, secret,
                                                 {{"location_id", scene.montreal.toBytes()},
                                                  {"cost_currency", QString::fromLatin1(currency)},
                                                  {"cost_minor", qlonglong(8'642'097'531)}})));
        // As SQLite writes it: six bytes, big-endian.
        const QByteArray cost = QByteArray::fromHex("0002031bf17b");
        for (const auto& [login, sees] : {std::pair(u"boss"_s, true), std::pair(u"awa"_s, false)}) {
            const QByteArray plain = Tests::unpackSnapshot(scene.packed(scene.made(scene.classOf(login))));
            QVERIFY(plain.contains(secret.toBytes()));
            QCOMPARE(plain.contains(currency), sees);
            QCOMPARE(plain.contains(cost), sees);
        }
    }

    void whatChangesWhileItIsMadeIsNotLost()
    {
        SnapsScene scene;
        constexpr int Cars = 2'200;
        std::vector<Uuid> cars;
        while (cars.size() < Cars) {
            std::vector<Wire::Op> ops;
            for (int i = 0; i < Wire::MaxOps; ++i) {
                cars.push_back(Uuid::create());
                ops.push_back(scene.boss.make(Table::Vehicles, cars.back(), {{"color", u"red"_s}}));
            }
            scene.bench.send(scene.boss.session, Wire::Push{std::move(ops)});
            scene.bench.expect<Wire::Pushed>(scene.boss.session);
        }
        const Uuid early = scene.near.front();
        const Uuid late = cars.back();
        const qint64 before = *scene.bench.engine().storage().seq();
        bool changed = false;
        const auto entry = scene.make(scene.classOf(u"boss"_s), [&](const Wire::Making& making) {
            QVERIFY(making.rows > 0 && making.total >= making.rows);
            if (std::exchange(changed, true))
                return;
            for (const Uuid car : {early, late})
                QVERIFY(!scene.boss.push(scene.boss.edit(Table::Vehicles, car, {{"color", u"blue"_s}})));
        });
        QVERIFY(entry);
        QVERIFY(changed);
        QCOMPARE(entry->snapshot.upto, before);
        QCOMPARE(entry->snapshot.rows, qint64(cars.size()) + 4);

        const auto opened = unpacked(scene, *entry);
        for (const Uuid car : {early, late})
            QCOMPARE(
                opened->scalar(u"SELECT group_concat(color) FROM vehicles WHERE id = ?"_s, {car.toBytes()})->toString(),
                u"blue"_s);
        QCOMPARE(opened->scalar(u"SELECT count(*) FROM sqlite_schema WHERE type <> 'table'"_s)->toInt(), 0);
        QCOMPARE(opened->scalar(u"PRAGMA quick_check"_s)->toString(), u"ok"_s);
    }

    void whatOnlyALaterVersionKnowsTravelsWithItsRow()
    {
        SnapsScene scene;
        const Uuid car = scene.near.front();
        Wire::Op op = scene.boss.edit(Table::Vehicles, car, {{"color", u"blue"_s}});
        op.fields.push_back({Wire::MaxFields - 1, u"of tomorrow"_s, {}});
        QVERIFY(!scene.boss.push(op));
        const auto entry = scene.make(scene.classOf(u"boss"_s));
        QVERIFY(entry);
        auto opened = unpacked(scene, *entry);
        auto row = opened->run(u"SELECT color, _ext, _clk FROM vehicles WHERE id = ?"_s, {car.toBytes()});
        QVERIFY(row && row->next());
        QCOMPARE(row->text(0), u"blue"_s);
        const auto kept = decodeClockedValues(row->blob(1));
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(int{kept[0].field}, Wire::MaxFields - 1);
        QCOMPARE(kept[0].value.toString(), u"of tomorrow"_s);
        QVERIFY(!kept[0].clock.isNull());
        // The others have nothing there.
        QCOMPARE(opened->scalar(u"SELECT count(*) FROM vehicles WHERE _ext IS NOT NULL"_s)->toInt(), 1);
    }

    void nothingIsLeftOfOneThatCannotBeMade()
    {
        SnapsScene scene;
        const auto entry = scene.make(scene.classOf(u"boss"_s), [&](const Wire::Making&) { scene.stop = true; });
        QVERIFY(!entry);
        QCOMPARE(entry.error().code, ErrorCode::Cancelled);
        QCOMPARE(snapsFiles(scene), QStringList());
    }

    // ---- the shelf ------------------------------------------------------------------------------------------------

    void theShelfGivesWhatIsOfUse()
    {
        SnapsScene scene;
        const SnapshotClass whose = scene.classOf(u"boss"_s);
        const auto entry = scene.make(whose);
        QVERIFY(entry);
        const qint64 upto = entry->snapshot.upto;
        const QByteArray sha = entry->snapshot.sha;
        const auto found = [&](const SnapshotShelf::Wanted& wanted) { return scene.shelf.find(wanted).has_value(); };
        QVERIFY(found({whose.key, entry->epoch, 0, upto}));
        QVERIFY(found({whose.key, entry->epoch, upto, upto + 5'000}));
        QVERIFY2(!found({whose.key, entry->epoch, 0, upto + 5'001}), "too much has changed");
        QVERIFY2(found({whose.key, entry->epoch, 0, upto + 5'001, sha}), "but half of it has travelled");
        QVERIFY2(!found({whose.key, entry->epoch, upto + 1, upto + 1, sha}), "older than what is still known");
        QVERIFY2(!found({whose.key, entry->epoch, 0, upto - 1, sha}), "of a past that was taken back");
        QVERIFY(!found({whose.key, "another epoch", 0, upto, sha}));
        QVERIFY(!found({scene.classOf(u"awa"_s).key, entry->epoch, 0, upto, sha}));
        QCOMPARE(scene.shelf.find({whose.key, entry->epoch, 0, upto})->snapshot, entry->snapshot);
        QCOMPARE(QFile::permissions(scene.folder.path() + u"/snapshots"_s) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());
    }

    void theShelfIsTidied()
    {
        SnapsScene scene;
        const SnapshotClass whose = scene.classOf(u"boss"_s);
        const auto older = scene.make(whose);
        QVERIFY(older);
        scene.boss.car(scene.montreal);
        const auto newer = scene.make(whose);
        QVERIFY(newer);
        QFile begun(scene.shelf.scratch());
        QVERIFY(begun.open(QIODevice::WriteOnly) && begun.write("half") > 0);
        begun.close();
        const UtcMs now = QDateTime::currentMSecsSinceEpoch();
        constexpr UtcMs Hour = 3'600'000;
        const auto here = [&](const Expected<SnapshotShelf::Entry>& entry) {
            return scene.shelf.pieces(entry->snapshot.sha, 0, 1).has_value();
        };

        scene.shelf.tidy(now, false);
        QVERIFY(here(older) && here(newer) && begun.exists());
        scene.shelf.tidy(now + 2 * Hour, false);
        QVERIFY(here(older) && here(newer) && !begun.exists());
        QVERIFY(begun.open(QIODevice::WriteOnly));
        begun.close();
        scene.shelf.tidy(now, true);
        QVERIFY2(!begun.exists(), "whoever is alone knows that nobody is at it");
        QVERIFY(here(older) && here(newer));
        scene.shelf.tidy(now + 12 * Hour, false);
        QVERIFY(!here(older) && here(newer));
        scene.shelf.tidy(now + 100 * Hour, false);
        QVERIFY(!here(newer));
        QCOMPARE(snapsFiles(scene), QStringList());
    }

    void tornFilesAreNotOffered()
    {
        SnapsScene scene;
        const SnapshotClass whose = scene.classOf(u"boss"_s);
        const auto entry = scene.make(whose);
        QVERIFY(entry);
        const QString path =
            scene.folder.path() + u"/snapshots/"_s + QString::fromLatin1(entry->snapshot.sha.toHex()) + u".zst"_s;
        QVERIFY(QFile::resize(path, entry->snapshot.packedSize - 1));
        QVERIFY(!scene.shelf.find({whose.key, entry->epoch, 0, entry->snapshot.upto}));
        scene.shelf.tidy(QDateTime::currentMSecsSinceEpoch(), true);
        QVERIFY(!QFile::exists(path));
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerSnapshotsTest)
#include "tst_serversnapshots.moc"
