// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/frame.h"
#include "tests/sync/rawwebsocket.h"
#include "tests/sync/serverusage.h"

#include <QCborStreamWriter>
#include <QTimer>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zstd.h>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::newVehicle;
using Tests::RawWebSocket;
using Tests::ServerProcess;
using Tests::ServerSocket;
namespace Usage = Tests::Usage;

namespace {

constexpr auto BadPassword = "correct horse";
/// What a server may take, in MB, beyond what it took before: a bound for a leak, far above noise.
constexpr double BadAllowance = 120;

/// A server with somebody who may sign in.
class Scene {
public:
    bool start(const QStringList& options = {})
    {
        return server.start(options) &&
               server.run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s},
                          BadPassword)
                       .code == 0;
    }
    QByteArray token(quint64 device = 1)
    {
        return server.signIn(u"awa"_s, QString::fromLatin1(BadPassword), ServerProcess::deviceIdOf(device))
            .json.value("token"_L1)
            .toString()
            .toLatin1();
    }
    double metric(const QByteArray& name)
    {
        const QList<QByteArray> lines = server.get(u"/metrics"_s).text.split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith(name + ' '))
                return line.sliced(name.size() + 1).toDouble();
        }
        return -1;
    }
    double sessions() { return metric("forecourt_sessions{socket=\"rows\"}"); }
    double memory() const { return Usage::memory(server.pid()); }

    ServerProcess server;
};

/// A workstation as it should be, that keeps editing.
class GoodClient {
public:
    bool join(const ServerProcess& server, const QByteArray& token)
    {
        if (!m_socket.open(server, token))
            return false;
        const auto welcome = m_socket.next<Wire::Welcome>();
        if (!welcome)
            return false;
        m_now = welcome->serverTime;
        m_opid = welcome->pushedOpid;
        return true;
    }
    /// One edit, stored and answered.
    bool edits()
    {
        m_socket.send(Wire::Push{{newVehicle(++m_opid, m_now)}});
        const auto pushed = m_socket.next<Wire::Pushed>();
        return pushed && pushed->upto == m_opid && pushed->exceptions.empty();
    }
    bool edits(int rows)
    {
        Wire::Push push;
        for (int i = 0; i < rows; ++i)
            push.ops.push_back(newVehicle(++m_opid, m_now));
        m_socket.send(push);
        return m_socket.next<Wire::Pushed>().has_value();
    }
    ServerSocket& socket() { return m_socket; }

private:
    ServerSocket m_socket;
    UtcMs m_now = 0;
    qint64 m_opid = 0;
};

/// A connection that says nothing, from one of the addresses of this computer.
class Nobody {
public:
    Nobody(quint16 port, int number)
    {
        m_descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in from{};
        from.sin_family = AF_INET;
        from.sin_addr.s_addr = htonl(0x7f000002U + static_cast<quint32>(number % 200));
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(port);
        if (m_descriptor >= 0 && (::bind(m_descriptor, reinterpret_cast<sockaddr*>(&from), sizeof from) != 0 ||
                                  ::connect(m_descriptor, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)) {
            ::close(m_descriptor);
            m_descriptor = -1;
        }
    }
    ~Nobody()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;

    bool isConnected() const { return m_descriptor >= 0; }
    void say(const QByteArray& bytes) const
    {
        ::send(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }

private:
    int m_descriptor = -1;
};

/// How many files this process may have open, raised as far as it goes.
int fileLimit()
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    return static_cast<int>(std::min<rlim_t>(files.rlim_cur, 1'000'000));
}

QByteArray zstdOf(const QByteArray& payload)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(payload.size()))) + 1, '\1');
    out.truncate(static_cast<qsizetype>(ZSTD_compress(out.data() + 1, static_cast<size_t>(out.size() - 1),
                                                      payload.constData(), static_cast<size_t>(payload.size()), 19)) +
                 1);
    return out;
}

}  // namespace

