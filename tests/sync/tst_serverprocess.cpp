// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "tests/sync/serverprocess.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTcpSocket>

#include <set>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::newVehicle;
using Tests::PostgresServer;
using Tests::ServerProcess;
using Tests::ServerSocket;
using Tests::StoreKind;
using Tests::storeUnderTest;

namespace {

constexpr auto ProcessPassword = "correct horse";

void processAddUser(const ServerProcess& server, const QString& name, const QString& role = u"sales"_s)
{
    const auto added =
        server.run({u"user"_s, u"add"_s, name, u"--role"_s, role, u"--keep"_s, u"--password-stdin"_s}, ProcessPassword);
    if (added.code != 0)
        qFatal("user add: %s", added.err.constData());
}

QByteArray processToken(ServerProcess& server, const QString& name, quint64 device = 1)
{
    return server.signIn(name, QString::fromLatin1(ProcessPassword), ServerProcess::deviceIdOf(device))
        .json.value("token"_L1)
        .toString()
        .toLatin1();
}

}  // namespace

class ServerProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void startsAnswersAndEndsCleanly()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        const auto health = server.get(u"/healthz"_s);
        QCOMPARE(health.status, 200);
        QCOMPARE(health.json.value("status"_L1).toString(), u"ok"_s);
        QCOMPARE(health.json.value("protocol"_L1).toInt(), Wire::ProtocolMax);
        QCOMPARE(health.json.value("store"_L1).toString(),
                 storeUnderTest() == StoreKind::Postgres ? u"postgresql"_s : u"sqlite"_s);
        QCOMPARE(health.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(health.headers.contains("content-security-policy"));
        QCOMPARE(server.get(u"/"_s).status, 404);
        QCOMPARE(server.get(u"/../../etc/passwd"_s).status, 404);
        QCOMPARE(server.stop(), 0);
    }

    void refusesASecondServerOnTheSameData()
    {
        if (storeUnderTest() == StoreKind::Postgres)
            QSKIP("there it is welcome");
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        const auto second = server.run({u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(second.code, 3);
        QVERIFY(!second.err.isEmpty());
        QVERIFY(second.out.isEmpty());
    }

    void saysWhenTheAddressIsTaken()
    {
        if (storeUnderTest() == StoreKind::Postgres)
            QSKIP("has nothing to do with the store");
        ServerProcess first(storeUnderTest());
        QVERIFY(first.start());
        const ServerProcess second(storeUnderTest());
        const auto result = second.run({u"--listen"_s, u"127.0.0.1:%1"_s.arg(first.url().port())});
        QCOMPARE(result.code, 4);
    }

    void explainsWrongUsage()
    {
        const ServerProcess server(storeUnderTest());
        QCOMPARE(server.run({u"--listen"_s, u"nowhere"_s}).code, 2);
        QCOMPARE(server.run({u"dance"_s}).code, 2);
        QCOMPARE(server.run({u"user"_s, u"add"_s, u"awa"_s}).code, 2);
        QCOMPARE(server
                     .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"king"_s, u"--keep"_s, u"--password-stdin"_s},
                          "12345678")
                     .code,
                 1);
        QCOMPARE(server.run({u"user"_s, u"disable"_s, u"nobody"_s}).code, 1);
        QCOMPARE(server.run({u"--help"_s}).code, 0);
        QVERIFY(server.run({u"--version"_s}).out.contains("forecourt-server"));
    }

    void takesNoPasswordThatAGuesserTriesFirst()
    {
        const ServerProcess server(storeUnderTest());
        for (const char* weak : {"", "too short", "Sunshine2026", "aicha-aicha", "forecourt1", "1234567890"}) {
            const auto refused = server.run(
                {u"user"_s, u"add"_s, u"aicha"_s, u"--role"_s, u"sales"_s, u"--keep"_s, u"--password-stdin"_s}, weak);
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.err.contains("password"), refused.err.constData());
            QVERIFY(QByteArrayView(weak).isEmpty() || !refused.err.contains(weak));
        }
        QVERIFY(server.run({u"user"_s, u"list"_s}).out.isEmpty());
        QCOMPARE(
            server
                .run({u"user"_s, u"add"_s, u"aicha"_s, u"--role"_s, u"sales"_s, u"--keep"_s, u"--password-stdin"_s},
                     "vélo lampe")
                .code,
            0);
        QCOMPARE(server.run({u"user"_s, u"list"_s}).out, QByteArray("aicha\tsales\tactive\taicha\tall locations\n"));
    }

    void changesPeopleFromTheConsole()
    {
        ServerProcess server(storeUnderTest());
        processAddUser(server, u"otto"_s, u"owner"_s);
        processAddUser(server, u"awa"_s);
        const auto edit = [&server](const QStringList& options) {
            return server.run(QStringList{u"user"_s, u"edit"_s} + options);
        };
        QCOMPARE(edit({u"AWA"_s, u"--name"_s, u"Awa N’Diaye"_s, u"--role"_s, u"buyer"_s}).out,
                 QByteArray("changed awa (buyer, all locations)\n"));
        QCOMPARE(edit({u"awa"_s, u"--disable"_s}).out, QByteArray("changed awa (buyer, all locations, disabled)\n"));
        const auto list = server.run({u"user"_s, u"list"_s, u"--json"_s});
        const QJsonObject awa =
            QJsonDocument::fromJson(list.out).object().value("people"_L1).toArray().first().toObject();
        QCOMPARE(awa.value("name"_L1).toString(), u"Awa N’Diaye"_s);
        QCOMPARE(awa.value("role"_L1).toString(), u"buyer"_s);
        QCOMPARE(awa.value("disabled"_L1), QJsonValue(true));
        QCOMPARE(awa.value("all_locations"_L1), QJsonValue(true));
        QCOMPARE(edit({u"awa"_s, u"--enable"_s}).code, 0);

        QCOMPARE(edit({u"awa"_s}).code, 2);
        QCOMPARE(edit({u"awa"_s, u"--enable"_s, u"--disable"_s}).code, 2);
        QCOMPARE(edit({u"awa"_s, u"--location"_s, u"Paris"_s, u"--all-locations"_s}).code, 2);
        const auto nobody = edit({u"nobody"_s, u"--enable"_s});
        QCOMPARE(nobody.code, 1);
        QVERIFY(nobody.err.contains("nobody"));
        const auto paris = edit({u"awa"_s, u"--location"_s, u"Paris"_s});
        QCOMPARE(paris.code, 1);
        QVERIFY(paris.err.contains("Paris"));
        const auto last = edit({u"otto"_s, u"--disable"_s});
        QCOMPARE(last.code, 1);
        QVERIFY2(last.err.contains("otto is the only owner"), last.err.constData());
    }

    void givesPeopleOtherPasswordsWhileItRuns()
    {
        ServerProcess server(storeUnderTest());
        processAddUser(server, u"awa"_s);
        QVERIFY(server.start());
        const QStringList command{u"user"_s, u"password"_s, u"awa"_s};
        const QStringList fromStdin = command + QStringList{u"--keep"_s, u"--password-stdin"_s};
        QCOMPARE(server.run(command, "never asked for").code, 1);
        QCOMPARE(server.run(fromStdin, "awa awa awa").code, 1);
        QCOMPARE(server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword)).status, 200);
        QCOMPARE(server.run(fromStdin, "a much better one\n").code, 0);
        QCOMPARE(server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword)).status, 401);
        QCOMPARE(server.signIn(u"awa"_s, u"a much better one"_s).status, 200);
        server.stop();
        QVERIFY2(!server.log().contains("a much better one"), "no secrets in the log");
    }

    void whoWasGivenAPasswordChoosesTheirOwnAtTheNextSignIn()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        const QString given = u"given by the owner"_s;
        QCOMPARE(server
                     .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"sales"_s, u"--password-stdin"_s},
                          given.toUtf8() + '\n')
                     .code,
                 0);
        // Asking again and again is no failure.
        for (int i = 0; i < 12; ++i) {
            const auto needed = server.signIn(u"awa"_s, given);
            QCOMPARE(needed.status, 401);
            QCOMPARE(needed.json.value("error"_L1).toString(), u"new_password_needed"_s);
        }
        const std::pair<QString, QString> refusals[] = {{given, u"password_same"_s},
                                                        {u"short"_s, u"password_short"_s},
                                                        {u"awa awa awa"_s, u"password_name"_s},
                                                        {u"password1234"_s, u"password_common"_s}};
        for (const auto& [wanted, code] : refusals) {
            const auto refused = server.chooseAndSignIn(u"awa"_s, given, wanted);
            QCOMPARE(refused.status, 422);
            QCOMPARE(refused.json.value("error"_L1).toString(), code);
        }
        QCOMPARE(server.chooseAndSignIn(u"awa"_s, u"not the given one"_s, u"violet tram 27"_s).status, 401);
        QCOMPARE(server.chooseAndSignIn(u"awa"_s, given, u"violet tram 27"_s).status, 200);
        QCOMPARE(server.signIn(u"awa"_s, given).json.value("error"_L1).toString(), u"wrong_password"_s);
        QCOMPARE(server.signIn(u"awa"_s, u"violet tram 27"_s).status, 200);
        // Of one that is the person's own, nothing is changed on the way.
        QCOMPARE(server.chooseAndSignIn(u"awa"_s, u"violet tram 27"_s, u"another tram 28"_s).status, 200);
        QCOMPARE(server.signIn(u"awa"_s, u"violet tram 27"_s).status, 200);

        QCOMPARE(server.run({u"user"_s, u"password"_s, u"awa"_s, u"--password-stdin"_s}, given.toUtf8() + '\n').code,
                 0);
        QCOMPARE(server.signIn(u"awa"_s, given).json.value("error"_L1).toString(), u"new_password_needed"_s);
        const auto audit = server.run({u"audit"_s, u"export"_s, u"-"_s});
        QVERIFY(audit.out.contains("password-changed"));
        QVERIFY(!audit.out.contains("violet") && !audit.out.contains("given by"));
    }

    void aPersonGetsAnotherLogin()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        processAddUser(server, u"théo"_s);
        const QString right = QString::fromLatin1(ProcessPassword);
        QCOMPARE(server.run({u"user"_s, u"edit"_s, u"awa"_s, u"--login"_s, u"THÉO"_s}).code, 1);
        QCOMPARE(server.run({u"user"_s, u"edit"_s, u"awa"_s, u"--login"_s, u" "_s}).code, 1);
        QCOMPARE(server.run({u"user"_s, u"edit"_s, u"awa"_s, u"--login"_s, u"awa.ndiaye"_s}).code, 0);
        QCOMPARE(server.signIn(u"awa"_s, right).status, 401);
        QCOMPARE(server.signIn(u"Awa.Ndiaye"_s, right).status, 200);
        QCOMPARE(server.signIn(u"théo"_s, right).status, 200);
    }

    void signsInPeopleThatWereAddedWhileItRuns()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        QCOMPARE(server.run({u"user"_s, u"list"_s}).out, QByteArray("awa\tsales\tactive\tawa\tall locations\n"));
        const auto answer = server.signIn(u"AWA"_s, QString::fromLatin1(ProcessPassword));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value("role"_L1).toString(), u"sales"_s);
        QVERIFY(answer.json.value("token"_L1).toString().size() >= 43);
        QCOMPARE(answer.json.value("dealership"_L1).toString().size(), 32);
        // The same store signs in again: the same device.
        const auto again = server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword));
        QCOMPARE(again.json.value("device"_L1), answer.json.value("device"_L1));
        QVERIFY(again.json.value("token"_L1) != answer.json.value("token"_L1));
        QCOMPARE(server.signIn(u"awa"_s, u"wrong"_s).status, 401);
        QCOMPARE(server.signIn(u"nobody"_s, u"wrong"_s).status, 401);
        QCOMPARE(server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword), ServerProcess::deviceIdOf(1), 0).status,
                 426);
        QCOMPARE(server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword), u"not-a-uuid"_s).status, 400);
        server.stop();
        QVERIFY2(!server.log().contains(ProcessPassword), "no secrets in the log");
    }

    void renewsSignInsAndRevokesThemWhereTwoHaveThem()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        const auto first = server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword));
        QCOMPARE(first.json.value("expires_in"_L1).toInt(), 900);
        const auto second = server.refresh(first);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.json.value("expires_in"_L1).toInt(), 900);
        ServerSocket socket;
        QVERIFY(socket.open(server, second.json.value("token"_L1).toString().toLatin1()));
        const auto welcome = socket.next<Wire::Welcome>();
        QVERIFY(welcome);
        QVERIFY(qAbs(welcome->tokenEndsAt - welcome->serverTime - 900'000) < 60'000);
        socket.send(Wire::Token{second.json.value("token"_L1).toString().toLatin1()});
        QVERIFY(socket.next<Wire::Renewed>());
        QCOMPARE(server.refresh(second, QByteArray(32, 'x')).status, 401);
        // A copy of the store goes on with what it has: one of the two is a thief.
        const auto reused = server.refresh(first);
        QCOMPARE(reused.status, 401);
        QCOMPARE(reused.json.value("error"_L1).toString(), u"revoked"_s);
        const auto bye = socket.next<Wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, u"revoked"_s);
        QCOMPARE(server.refresh(second).json.value("error"_L1).toString(), u"revoked"_s);
        QCOMPARE(server.post(u"/api/v1/auth/token/refresh/"_s, {}).status, 400);
        QCOMPARE(server.get(u"/api/v1/auth/token/refresh/"_s).status, 405);
        const auto audit = server.run({u"audit"_s, u"export"_s, u"-"_s});
        QVERIFY2(audit.out.contains("reused"), audit.out);
        server.stop();
        for (const auto& answer : {first, second})
            for (const auto name : {"token"_L1, "refresh_token"_L1})
                QVERIFY(!server.log().contains(answer.json.value(name).toString().toLatin1()));
    }

    void slowsDownWhoGuessesPasswordsAlsoBehindAProxy()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start({u"--proxy"_s, u"127.0.0.1"_s}));
        processAddUser(server, u"awa"_s);
        const QString right = QString::fromLatin1(ProcessPassword);
        server.forwardedFor = "2001:db8:1:2::1";
        for (quint64 i = 0; i < 10; ++i)
            QCOMPARE(server.signIn(u"somebody %1"_s.arg(i), u"guess"_s, ServerProcess::deviceIdOf(100 + i)).status,
                     401);
        // From another address of the same network, and whether or not the server was started again meanwhile.
        server.forwardedFor = "2001:db8:1:2::2";
        for (int starts = 0; starts < 2; ++starts) {
            const auto blocked = server.signIn(u"awa"_s, right);
            QCOMPARE(blocked.status, 429);
            QCOMPARE(blocked.json.value("error"_L1).toString(), u"rate"_s);
            QVERIFY(blocked.headers.value("retry-after").toInt() > 0);
            server.kill();
            QVERIFY(server.start({u"--proxy"_s, u"127.0.0.1"_s}));
        }
        server.forwardedFor = "2001:db8:1:3::1";
        QCOMPARE(server.signIn(u"awa"_s, right).status, 200);
    }

    void slowsDownADeviceThatGuessesFromManyAddresses()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start({u"--proxy"_s, u"127.0.0.1"_s}));
        processAddUser(server, u"awa"_s);
        const QString right = QString::fromLatin1(ProcessPassword);
        const auto signedIn = server.signIn(u"awa"_s, right, ServerProcess::deviceIdOf(2));
        QCOMPARE(signedIn.status, 200);
        for (int i = 0; i < 10; ++i) {
            server.forwardedFor = "192.0.2." + QByteArray::number(i);
            QCOMPARE(server.signIn(u"somebody %1"_s.arg(i), u"guess"_s).status, 401);
            QCOMPARE(server.refresh(signedIn, QByteArray(32, 'x')).status, 401);
        }
        server.forwardedFor = "192.0.2.77";
        QCOMPARE(server.signIn(u"awa"_s, right).status, 429);
        QCOMPARE(server.refresh(signedIn).status, 429);
        const auto other = server.signIn(u"awa"_s, right, ServerProcess::deviceIdOf(3));
        QCOMPARE(other.status, 200);
        QCOMPARE(server.refresh(other).status, 200);
    }

    void whoeverGuessesAtANameWaitsWhetherItExistsOrNot()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start({u"--proxy"_s, u"127.0.0.1"_s}));
        processAddUser(server, u"awa"_s);
        const QString right = QString::fromLatin1(ProcessPassword);
        for (const QString& name : {u"awa"_s, u"nobody"_s}) {
            for (int i = 0; i < 5; ++i) {
                server.forwardedFor = "192.0.2." + QByteArray::number(i);
                QCOMPARE(server.signIn(name, u"guess"_s, ServerProcess::deviceIdOf(name.size())).status, 401);
            }
            server.forwardedFor = "198.51.100.1";
            const auto locked = server.signIn(name, right);
            QCOMPARE(locked.status, 429);
            QCOMPARE(locked.json.value("error"_L1).toString(), u"locked"_s);
            QVERIFY(locked.headers.value("retry-after").toInt() > 0);
        }
        // The right password counts again once the second is over.
        QTRY_COMPARE_WITH_TIMEOUT(server.signIn(u"awa"_s, right).status, 200, 20'000);
        const auto audit = server.run({u"audit"_s, u"export"_s, u"-"_s});
        QVERIFY2(audit.out.contains("locked"), audit.out);
        QVERIFY(!audit.out.contains("nobody"));
    }

    void fillsAnEmptyStoreWithTheDemo()
    {
        ServerProcess server(storeUnderTest());
        const QStringList demo{u"--demo"_s, u"--demo-size"_s, u"10"_s};
        QVERIFY(server.start(demo));
        const auto first = server.signIn(u"aicha"_s, u"forecourt"_s);
        QCOMPARE(first.status, 200);
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.start(demo));
        const auto second = server.signIn(u"aicha"_s, u"forecourt"_s);
        QCOMPARE(second.json.value("dealership"_L1), first.json.value("dealership"_L1));
        QCOMPARE(server.stop(), 0);
        QCOMPARE(server.run({u"check"_s, u"--blobs"_s}).code, 0);
    }

    void cutsADisabledPersonOff()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        ServerSocket socket;
        QVERIFY(socket.open(server, processToken(server, u"awa"_s)));
        QVERIFY(socket.next<Wire::Welcome>());
        QCOMPARE(server.run({u"user"_s, u"disable"_s, u"awa"_s}).code, 0);
        const auto bye = socket.next<Wire::Bye>();
        QVERIFY(bye);
        QCOMPARE(bye->code, u"disabled"_s);
        QCOMPARE(server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword)).status, 403);
        QCOMPARE(server.run({u"user"_s, u"enable"_s, u"awa"_s}).code, 0);
        QCOMPARE(server.signIn(u"awa"_s, QString::fromLatin1(ProcessPassword)).status, 200);
    }

    void refusesSocketsFromWebPages()
    {
        if (storeUnderTest() == StoreKind::Postgres)
            QSKIP("has nothing to do with the store");
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        QTcpSocket tcp;
        tcp.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(server.url().port()));
        QVERIFY(tcp.waitForConnected());
        tcp.write(
            "GET /api/v1/sync HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QVERIFY(tcp.waitForReadyRead());
        QVERIFY(tcp.readAll().startsWith("HTTP/1.1 403"));
    }

    void refusesOversizedAndBrokenRequests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("header") << "GET / HTTP/1.1\r\nX: " + QByteArray(40'000, 'x') << QByteArray("431");
        QTest::newRow("body") << QByteArray("POST /api/v1/auth/token/ HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n")
                              << QByteArray("413");
        QTest::newRow("two lengths") << QByteArray(
                                            "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
                                     << QByteArray("400");
        QTest::newRow("chunked") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                 << QByteArray("411");
        QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << QByteArray("400");
    }

    void refusesOversizedAndBrokenRequests()
    {
        if (storeUnderTest() == StoreKind::Postgres)
            QSKIP("has nothing to do with the store");
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        QTcpSocket tcp;
        tcp.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(server.url().port()));
        QVERIFY(tcp.waitForConnected());
        tcp.write(request);
        QVERIFY(tcp.waitForReadyRead());
        QCOMPARE(tcp.readAll().sliced(9, 3), status);
        QCOMPARE(server.get(u"/healthz"_s).status, 200);
    }

    void keepsEveryAcknowledgedWriteThroughKills()
    {
        const quint32 seed = qEnvironmentVariableIsSet("FORECOURT_SEED")
                                 ? qEnvironmentVariable("FORECOURT_SEED").toUInt()
                                 : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        const QByteArray token = processToken(server, u"awa"_s);

        std::vector<Wire::Op> ops;
        qint64 acknowledged = 0;
        for (int round = 0; round < 6; ++round) {
            ServerSocket socket;
            QVERIFY(socket.open(server, token));
            const auto welcome = socket.next<Wire::Welcome>();
            QVERIFY(welcome);
            QVERIFY2(welcome->pushedOpid >= acknowledged, "an acknowledged operation is gone");
            qint64 next = welcome->pushedOpid + 1;
            const int batches = random.bounded(1, 12);
            for (int batch = 0; batch < batches; ++batch) {
                Wire::Push push;
                for (int i = random.bounded(1, 40); i > 0; --i, ++next) {
                    while (static_cast<qint64>(ops.size()) < next)
                        ops.push_back(newVehicle(static_cast<qint64>(ops.size()) + 1, welcome->serverTime));
                    push.ops.push_back(ops[static_cast<size_t>(next - 1)]);
                }
                socket.send(push);
                if (batch + 1 < batches) {
                    const auto pushed = socket.next<Wire::Pushed>();
                    QVERIFY(pushed);
                    QVERIFY(pushed->exceptions.empty());
                    acknowledged = pushed->upto;
                }
            }
            // The last batch is on its way; how far it gets is a matter of microseconds.
            socket.socket().flush();
            server.kill();
            QVERIFY(server.start());
        }
        ServerSocket reader;
        QVERIFY(reader.open(server, processToken(server, u"awa"_s, 2)));
        const auto welcome = reader.next<Wire::Welcome>();
        QVERIFY(welcome);
        std::set<Uuid> seen;
        for (qint64 cursor = 0; cursor < welcome->seq;) {
            const auto page = reader.next<Wire::Page>();
            QVERIFY(page);
            for (const Wire::Row& row : page->rows)
                seen.insert(row.id);
            cursor = page->upto;
            reader.send(Wire::Ack{cursor});
        }
        for (qint64 opid = 1; opid <= acknowledged; ++opid)
            QVERIFY(seen.contains(ops[static_cast<size_t>(opid - 1)].id));
        QCOMPARE(server.stop(), 0);
        QCOMPARE(server.run({u"check"_s}).code, 0);
    }

    void exportsAndChecksTheAuditLog()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        QCOMPARE(server.signIn(u"awa"_s, u"wrong"_s).status, 401);
        QCOMPARE(server.signIn(u"not a name but a secret"_s, u"wrong"_s).status, 401);
        ServerSocket socket;
        QVERIFY(socket.open(server, processToken(server, u"awa"_s)));
        const auto welcome = socket.next<Wire::Welcome>();
        const Wire::Op vehicle = newVehicle(1, welcome->serverTime);
        socket.send(Wire::Push{{vehicle}});
        QVERIFY(socket.next<Wire::Pushed>());

        const auto exported = [&](const QStringList& more) {
            const auto result = server.run(QStringList{u"audit"_s, u"export"_s, u"-"_s} + more);
            if (result.code != 0)
                qFatal("audit export: %s", result.err.constData());
            QStringList kinds;
            for (const QByteArray& line : result.out.trimmed().split('\n')) {
                const QJsonObject entry = QJsonDocument::fromJson(line).object();
                kinds << entry.value("kind"_L1).toString();
                if (kinds.back() == "created"_L1 && entry.contains("user"_L1)) {
                    if (entry.value("address"_L1).toString() != "127.0.0.1"_L1 ||
                        entry.value("record"_L1).toString() != vehicle.id.toString())
                        qFatal("%s", line.constData());
                }
            }
            if (result.out.contains("not a name but a secret") || result.out.contains(ProcessPassword))
                qFatal("a secret in the audit log");
            return kinds;
        };
        QCOMPARE(exported({}), (QStringList{u"account-added"_s, u"created"_s, u"sign-in-refused"_s,
                                            u"sign-in-refused"_s, u"signed-in"_s, u"created"_s}));
        QCOMPARE(exported({u"--user"_s, u"awa"_s}), (QStringList{u"signed-in"_s, u"created"_s}));
        QCOMPARE(exported({u"--record"_s, vehicle.id.toString()}), QStringList{u"created"_s});
        QCOMPARE(exported({u"--to"_s, u"2020-01-01"_s}), QStringList{QString()});
        const QString csv = server.file(u"audit.csv"_s);
        QCOMPARE(server.run({u"audit"_s, u"export"_s, csv}).code, 0);
        QVERIFY(QFile(csv).size() > 300);
        QCOMPARE(server.run({u"audit"_s, u"export"_s, u"audit.txt"_s}).code, 2);
        QCOMPARE(server.run({u"audit"_s, u"export"_s, csv, u"--from"_s, u"yesterday"_s}).code, 1);

        QCOMPARE(server.stop(), 0);
        QVERIFY(server.run({u"check"_s, u"--blobs"_s}).out.contains("6"));
        // Another address in one of the entries, by somebody who knows the file.
        if (storeUnderTest() == StoreKind::Postgres) {
            PostgresServer::shared().execute(
                server.database(),
                u"UPDATE audit_log SET address = '127.0.0.9' WHERE id = (SELECT max(id) FROM audit_log)"_s);
        } else {
            QFile store(server.data() + u"/server.sqlite"_s);
            QVERIFY(store.open(QIODevice::ReadWrite));
            const qsizetype address = store.readAll().lastIndexOf("127.0.0.1");
            QVERIFY(address > 0);
            store.seek(address);
            store.write("127.0.0.9");
        }
        const auto checked = server.run({u"check"_s});
        QCOMPARE(checked.code, 5);
        QVERIFY2(checked.err.contains("audit entry"), checked.err);
    }

    void carriesAFileFromOneWorkstationToAnother()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        const QByteArray photo(Wire::ChunkSize + 1000, 'p');
        const QByteArray sha = sha256(photo);
        const QByteArray token = processToken(server, u"awa"_s, 1);
        ServerSocket rows;
        QVERIFY(rows.open(server, token));
        const auto welcome = rows.next<Wire::Welcome>();
        // A photo whose largest picture (original_sha) is this file.
        Wire::Op named = newVehicle(1, welcome->serverTime);
        named.table = 4;
        named.fields = {{3, sha, {}}};
        rows.send(Wire::Push{{named}});
        QVERIFY(rows.next<Wire::Pushed>()->exceptions.empty());
        ServerSocket up;
        ServerSocket down;
        QVERIFY(up.open(server, token, u"/api/v1/blobs"_s));
        QVERIFY(up.next<Wire::Welcome>());
        QVERIFY(down.open(server, processToken(server, u"awa"_s, 2), u"/api/v1/blobs"_s));
        QVERIFY(down.next<Wire::Welcome>());
        down.send(Wire::Get{sha, 0, 2});
        QCOMPARE(down.next<Wire::Missing>()->code, u"unknown"_s);

        up.send(Wire::Offer{sha, photo.size()});
        QVERIFY(!up.next<Wire::Have>()->complete);
        up.send(Wire::Put{sha, 1, photo.sliced(Wire::ChunkSize)});
        up.send(Wire::Put{sha, 0, photo.first(Wire::ChunkSize)});
        QVERIFY(up.next<Wire::Got>());

        const auto have = down.next<Wire::Have>();
        QVERIFY2(have && have->complete, "who missed it hears of it");
        down.send(Wire::Get{sha, 0, 2});
        QByteArray bytes = down.next<Wire::Chunk>()->data;
        bytes += down.next<Wire::Chunk>()->data;
        QCOMPARE(bytes, photo);
    }

    void aBackupTakenWhileServingComesBackElsewhere()
    {
        ServerProcess server(storeUnderTest());
        QVERIFY(server.start());
        processAddUser(server, u"awa"_s);
        ServerSocket socket;
        QVERIFY(socket.open(server, processToken(server, u"awa"_s)));
        const auto welcome = socket.next<Wire::Welcome>();
        socket.send(Wire::Push{{newVehicle(1, welcome->serverTime)}});
        QVERIFY(socket.next<Wire::Pushed>());
        const QString file = server.file(u"copy.forecourt"_s);
        QCOMPARE(server.run({u"backup"_s, file}).code, 0);
        QCOMPARE(server.run({u"backup"_s, file}).code, 1);
        QCOMPARE(server.run({u"check"_s, file}).code, 0);
        QCOMPARE(server.run({u"restore"_s, file}).code, 1);

        ServerProcess other(storeUnderTest());
        QCOMPARE(other.run({u"restore"_s, file}).code, 0);
        QVERIFY(other.start());
        ServerSocket again;
        QVERIFY(again.open(other, processToken(other, u"awa"_s)));
        const auto restored = again.next<Wire::Welcome>();
        QVERIFY(restored);
        QCOMPARE(restored->pushedOpid, 1);
        QCOMPARE(restored->dealership, welcome->dealership);
        QVERIFY(restored->epoch != welcome->epoch);

        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(damaged.size() / 2);
        damaged.write(QByteArray(9000, 'x'));
        damaged.close();
        QCOMPARE(server.run({u"check"_s, file}).code, 5);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerProcessTest)
#include "tst_serverprocess.moc"
