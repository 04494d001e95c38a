// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/httpfront.h"
#include "sync/server/waitingroom.h"
#include "tests/sync/serverprocess.h"

#include <QTcpSocket>
#include <QTimer>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
using Tests::ServerSocket;

namespace {

constexpr auto LimitsPassword = "correct horse";

std::unique_ptr<QTcpSocket> connectionTo(const ServerProcess& server)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(server.url().host(), static_cast<quint16>(server.url().port()));
    socket->waitForConnected(10'000);
    return socket;
}

/// All that comes until the other end closes; without an end of it within half a minute, nothing.
QByteArray restOf(QTcpSocket& socket)
{
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000))
        return {};
    return socket.readAll();
}

QByteArray answerTo(const ServerProcess& server, const QByteArray& request)
{
    const auto socket = connectionTo(server);
    socket->write(request);
    return restOf(*socket);
}

}  // namespace

/// Connections of nobody, in numbers, against real servers.
class ConnectionLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLongestWaitGoesFirst()
    {
        WaitingRoom room({3, 2});
        QVERIFY(room.enter(1, u"a"_s).admitted);
        QVERIFY(room.enter(2, u"a"_s).admitted);
        QVERIFY(!room.enter(3, u"a"_s).admitted);
        QVERIFY(room.enter(4, u"b"_s).admitted);
        const WaitingRoom::Entry full = room.enter(5, u"b"_s);
        QVERIFY(full.admitted);
        QCOMPARE(full.victim, std::optional<WaitingRoom::Id>(1));
        QCOMPARE(room.size(), 3);
        room.leave(2);
        room.leave(2);
        room.leave(1);
        QVERIFY(!room.enter(6, u"a"_s).victim);
        // Whoever is behind a proxy has no address yet.
        WaitingRoom many({3, 1});
        for (WaitingRoom::Id id = 1; id <= 3; ++id)
            QVERIFY(!many.enter(id, {}).victim);
        QCOMPARE(many.enter(4, {}).victim, std::optional<WaitingRoom::Id>(1));
    }

    void aNetworkOfIPv6IsOneAddress()
    {
        HttpFront front;
        front.setProxies({QHostAddress(u"10.0.0.1"_s)});
        const auto of = [&front](const QString& address) { return front.addressOf(QHostAddress(address)); };
        QCOMPARE(of(u"2001:db8:1:2::1"_s), of(u"2001:db8:1:2:ffff::2"_s));
        QVERIFY(of(u"2001:db8:1:2::1"_s) != of(u"2001:db8:1:3::1"_s));
        QCOMPARE(of(u"::ffff:10.0.0.7"_s), of(u"10.0.0.7"_s));
        QVERIFY(of(u"10.0.0.7"_s) != of(u"10.0.0.8"_s));
        QCOMPARE(of(u"10.0.0.1"_s), QString());
    }

    void oneAddressDoesNotTakeAllPlaces()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--max-waiting-per-address"_s, u"20"_s}));
        std::vector<std::unique_ptr<QTcpSocket>> nobody;
        for (int i = 0; i < 20; ++i)
            nobody.push_back(connectionTo(server));
        const QByteArray refused = answerTo(server, {});
        QVERIFY2(refused.startsWith("HTTP/1.1 503 ") && refused.contains("Retry-After: ") &&
                     refused.endsWith(R"({"error":"busy"})"),
                 refused);
        // Somebody else's connection, and one that says what it wants, goes on.
        nobody.pop_back();
        QTRY_COMPARE(server.get(u"/healthz"_s).status, 200);
        const QByteArray text = server.get(u"/metrics"_s).text;
        QVERIFY2(!text.contains("\nforecourt_turned_away_total 0\n"), text);
    }

    void whoSaysWhatHeWantsGetsInAmongThousands()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--max-waiting"_s, u"50"_s, u"--max-waiting-per-address"_s, u"100000"_s}));
        std::vector<std::unique_ptr<QTcpSocket>> nobody;
        for (int i = 0; i < 600; ++i) {
            nobody.push_back(connectionTo(server));
            if (i % 100 == 99)
                QCOMPARE(server.get(u"/healthz"_s).status, 200);
        }
        // The first have gone for those who came later.
        QTRY_COMPARE(nobody.front()->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(nobody.back()->state(), QAbstractSocket::ConnectedState);
    }

    void aRequestThatDripsIsCutOff()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--request-timeout"_s, u"1"_s}));
        const auto socket = connectionTo(server);
        QTimer drip;
        connect(&drip, &QTimer::timeout, socket.get(), [&socket] { socket->write("G"); });
        drip.start(50);
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(server.get(u"/healthz"_s).status, 200);
    }

    void aWebSocketThatIsOneTooManyIsToldSo()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--max-sessions"_s, u"1"_s}));
        QCOMPARE(
            server
                .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"manager"_s, u"--keep"_s, u"--password-stdin"_s},
                     LimitsPassword)
                .code,
            0);
        const QByteArray token =
            server.signIn(u"awa"_s, QString::fromLatin1(LimitsPassword)).json.value("token"_L1).toString().toLatin1();
        ServerSocket one;
        QVERIFY(one.open(server, token));
        QVERIFY(one.next<Wire::Welcome>());
        {
            ServerSocket other;
            QVERIFY(other.open(server, token));
            const auto bye = other.next<Wire::Bye>();
            QVERIFY(bye);
            QCOMPARE(bye->code, u"busy"_s);
            QVERIFY(bye->retryAfterMs > 0);
            QTRY_COMPARE(other.socket().state(), QAbstractSocket::UnconnectedState);
        }
        one.send(Wire::Ping{1});
        QVERIFY(one.next<Wire::Pong>());
        one.socket().close();
        ServerSocket again;
        QTRY_COMPARE(one.socket().state(), QAbstractSocket::UnconnectedState);
        QVERIFY(again.open(server, token));
        QVERIFY(again.next<Wire::Welcome>());
    }

    void webSocketsOfNobodyLeaveRoomForTheOthers()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--max-waiting"_s, u"5"_s}));
        QCOMPARE(
            server
                .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"manager"_s, u"--keep"_s, u"--password-stdin"_s},
                     LimitsPassword)
                .code,
            0);
        const QByteArray token =
            server.signIn(u"awa"_s, QString::fromLatin1(LimitsPassword)).json.value("token"_L1).toString().toLatin1();
        std::vector<std::unique_ptr<QWebSocket>> nobody;
        for (int i = 0; i < 10; ++i) {
            nobody.push_back(std::make_unique<QWebSocket>());
            QSignalSpy connected(nobody.back().get(), &QWebSocket::connected);
            nobody.back()->open(server.at(u"/api/v1/sync"_s, u"ws"_s));
            QVERIFY(connected.wait(10'000));
        }
        ServerSocket one;
        QVERIFY(one.open(server, token));
        QVERIFY(one.next<Wire::Welcome>());
        QTRY_COMPARE(nobody.front()->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(nobody.back()->state(), QAbstractSocket::ConnectedState);
    }

    void everyAnswerKeepsBrowsersOut_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray socket =
            "GET /api/v1/sync HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
        const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        const auto post = [](const QByteArray& body) {
            return "POST /api/v1/auth/token/ HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) +
                   "\r\n\r\n" + body;
        };
        QTest::newRow("health") << QByteArray("GET /healthz HTTP/1.1\r\n\r\n") << 200;
        QTest::newRow("metrics") << QByteArray("GET /metrics HTTP/1.1\r\n\r\n") << 200;
        QTest::newRow("metrics for others") << QByteArray("GET /metrics HTTP/1.1\r\nForwarded: x\r\n\r\n") << 401;
        QTest::newRow("nothing there") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 404;
        QTest::newRow("sign-in without body") << post("") << 400;
        QTest::newRow("sign-in by GET") << QByteArray("GET /api/v1/auth/token/ HTTP/1.1\r\n\r\n") << 405;
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02") << 400;
        QTest::newRow("no path") << QByteArray("GET\r\n\r\n") << 400;
        QTest::newRow("too long") << "GET / HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') << 431;
        QTest::newRow("too large") << QByteArray(
                                          "POST /api/v1/auth/token/ HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n")
                                   << 413;
        QTest::newRow("in chunks") << QByteArray(
                                          "POST /api/v1/auth/token/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                                   << 411;
        QTest::newRow("from a page") << socket + key + "Sec-WebSocket-Version: 13\r\nOrigin: https://x\r\n\r\n" << 403;
        QTest::newRow("old WebSocket") << socket + key + "Sec-WebSocket-Version: 8\r\n\r\n" << 426;
        QTest::newRow("WebSocket without key") << socket + "Sec-WebSocket-Version: 13\r\n\r\n" << 426;
        QTest::newRow("socket without upgrade") << QByteArray("GET /api/v1/sync HTTP/1.1\r\n\r\n") << 404;
    }
    void everyAnswerKeepsBrowsersOut()
    {
        static ServerProcess server;
        if (server.pid() == 0)
            QVERIFY(server.start());
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const QByteArray answer = answerTo(server, request);
        QVERIFY2(answer.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '), answer);
        for (const QByteArray wanted :
             {"X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Cache-Control: no-store",
              "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin",
              "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"})
            QVERIFY2(answer.contains("\r\n" + wanted + "\r\n"), answer);
        QCOMPARE(answer.count("Content-Type:"), 1);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ConnectionLimitsTest)
#include "tst_connectionlimits.moc"
