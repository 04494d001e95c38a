// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/connection.h"
#include "models/store/schema.h"
#include "tests/sync/fulldisk.h"
#include "tests/sync/unpacksnapshot.h"

#include <QDir>
#include <QFile>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
using Tests::ServerSocket;

namespace {

/// More than the server sends in pages.
constexpr int SnapshotCars = 6'000;

QByteArray snapshotToken(ServerProcess& server, int device)
{
    return server.signIn(u"awa"_s, u"correct horse"_s, ServerProcess::deviceIdOf(static_cast<quint64>(device)))
        .json.value("token"_L1)
        .toString()
        .toLatin1();
}

bool startWithCars(ServerProcess& server)
{
    if (!server.start() ||
        server.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s},
                   "correct horse")
                .code != 0)
        return false;
    ServerSocket socket;
    if (!socket.open(server, snapshotToken(server, 1)))
        return false;
    const auto welcome = socket.next<Wire::Welcome>();
    for (int car = 0; welcome && car < SnapshotCars; car += Wire::MaxOps) {
        Wire::Push push;
        for (int i = 1; i <= Wire::MaxOps; ++i)
            push.ops.push_back(Tests::newVehicle(car + i, welcome->serverTime));
        socket.send(push);
        if (!socket.next<Wire::Pushed>())
            return false;
    }
    return welcome.has_value();
}

/// As a store that has nothing yet.
bool openFirst(ServerSocket& socket, ServerProcess& server, int device, const QByteArray& here = {})
{
    socket.hello.snapshots = Wire::SnapshotFormat;
    socket.hello.schema = Schema::current().version();
    socket.hello.snapshotHere = here;
    return socket.open(server, snapshotToken(server, device));
}

/// The first store gets pages, as it must not wait; the snapshot is made for those that come later.
bool haveSnapshotMade(ServerProcess& server)
{
    ServerSocket socket;
    if (!openFirst(socket, server, 9) || !socket.next<Wire::Welcome>())
        return false;
    const QDir shelf(server.data() + u"/snapshots"_s);
    return QTest::qWaitFor([&shelf] { return !shelf.entryList({u"*.label"_s}).isEmpty(); }, 60'000);
}

/// Takes the pieces from `first` on, as many ahead as may be.
QByteArray takeSnapshot(ServerSocket& socket, const Wire::Snapshot& snapshot, std::uint32_t first = 0)
{
    const auto pieces = static_cast<std::uint32_t>((snapshot.packedSize + Wire::PieceSize - 1) / Wire::PieceSize);
    QByteArray packed;
    for (std::uint32_t number = first; number < pieces; number += Wire::MaxPiecesAhead) {
        const std::uint32_t count = std::min<std::uint32_t>(Wire::MaxPiecesAhead, pieces - number);
        socket.send(Wire::Take{snapshot.sha, number, count});
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto piece = socket.next<Wire::Piece>();
            if (!piece || piece->piece != number + i)
                return {};
            packed += piece->data;
        }
    }
    return packed;
}

/// How many cars come in pages until there are no more.
int carsInPages(ServerSocket& socket)
{
    QSet<QByteArray> cars;
    for (bool more = true; more;) {
        const auto page = socket.next<Wire::Page>();
        if (!page)
            return -1;
        socket.send(Wire::Ack{page->upto});
        for (const Wire::Row& row : page->rows) {
            if (row.table == static_cast<std::uint16_t>(Table::Vehicles))
                cars.insert(row.id.toBytes());
        }
        more = page->more;
    }
    return static_cast<int>(cars.size());
}

QStringList snapshotFiles(const ServerProcess& server)
{
    return QDir(server.data() + u"/snapshots"_s).entryList(QDir::Files);
}

double snapshotFigure(const QByteArray& text, const QByteArray& name)
{
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith(name + ' '))
            return line.sliced(name.size() + 1).toDouble();
    }
    return -1;
}

}  // namespace

