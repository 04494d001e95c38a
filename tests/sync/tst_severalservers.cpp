// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "tests/sync/serverprocess.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <set>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::newVehicle;
using Tests::PostgresServer;
using Tests::ServerProcess;
using Tests::ServerSocket;
using Tests::StoreKind;

namespace {

constexpr auto SeveralPassword = "correct horse";

}  // namespace

/// Two server processes on one PostgreSQL, with bare sockets as workstations.
class SeveralServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
    }

    void init()
    {
        m_one = std::make_unique<ServerProcess>(StoreKind::Postgres);
        QVERIFY(m_one->start());
        m_other = std::make_unique<ServerProcess>(ServerProcess::Beside{*m_one});
        QVERIFY(m_other->start());
        QCOMPARE(m_one
                     ->run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"sales"_s, u"--keep"_s, u"--password-stdin"_s},
                           SeveralPassword)
                     .code,
                 0);
    }
    void cleanup()
    {
        m_other.reset();
        m_one.reset();
    }

    void whatIsPushedAtOneArrivesAtTheOtherAtOnce()
    {
        ServerSocket pusher;
        ServerSocket reader;
        const UtcMs now = join(pusher, *m_one, token(*m_one, 1)).serverTime;
        join(reader, *m_other, token(*m_other, 2));
        std::vector<qint64> took;
        for (qint64 opid = 1; opid <= 20; ++opid) {
            const Wire::Op op = newVehicle(opid, now);
            QElapsedTimer timer;
            timer.start();
            pusher.send(Wire::Push{{op}});
            QVERIFY(readUntil(reader, op.id));
            took.push_back(timer.elapsed());
            QVERIFY(pusher.next<Wire::Pushed>());
        }
        std::ranges::sort(took);
        qInfo("to the other server: median %lld ms, longest %lld ms", took[took.size() / 2], took.back());
        // Without notices it would be the interval at which servers look by themselves.
        QVERIFY(took[took.size() / 2] < 250);
        QVERIFY(took.back() < 1'000);
    }

    void eitherServesADeviceAndCutsAPersonOff()
    {
        const QByteArray mine = token(*m_one, 1);
        ServerSocket here;
        ServerSocket there;
        const auto first = join(here, *m_one, mine);
        here.send(Wire::Push{{newVehicle(1, first.serverTime)}});
        QVERIFY(here.next<Wire::Pushed>());
        const auto second = join(there, *m_other, mine);
        QCOMPARE(second.pushedOpid, 1);
        QCOMPARE(second.epoch, first.epoch);
        QCOMPARE(second.dealership, first.dealership);
        QCOMPARE(m_one->run({u"user"_s, u"disable"_s, u"awa"_s}).code, 0);
        QCOMPARE(here.next<Wire::Bye>()->code, u"disabled"_s);
        QCOMPARE(there.next<Wire::Bye>()->code, u"disabled"_s);
    }

    void failuresAtOneCountAtTheOther()
    {
        for (quint64 i = 0; i < 10; ++i) {
            ServerProcess& server = i % 2 == 0 ? *m_one : *m_other;
            QCOMPARE(server.signIn(u"somebody %1"_s.arg(i), u"guess"_s, ServerProcess::deviceIdOf(100 + i)).status,
                     401);
        }
        QCOMPARE(m_one->signIn(u"awa"_s, QString::fromLatin1(SeveralPassword)).status, 429);
        QCOMPARE(m_other->signIn(u"awa"_s, QString::fromLatin1(SeveralPassword)).status, 429);
    }

    void twoConnectionsOfADeviceDoNotInterleave()
    {
        const QByteArray mine = token(*m_one, 1);
        ServerSocket here;
        ServerSocket there;
        const UtcMs now = join(here, *m_one, mine).serverTime;
        join(there, *m_other, mine);
        std::vector<Wire::Op> ops;
        for (qint64 opid = 1; opid <= 60; ++opid)
            ops.push_back(newVehicle(opid, now));
        // Both send the same outbox, as a workstation does whose first connection is only thought to be dead.
        for (qint64 from = 0; from < 60; from += 20) {
            const Wire::Push push{{ops.begin() + from, ops.begin() + from + 20}};
            here.send(push);
            there.send(push);
        }
        for (ServerSocket* socket : {&here, &there}) {
            qint64 upto = 0;
            while (upto < 60) {
                const auto pushed = socket->next<Wire::Pushed>();
                QVERIFY(pushed);
                QVERIFY(pushed->exceptions.empty());
                QVERIFY(pushed->upto > upto);
                upto = pushed->upto;
            }
        }
        const std::set<Uuid> stored = readAll(*m_other);
        for (const Wire::Op& op : ops)
            QVERIFY(stored.contains(op.id));
        QCOMPARE(count(u"row_state WHERE tbl = 3"_s), 60);
    }

    void killingOneUnderLoadLosesNothing()
    {
        const quint32 seed = qEnvironmentVariableIsSet("FORECOURT_SEED")
                                 ? qEnvironmentVariable("FORECOURT_SEED").toUInt()
                                 : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QByteArray steady = token(*m_one, 1);
        const QByteArray moving = token(*m_one, 2);
        ServerSocket other;
        const UtcMs now = join(other, *m_other, steady).serverTime;
        std::vector<Wire::Op> moved;
        std::vector<Uuid> acknowledged;
        qint64 steadyOpid = 0;
        for (int round = 0; round < 4; ++round) {
            ServerSocket socket;
            qint64 next = join(socket, *m_one, moving).pushedOpid + 1;
            const int batches = random.bounded(2, 8);
            for (int batch = 0; batch < batches; ++batch) {
                // The other server works all the time, on the same lock.
                Wire::Push beside;
                for (int i = 0; i < 5; ++i)
                    beside.ops.push_back(newVehicle(++steadyOpid, now));
                other.send(beside);
                Wire::Push push;
                for (int i = random.bounded(1, 30); i > 0; --i, ++next) {
                    while (static_cast<qint64>(moved.size()) < next)
                        moved.push_back(newVehicle(static_cast<qint64>(moved.size()) + 1, now));
                    push.ops.push_back(moved[static_cast<size_t>(next - 1)]);
                }
                socket.send(push);
                if (batch + 1 < batches) {
                    const auto pushed = socket.next<Wire::Pushed>();
                    QVERIFY(pushed);
                    for (const Wire::Op& op : push.ops)
                        acknowledged.push_back(op.id);
                }
                QVERIFY2(other.next<Wire::Pushed>(), "the other server is held up");
                for (const Wire::Op& op : beside.ops)
                    acknowledged.push_back(op.id);
            }
            socket.socket().flush();
            m_one->kill();
            // The workstation goes to the other one, and finds everything that was acknowledged.
            ServerSocket elsewhere;
            const auto welcome = join(elsewhere, *m_other, moving);
            QVERIFY(welcome.pushedOpid <= static_cast<qint64>(moved.size()));
            QVERIFY(m_one->start());
        }
        const std::set<Uuid> stored = readAll(*m_one);
        for (const Uuid& id : acknowledged)
            QVERIFY2(stored.contains(id), "an acknowledged operation is gone");
        // Sequences have no gaps that a reader could have skipped, and none is there twice.
        QCOMPARE(count(u"row_state WHERE seq > (SELECT seq FROM seq_counter)"_s), 0);
        QCOMPARE(m_one->run({u"check"_s}).code, 0);
    }

    void aFileUploadedAtOneIsAtTheOther()
    {
        const QByteArray photo(Wire::ChunkSize + 1000, 'p');
        const QByteArray sha = sha256(photo);
        ServerSocket rows;
        // A photo whose untouched file (original_sha) is this one: only who sees such a row may have the file.
        Wire::Op named = newVehicle(1, join(rows, *m_one, token(*m_one, 1)).serverTime);
        named.table = 4;
        named.fields = {{3, sha, {}}};
        rows.send(Wire::Push{{named}});
        QVERIFY(rows.next<Wire::Pushed>()->exceptions.empty());
        ServerSocket up;
        ServerSocket down;
        join(up, *m_one, token(*m_one, 1), u"/api/v1/blobs"_s);
        join(down, *m_other, token(*m_other, 2), u"/api/v1/blobs"_s);
        down.send(Wire::Get{sha, 0, 2});
        QCOMPARE(down.next<Wire::Missing>()->code, u"unknown"_s);
        up.send(Wire::Offer{sha, photo.size()});
        QVERIFY(up.next<Wire::Have>());
        up.send(Wire::Put{sha, 0, photo.first(Wire::ChunkSize)});
        up.send(Wire::Put{sha, 1, photo.sliced(Wire::ChunkSize)});
        QVERIFY(up.next<Wire::Got>());
        const auto have = down.next<Wire::Have>();
        QVERIFY2(have && have->complete, "who missed it hears of it, whichever server has taken it");
        down.send(Wire::Get{sha, 0, 2});
        QByteArray bytes = down.next<Wire::Chunk>()->data;
        bytes += down.next<Wire::Chunk>()->data;
        QCOMPARE(bytes, photo);
    }

    void aRestartOfPostgresInTheMiddleOfPushesLosesNothing()
    {
        PostgresServer postgres(PostgresServer::Fsync::On);
        ServerProcess server(postgres.newDatabase());
        QVERIFY(server.start());
        QCOMPARE(server
                     .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"sales"_s, u"--keep"_s, u"--password-stdin"_s},
                          SeveralPassword)
                     .code,
                 0);
        const QByteArray mine = token(server, 1);
        std::vector<Wire::Op> ops;
        qint64 acknowledged = 0;
        for (int round = 0; round < 4; ++round) {
            ServerSocket socket;
            const auto welcome = join(socket, server, mine);
            QVERIFY2(welcome.pushedOpid >= acknowledged, "an acknowledged operation is gone");
            qint64 next = welcome.pushedOpid + 1;
            for (int batch = 0; batch < 6; ++batch) {
                Wire::Push push;
                for (int i = 0; i < 40; ++i, ++next) {
                    while (static_cast<qint64>(ops.size()) < next)
                        ops.push_back(newVehicle(static_cast<qint64>(ops.size()) + 1, welcome.serverTime));
                    push.ops.push_back(ops[static_cast<size_t>(next - 1)]);
                }
                socket.send(push);
                socket.socket().flush();
                if (batch == 3)
                    round % 2 == 0 ? postgres.stop() : postgres.kill();
                if (batch < 3) {
                    const auto pushed = socket.next<Wire::Pushed>();
                    QVERIFY(pushed);
                    acknowledged = pushed->upto;
                }
            }
            // What was on its way is acknowledged if it is stored, and otherwise the server says that it is in trouble.
            while (const auto answer = socket.next<Wire::Pushed>())
                acknowledged = answer->upto;
            QCOMPARE(server.get(u"/healthz"_s).status, 503);
            postgres.start();
            QTRY_COMPARE_WITH_TIMEOUT(server.get(u"/healthz"_s).status, 200, 20'000);
        }
        ServerSocket last;
        QVERIFY(join(last, server, mine).pushedOpid >= acknowledged);
        const std::set<Uuid> stored = readAll(server);
        for (qint64 opid = 1; opid <= acknowledged; ++opid)
            QVERIFY(stored.contains(ops[static_cast<size_t>(opid - 1)].id));
        QVERIFY(acknowledged >= 4 * 120);
        QCOMPARE(server.run({u"check"_s}).code, 0);
    }