/// Clients that do what no workstation does, in front of real servers: the server stays small and quick for the others,
/// and nothing that was accepted is lost.
class BadClientsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoAsksForEverythingAndNeverReadsCostsLittleAndIsDropped_data() { addTransports(); }
    void whoAsksForEverythingAndNeverReadsCostsLittleAndIsDropped()
    {
        QFETCH(QStringList, options);
        Scene scene;
        QVERIFY(scene.start(options + QStringList{u"--silence-timeout"_s, u"20"_s}));
        GoodClient good;
        QVERIFY(good.join(scene.server, scene.token()));
        for (int i = 0; i < 40; ++i)
            QVERIFY(good.edits(500));
        const double before = scene.memory();
        std::vector<std::unique_ptr<RawWebSocket>> deaf;
        for (quint64 i = 0; i < 10; ++i) {
            const QByteArray token = scene.token(10 + i);
            deaf.push_back(std::make_unique<RawWebSocket>());
            QVERIFY(deaf.back()->open(scene.server));
            QVERIFY(deaf.back()->signIn(token));
            deaf.back()->stopReading();
        }
        for (int i = 0; i < 20; ++i)
            QVERIFY(good.edits());
        // Four pages of 128 KiB for each is what may be ahead of them.
        QVERIFY2(scene.memory() - before < BadAllowance / 2, qPrintable(QString::number(scene.memory() - before)));
        // They are dropped for their silence, although they never look at the good-bye.
        QTRY_COMPARE_WITH_TIMEOUT(scene.sessions(), 0, 120'000);
        GoodClient again;
        QVERIFY(again.join(scene.server, scene.token(2)));
        QVERIFY(again.edits());
    }

    void whoAsksAndAsksAndNeverReadsIsDropped_data() { addTransports(); }
    void whoAsksAndAsksAndNeverReadsIsDropped()
    {
        QFETCH(QStringList, options);
        Scene scene;
        QVERIFY(scene.start(options + QStringList{u"--silence-timeout"_s, u"5"_s}));
        const QByteArray token = scene.token();
        GoodClient good;
        QVERIFY(good.join(scene.server, scene.token(2)));
        RawWebSocket deaf;
        QVERIFY(deaf.open(scene.server));
        QVERIFY(deaf.signIn(token));
        deaf.stopReading();
        const double before = scene.memory();
        // Never silent, but the answers pile up: pings of a WebSocket are answered by Qt, whatever the rules say.
        QTimer flood;
        const QByteArray pings = RawWebSocket::frame(RawWebSocket::Ping, QByteArray(125, 'p')).repeated(2'000);
        connect(&flood, &QTimer::timeout, this, [&] {
            deaf.send(Wire::Ping{1});
            if (deaf.socket().bytesToWrite() + deaf.socket().encryptedBytesToWrite() < 8 * pings.size())
                deaf.send(pings);
        });
        flood.start(5);
        double most = 0;
        while (!deaf.isClosed()) {
            QVERIFY(good.edits());
            most = std::max(most, scene.memory());
            QVERIFY2(most - before < BadAllowance, qPrintable(QString::number(most - before)));
        }
    }

    void aMessageThatDripsIsCutOff()
    {
        Scene scene;
        QVERIFY(scene.start({u"--silence-timeout"_s, u"2"_s}));
        const QByteArray token = scene.token();
        RawWebSocket known;
        QVERIFY(known.open(scene.server));
        QVERIFY(known.signIn(token));
        RawWebSocket unknown;
        QVERIFY(unknown.open(scene.server));
        // A valid push, and a valid hello, byte by byte.
        Wire::Hello hello;
        hello.token = QByteArray(900, 't');
        const QByteArray slowHello = RawWebSocket::frame(RawWebSocket::Binary, Wire::encode(hello));
        const QByteArray slowPush =
            RawWebSocket::frame(RawWebSocket::Binary, Wire::encode(Wire::Push{{newVehicle(1, 1)}}));
        qsizetype at = 0;
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&] {
            known.send(slowPush.mid(at, 1));
            unknown.send(slowHello.mid(at, 1));
            ++at;
        });
        drip.start(200);
        QVERIFY(unknown.waitForEnd());
        QVERIFY(known.waitForEnd());
        QCOMPARE(scene.server.get(u"/healthz"_s).status, 200);
        QTRY_COMPARE(scene.sessions(), 0);
    }

    void thousandsOfNobodyLeaveNoTrace_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("silent") << QByteArray();
        QTest::newRow("half a request") << QByteArray("POST /api/v1/auth/token/ HTTP/1.1\r\nContent-Length: 16000\r\n");
        QTest::newRow("sockets without a hello") << RawWebSocket::handshake(u"/api/v1/sync"_s);
    }
    void thousandsOfNobodyLeaveNoTrace()
    {
        QFETCH(QByteArray, words);
        Scene scene;
        QVERIFY(scene.start());
        GoodClient good;
        QVERIFY(good.join(scene.server, scene.token()));
        QVERIFY(good.edits());
        const double memory = scene.memory();
        const qsizetype files = Usage::openFiles(scene.server.pid());
        const int crowd = std::min(10'000, fileLimit() - 500);
        std::vector<std::unique_ptr<Nobody>> nobody;
        const quint16 port = static_cast<quint16>(scene.server.url().port());
        for (int i = 0; i < crowd; ++i) {
            nobody.push_back(std::make_unique<Nobody>(port, i));
            QVERIFY2(nobody.back()->isConnected(), qPrintable(QString::number(i)));
            nobody.back()->say(words);
            if (i % 500 == 499)
                QVERIFY(good.edits());
        }
        GoodClient late;
        QVERIFY(late.join(scene.server, scene.token(2)));
        QVERIFY(late.edits());
        QVERIFY2(scene.memory() - memory < BadAllowance, qPrintable(QString::number(scene.memory() - memory)));
        QVERIFY(scene.metric("forecourt_turned_away_total") > 0);
        nobody.clear();
        QTRY_COMPARE_WITH_TIMEOUT(scene.metric("forecourt_waiting_connections"), 1, 60'000);  // the one that asks
        late.socket().socket().close();
        QTRY_COMPARE_WITH_TIMEOUT(scene.sessions(), 1, 60'000);
        // But for a few of HTTP that stay open for the next request.
        QTRY_VERIFY_WITH_TIMEOUT(Usage::openFiles(scene.server.pid()) <= files + 10, 60'000);
        QVERIFY(good.edits());
    }

    void strangersDoNotTakeThePlacesOfThoseWhoAreKnown()
    {
        Scene scene;
        QVERIFY(scene.start({u"--max-sessions"_s, u"3"_s}));
        std::vector<std::unique_ptr<RawWebSocket>> strangers;
        for (int i = 0; i < 5; ++i) {
            strangers.push_back(std::make_unique<RawWebSocket>());
            QVERIFY(strangers.back()->open(scene.server));
        }
        GoodClient good;
        QVERIFY(good.join(scene.server, scene.token()));
        QVERIFY(good.edits());
    }

    void piecesThatNeverEndAreBounded_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("of a stranger") << false;
        QTest::newRow("of somebody known") << true;
    }
    void piecesThatNeverEndAreBounded()
    {
        QFETCH(bool, known);
        Scene scene;
        QVERIFY(scene.start({u"--max-waiting-per-address"_s, u"1000"_s}));
        const QByteArray token = scene.token();
        const double before = scene.memory();
        std::vector<std::unique_ptr<RawWebSocket>> endless;
        const int crowd = known ? 1 : 200;
        const QByteArray piece(64 * 1024, 'x');
        for (int i = 0; i < crowd; ++i) {
            endless.push_back(std::make_unique<RawWebSocket>());
            RawWebSocket& socket = *endless.back();
            QVERIFY(socket.open(scene.server));
            if (known)
                QVERIFY(socket.signIn(token));
            socket.send(RawWebSocket::frame(RawWebSocket::Binary, piece, false));
            // 960 KiB: a message that a known workstation might send.
            for (int j = 1; j < 15; ++j)
                socket.send(RawWebSocket::frame(RawWebSocket::Continuation, piece, false));
        }
        // Everybody is sent off for the size alone, at the latest when the next pieces come.
        double most = 0;
        for (const auto& socket : endless) {
            for (int j = 0; j < 4; ++j)
                socket->send(RawWebSocket::frame(RawWebSocket::Continuation, piece, false));
            QVERIFY(socket->waitForEnd());
            most = std::max(most, scene.memory());
        }
        QVERIFY2(most - before < BadAllowance / 2, qPrintable(QString::number(most - before)));
        QCOMPARE(scene.server.get(u"/healthz"_s).status, 200);
    }

    void brokenFramesEndTheConnectionAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray some = Wire::encode(Wire::Ping{1});
        QTest::newRow("claims 2^63 bytes") << RawWebSocket::frame(RawWebSocket::Binary, some, true, 1ULL << 63);
        QTest::newRow("claims 2^62 bytes") << RawWebSocket::frame(RawWebSocket::Binary, some, true, 1ULL << 62);
        QTest::newRow("claims 2 MiB") << RawWebSocket::frame(RawWebSocket::Binary, some, true, 2'097'152);
        QTest::newRow("ping of 126 bytes") << RawWebSocket::frame(RawWebSocket::Ping, QByteArray(126, 'p'));
        QTest::newRow("ping in pieces") << RawWebSocket::frame(RawWebSocket::Ping, "p", false);
        QTest::newRow("continues nothing") << RawWebSocket::frame(RawWebSocket::Continuation, some);
        QTest::newRow("unknown opcode") << RawWebSocket::frame(static_cast<RawWebSocket::Opcode>(3), some);
        QTest::newRow("text") << RawWebSocket::frame(RawWebSocket::Text, "hello");
        QTest::newRow("not masked") << QByteArray("\x82\x02\x00\x80", 4);
        QTest::newRow("begins twice") << RawWebSocket::frame(RawWebSocket::Binary, some, false) +
                                             RawWebSocket::frame(RawWebSocket::Binary, some, false);
        QTest::newRow("close of one byte") << RawWebSocket::frame(RawWebSocket::Close, "x");
        QTest::newRow("empty message") << RawWebSocket::frame(RawWebSocket::Binary, {});
        QTest::newRow("inflates to 9 MiB")
            << RawWebSocket::frame(RawWebSocket::Binary, zstdOf(QByteArray(9 * 1024 * 1024, '\0')));
        // As large as may be, and again within itself: only the first is ever inflated.
        QByteArray nested(8 * 1024 * 1024, '\0');
        QTest::newRow("inflates to 8 MiB") << RawWebSocket::frame(RawWebSocket::Binary, zstdOf(nested));
        for (int i = 0; i < 3; ++i)
            nested = zstdOf(nested);
        QTest::newRow("nested") << RawWebSocket::frame(RawWebSocket::Binary, nested);
        QTest::newRow("arrays within arrays")
            << RawWebSocket::frame(RawWebSocket::Binary, zstdOf('\0' + QByteArray(4 * 1024 * 1024, '\x81')));
        QTest::newRow("claims a long text") << RawWebSocket::frame(
            RawWebSocket::Binary, QByteArray("\x00\x82\x09\x7b\x7f\xff\xff\xff\xff\xff\xff\xff", 12));
    }
    void brokenFramesEndTheConnectionAndNothingElse()
    {
        static Scene scene;
        if (scene.server.pid() == 0)
            QVERIFY(scene.start());
        QFETCH(QByteArray, bytes);
        const QByteArray token = scene.token(7);
        const double before = scene.memory();
        for (const bool known : {false, true}) {
            RawWebSocket bad;
            QVERIFY(bad.open(scene.server));
            if (known)
                QVERIFY(bad.signIn(token));
            bad.send(bytes);
            QVERIFY(bad.waitForEnd());
        }
        QVERIFY2(scene.memory() - before < BadAllowance / 2, qPrintable(QString::number(scene.memory() - before)));
        QCOMPARE(scene.server.get(u"/healthz"_s).status, 200);
    }

    void aFloodOfPingsHoldsNobodyUp()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QByteArray token = scene.token();
        GoodClient good;
        QVERIFY(good.join(scene.server, scene.token(2)));
        RawWebSocket flooder;
        QVERIFY(flooder.open(scene.server));
        QVERIFY(flooder.signIn(token));
        const double before = scene.memory();
        const QByteArray pings = RawWebSocket::frame(RawWebSocket::Ping, {}).repeated(5'000);
        QTimer flood;
        connect(&flood, &QTimer::timeout, this, [&] {
            flooder.socket().readAll();
            if (flooder.socket().bytesToWrite() < pings.size())
                flooder.send(pings);
        });
        flood.start(0);
        for (int i = 0; i < 50; ++i)
            QVERIFY(good.edits());
        QVERIFY2(scene.memory() - before < BadAllowance, qPrintable(QString::number(scene.memory() - before)));
    }

    void aPushThatLiesAboutNumbersOrItsDeviceLosesNothing()
    {
        Scene scene;
        QVERIFY(scene.start());
        const QJsonObject answer = scene.server.signIn(u"awa"_s, QString::fromLatin1(BadPassword)).json;
        const QByteArray token = answer.value("token"_L1).toString().toLatin1();
        const auto device = static_cast<std::uint32_t>(answer.value("device"_L1).toInt());
        GoodClient good;
        QVERIFY(good.join(scene.server, scene.token(2)));
        const auto join = [&](RawWebSocket& socket) {
            return socket.open(scene.server) ? socket.signIn(token) : std::nullopt;
        };
        {
            // Numbers in another order than they were given.
            RawWebSocket bad;
            const auto welcome = join(bad);
            QVERIFY(welcome);
            bad.send(Wire::Push{{newVehicle(2, welcome->serverTime), newVehicle(1, welcome->serverTime)}});
            QCOMPARE(bad.next<Wire::Bye>().value_or(Wire::Bye{}).code, u"opid_gap"_s);
        }
        Wire::Op op;
        {
            // In the name of another device: it is stored as what it is.
            RawWebSocket bad;
            const auto welcome = join(bad);
            QVERIFY(welcome);
            QCOMPARE(welcome->pushedOpid, 0);
            op = newVehicle(1, welcome->serverTime);
            op.clock.device = device + 1;
            bad.send(Wire::Push{{op}});
            QCOMPARE(bad.next<Wire::Pushed>().value_or(Wire::Pushed{}).upto, 1);
            std::uint32_t author = 0;
            while (author == 0) {
                const auto page = good.socket().next<Wire::Page>();
                QVERIFY(page);
                for (const Wire::Row& row : page->rows) {
                    if (row.id == op.id)
                        author = row.base.device;
                }
            }
            QCOMPARE(author, device);
        }
        {
            RawWebSocket bad;
            QVERIFY(bad.open(scene.server));
            Wire::Hello hello;
            hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
            hello.token = token;
            hello.device = device + 1;
            bad.send(hello);
            const auto challenge = bad.next<Wire::Challenge>();
            QVERIFY(challenge);
            bad.send(Wire::Proof{Wire::helloProof(ServerProcess::DeviceSecret, challenge->nonce, sha256(token))});
            QCOMPARE(bad.next<Wire::Bye>().value_or(Wire::Bye{}).code, u"token"_s);
        }
        {
            // The same again changes nothing.
            RawWebSocket bad;
            QVERIFY(join(bad));
            bad.send(Wire::Push{{op}});
        }
        QVERIFY(good.edits());
    }

private:
    static void addTransports()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("plain") << QStringList();
        QTest::newRow("TLS") << QStringList{u"--tls"_s};
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::BadClientsTest)
#include "tst_badclients.moc"