/// Snapshots of a real server.
class SnapshotProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void aNewStoreGetsEverythingAsOneFile()
    {
        ServerProcess server(Tests::storeUnderTest());
        QVERIFY(startWithCars(server));
        QVERIFY(haveSnapshotMade(server));
        QByteArray sha;
        for (int device = 2; device <= 3; ++device) {
            ServerSocket socket;
            QVERIFY(openFirst(socket, server, device));
            const auto welcome = socket.next<Wire::Welcome>();
            QVERIFY(welcome);
            const auto snapshot = socket.next<Wire::Snapshot>();
            QVERIFY(snapshot);
            QVERIFY(snapshot->rows >= SnapshotCars);
            const QByteArray packed = takeSnapshot(socket, *snapshot);
            QCOMPARE(sha256(packed), snapshot->sha);
            const QByteArray plain = Tests::unpackSnapshot(packed);
            QCOMPARE(plain.size(), snapshot->size);
            QFile file(server.file(u"plain"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(plain) == plain.size());
            file.close();
            auto opened = Connection::open(file.fileName(), Connection::Access::ReadOnly);
            QVERIFY(opened);
            QCOMPARE((*opened)->scalar(u"SELECT count(DISTINCT vin) FROM vehicles"_s)->toInt(), SnapshotCars);
            QVERIFY2(sha.isEmpty() || sha == snapshot->sha, "the second store gets the same one");
            sha = snapshot->sha;

            // With it, hardly anything is left to say.
            ServerSocket after;
            after.hello.view = snapshot->view;
            after.hello.epoch = welcome->epoch;
            QVERIFY(after.open(server, snapshotToken(server, device), u"/api/v1/sync"_s, snapshot->upto));
            QVERIFY(after.next<Wire::Welcome>());
            const auto page = after.next<Wire::Page>();
            QVERIFY(page && page->rows.size() < 10 && !page->more && !page->view.isEmpty());
        }
        const QByteArray text = server.get(u"/metrics"_s).text;
        QCOMPARE(snapshotFigure(text, "forecourt_snapshots_total{outcome=\"made\"}"), 1);
        QCOMPARE(snapshotFigure(text, "forecourt_snapshots_total{outcome=\"failed\"}"), 0);
        QCOMPARE(snapshotFigure(text, "forecourt_sent_snapshot_bytes_total"),
                 2.0 * QFile(server.data() + u"/snapshots/"_s + QString::fromLatin1(sha.toHex()) + u".zst"_s).size());
        QCOMPARE(server.stop(), 0);
        QVERIFY2(server.log().contains("snapshot"), server.log());
    }

    void aServerThatWasKilledStartsClean()
    {
        ServerProcess server(Tests::storeUnderTest());
        QVERIFY(startWithCars(server));
        {
            ServerSocket socket;
            QVERIFY(openFirst(socket, server, 2));
            QVERIFY(QTest::qWaitFor([&] { return !snapshotFiles(server).isEmpty(); }, 60'000));
            server.kill();
        }
        QVERIFY(server.start());
        QVERIFY(haveSnapshotMade(server));
        ServerSocket socket;
        QVERIFY(openFirst(socket, server, 2));
        const auto snapshot = socket.next<Wire::Snapshot>();
        QVERIFY(snapshot);
        QCOMPARE(sha256(takeSnapshot(socket, *snapshot)), snapshot->sha);
        if (Tests::storeUnderTest() == Tests::StoreKind::Sqlite)
            // Beside one on PostgreSQL another server may be at it: what was begun goes later there.
            QTRY_COMPARE_WITH_TIMEOUT(snapshotFiles(server).size(), 2, 60'000);
        QCOMPARE(server.stop(), 0);
    }

    void aFullDiskCostsTheSnapshotOnly()
    {
#ifndef Q_OS_LINUX
        QSKIP("The size of files is limited with prlimit, which Linux has");
#else
        if (Tests::storeUnderTest() == Tests::StoreKind::Sqlite)
            QSKIP("The file of the rows would be full before the snapshot; see tst_serverdiskfull");
        ServerProcess server(Tests::storeUnderTest());
        QVERIFY(startWithCars(server));
        const QByteArray token = snapshotToken(server, 9);
        ServerSocket socket;
        socket.hello.snapshots = Wire::SnapshotFormat;
        socket.hello.schema = Schema::current().version();
        Tests::setLargestFile(server, 100'000);
        QVERIFY(socket.open(server, token));
        QCOMPARE(carsInPages(socket), SnapshotCars);
        const auto failed = [&server] {
            return snapshotFigure(server.get(u"/metrics"_s).text, "forecourt_snapshots_total{outcome=\"failed\"}");
        };
        QVERIFY(QTest::qWaitFor([&] { return failed() == 1; }, 60'000));
        QCOMPARE(snapshotFiles(server), QStringList());

        // With room again, the next start makes it.
        QCOMPARE(server.stop(), 0);
        QVERIFY2(server.log().contains("snapshot failed"), server.log());
        QVERIFY(server.start());
        QVERIFY(haveSnapshotMade(server));
#endif
    }

    void twoServersMakeThemInOneFolder()
    {
        if (Tests::storeUnderTest() == Tests::StoreKind::Sqlite)
            QSKIP("A SQLite file has one server");
        ServerProcess one(Tests::storeUnderTest());
        QVERIFY(startWithCars(one));
        ServerProcess other(ServerProcess::Beside{one});
        QVERIFY(other.start());
        {
            // Both are asked before either has one.
            ServerSocket atOne;
            ServerSocket atOther;
            QVERIFY(openFirst(atOne, one, 8));
            QVERIFY(openFirst(atOther, other, 9));
            const auto done = [](ServerProcess& server) {
                const QByteArray text = server.get(u"/metrics"_s).text;
                return snapshotFigure(text, "forecourt_snapshots_total{outcome=\"made\"}");
            };
            QVERIFY(QTest::qWaitFor([&] { return done(one) + done(other) >= 1; }, 60'000));
        }
        int device = 2;
        for (ServerProcess* server : {&one, &other}) {
            ServerSocket socket;
            QVERIFY(openFirst(socket, *server, device++));
            const auto snapshot = socket.next<Wire::Snapshot>();
            QVERIFY(snapshot);
            const QByteArray packed = takeSnapshot(socket, *snapshot);
            QCOMPARE(sha256(packed), snapshot->sha);
            QCOMPARE(Tests::unpackSnapshot(packed).size(), snapshot->size);
        }
        // What one of them makes goes on being of use when it has ended.
        one.kill();
        ServerSocket socket;
        QVERIFY(openFirst(socket, other, device));
        const auto snapshot = socket.next<Wire::Snapshot>();
        QVERIFY(snapshot);
        QCOMPARE(sha256(takeSnapshot(socket, *snapshot)), snapshot->sha);
    }

    void goesOnAfterACutWithTheSameFile()
    {
        ServerProcess server(Tests::storeUnderTest());
        QVERIFY(startWithCars(server));
        QVERIFY(haveSnapshotMade(server));
        Wire::Snapshot snapshot;
        QByteArray first;
        {
            ServerSocket socket;
            QVERIFY(openFirst(socket, server, 2));
            const auto offered = socket.next<Wire::Snapshot>();
            QVERIFY(offered);
            snapshot = *offered;
            socket.send(Wire::Take{snapshot.sha, 0, 1});
            const auto piece = socket.next<Wire::Piece>();
            QVERIFY(piece);
            first = piece->data;
        }
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start());
        ServerSocket socket;
        QVERIFY(openFirst(socket, server, 2, snapshot.sha));
        const auto again = socket.next<Wire::Snapshot>();
        QVERIFY(again);
        QCOMPARE(*again, snapshot);
        QCOMPARE(sha256(first + takeSnapshot(socket, *again, 1)), snapshot.sha);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::SnapshotProcessTest)
#include "tst_snapshotprocess.moc"