private:
    static QByteArray token(ServerProcess& server, quint64 device)
    {
        return server.signIn(u"awa"_s, QString::fromLatin1(SeveralPassword), ServerProcess::deviceIdOf(device))
            .json.value("token"_L1)
            .toString()
            .toLatin1();
    }
    static Wire::Welcome join(ServerSocket& socket, const ServerProcess& server, const QByteArray& token,
                              const QString& path = u"/api/v1/sync"_s)
    {
        if (!socket.open(server, token, path))
            qFatal("no connection");
        const auto welcome = socket.next<Wire::Welcome>();
        if (!welcome)
            qFatal("no welcome");
        return *welcome;
    }
    static bool readUntil(ServerSocket& socket, Uuid row)
    {
        while (const auto page = socket.next<Wire::Page>()) {
            socket.send(Wire::Ack{page->upto});
            if (std::ranges::any_of(page->rows, [row](const Wire::Row& found) { return found.id == row; }))
                return true;
        }
        return false;
    }
    std::set<Uuid> readAll(ServerProcess& server)
    {
        ServerSocket reader;
        const qint64 newest = join(reader, server, token(server, 99)).seq;
        std::set<Uuid> seen;
        for (qint64 cursor = 0; cursor < newest;) {
            const auto page = reader.next<Wire::Page>();
            if (!page)
                qFatal("no page");
            for (const Wire::Row& row : page->rows)
                seen.insert(row.id);
            cursor = page->upto;
            reader.send(Wire::Ack{cursor});
        }
        return seen;
    }
    int count(const QString& what)
    {
        return PostgresServer::shared().execute(m_one->database(), u"SELECT count(*) FROM "_s + what).toInt();
    }

    std::unique_ptr<ServerProcess> m_one;
    std::unique_ptr<ServerProcess> m_other;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::SeveralServersTest)
#include "tst_severalservers.moc"
