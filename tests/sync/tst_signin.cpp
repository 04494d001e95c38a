// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/serverpaths.h"
#include "sync/client/tokenstore.h"
#include "tests/support/workstation.h"

#include <QFileInfo>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

/// Answers every connection with the same bytes, whatever is asked. Runs on the test's thread.
class ForeignServer : public QTcpServer {
public:
    explicit ForeignServer(QByteArray answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer = std::move(answer)] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                asked += socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    QByteArray asked;
};

QByteArray httpAnswer(const QByteArray& status, const QByteArray& type, const QByteArray& body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace

class TestSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.addUser(u"awa"_s);
        m_server.addUser(u"theo"_s);
        m_server.addUser(u"gone"_s);
        m_server.start();
    }

    void init() { m_desk = std::make_unique<Workstation>(); }
    void cleanup() { m_desk.reset(); }

    void aStoreWithoutServerSaysSo()
    {
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::NoServer);
        QCOMPARE(m_desk->settle().error().code, ErrorCode::NotSignedIn);
    }

    void signsInAndIsRemembered()
    {
        QVERIFY(m_desk->signIn(m_server, u"Awa"_s));
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::Online);
        QCOMPARE(m_desk->sync().status().userName, u"Awa"_s);
        QCOMPARE(m_desk->sync().status().server, m_server.url());
        QTRY_VERIFY(m_desk->sync().status().lastSyncAt > 0);
        m_desk->restart();
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::Online);
        QCOMPARE(m_desk->sync().status().userName, u"Awa"_s);
    }

    void aDiskThatIsNearlyFullKeepsNobodyOut()
    {
        ServerProcess server;
        server.addUser(u"awa"_s);
        server.setOptions({u"--min-free-disk"_s, u"1000000000"_s});
        server.start();
        QVERIFY(m_desk->signIn(server, u"awa"_s));
    }

    void whatWasTypedBeforeTheFirstSignInIsSent()
    {
        const Uuid car = Uuid::create();
        QVERIFY(m_desk->edit([car](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, car, {{u"make"_s, u"Mazda"_s}});
        }));
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        Workstation other;
        QVERIFY(other.signIn(m_server, u"theo"_s));
        QVERIFY(other.settle());
        QCOMPARE(other.scalar(u"SELECT make FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toString(), u"Mazda"_s);
    }

    void theTokenLiesInAFileOnlyItsOwnerReadsAndNowhereElse()
    {
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QTRY_VERIFY(m_desk->sync().status().secretInFile);
        QFile file(m_desk->path() + u"/token"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> secrets = file.readAll().split(' ').sliced(1);
        QCOMPARE(secrets.size(), 2);
        QVERIFY(secrets.first().size() >= 43 && secrets.last().size() >= 64);
#ifndef Q_OS_WIN
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
#endif
        m_desk->close();
        for (const QString& name : {u"forecourt.sqlite"_s, u"forecourt.sqlite-wal"_s, u"sync.ini"_s}) {
            QFile other(m_desk->path() + u'/' + name);
            const QByteArray content = other.open(QIODevice::ReadOnly) ? other.readAll() : QByteArray();
            for (const QByteArray& secret : secrets)
                QVERIFY2(!content.contains(secret), qPrintable(name));
        }
        m_desk->restart();
    }

    void renewsTheSignInAtEachStart()
    {
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        const QByteArray before = keptToken();
        m_desk->restart();
        QVERIFY(m_desk->settle());
        QVERIFY2(keptToken() != before, "the next refresh token is there");
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::Online);
    }

    void aCopyOfTheStoreSignsBothOutAndLosesNothing()
    {
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        const QByteArray stolen = keptToken();
        m_desk->restart();
        QVERIFY(m_desk->settle());
        m_desk->close();
        QVERIFY(keepToken(stolen));
        m_desk->restart();
        QVERIFY(m_desk->edit([](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); }));
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::SignedOut);
        QCOMPARE(m_desk->sync().status().error->code, ErrorCode::DeviceSignedOut);
        QVERIFY(!QFile::exists(m_desk->path() + u"/token"_s));
        QCOMPARE(m_desk->journal().counts().result()->waiting, 1);
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        QCOMPARE(m_desk->journal().counts().result()->waiting, 0);
    }

    void aTokenOfAnEarlierVersionAsksForThePasswordAndKeepsWhatWaits()
    {
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        m_desk->close();
        QVERIFY(keepToken(QByteArray(43, 'A')));
        m_desk->restart();
        QVERIFY(m_desk->edit([](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); }));
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::SignedOut);
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        QCOMPARE(m_desk->journal().counts().result()->waiting, 0);
    }

    void signingOutForgetsTheTokenAndKeepsWhatWaits()
    {
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        m_desk->sync().signOut();
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::SignedOut);
        QVERIFY(!QFile::exists(m_desk->path() + u"/token"_s));
        QVERIFY(m_desk->edit([](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); }));
        QCOMPARE(m_desk->journal().counts().result()->waiting, 1);
        m_desk->restart();
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::SignedOut);
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        QCOMPARE(m_desk->journal().counts().result()->waiting, 0);
    }

    void refusesAWrongPassword()
    {
        QCOMPARE(m_desk->signIn(m_server, u"awa"_s, u"guess"_s).error().code, ErrorCode::WrongPassword);
        QCOMPARE(m_desk->signIn(m_server, u"nobody"_s).error().code, ErrorCode::WrongPassword);
        QVERIFY(!QFile::exists(m_desk->path() + u"/token"_s));
    }

    void aDisabledPersonIsCutOffAndCannotSignIn()
    {
        QVERIFY(m_desk->signIn(m_server, u"gone"_s));
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::Online);
        m_server.disableUser(u"gone"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync().status().link, SyncStatus::Link::Refused, 10'000);
        QCOMPARE(m_desk->sync().status().error->code, ErrorCode::AccountDisabled);
        QCOMPARE(m_desk->signIn(m_server, u"gone"_s).error().code, ErrorCode::AccountDisabled);
    }

    void aServerThatIsNotThereIsUnreachable()
    {
        QTcpServer port;
        QVERIFY(port.listen(QHostAddress::LocalHost));
        const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(port.serverPort()));
        port.close();
        QCOMPARE(askFor(nobody), ErrorCode::ServerUnreachable);
        QCOMPARE(askFor(QUrl(u"mailto:nobody"_s)), ErrorCode::ServerUnreachable);
    }

    void somethingElseThatAnswersIsForeignAndNeverSeesThePassword_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("web page") << httpAnswer("200 OK", "text/html", "<html>Welcome</html>");
        QTest::newRow("not found") << httpAnswer("404 Not Found", "text/html", "nothing here");
        QTest::newRow("other json") << httpAnswer("200 OK", "application/json", R"({"status":"ok"})");
        QTest::newRow("redirection") << QByteArray(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
            "Content-Length: 0\r\nConnection: close\r\n\r\n");
        QTest::newRow("no http") << QByteArray("220 mail.example.org ESMTP\r\n");
    }

    void somethingElseThatAnswersIsForeignAndNeverSeesThePassword()
    {
        QFETCH(const QByteArray, answer);
        ForeignServer foreign(answer);
        QCOMPARE(askFor(foreign.url()), ErrorCode::ServerForeign);
        QVERIFY(foreign.asked.contains("GET /healthz"));
        QVERIFY(!foreign.asked.contains(ServerProcess::Password.toUtf8()));
    }

    void anOlderServerIsToldApart()
    {
        ForeignServer older(
            httpAnswer("200 OK", "application/json", R"({"status":"ok","version":"0.0.1","protocol":0,"schema":1})"));
        QCOMPARE(askFor(older.url()), ErrorCode::ProtocolTooNew);
    }

    void anOlderProgramIsToldToUpdate()
    {
        // Health first, then the refusal of the sign-in.
        QTcpServer newer;
        QVERIFY(newer.listen(QHostAddress::LocalHost));
        connect(&newer, &QTcpServer::newConnection, &newer, [&newer] {
            QTcpSocket* socket = newer.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const bool health = socket->readAll().startsWith("GET");
                socket->write(health
                                  ? httpAnswer("200 OK", "application/json",
                                               R"({"status":"ok","version":"9.0","protocol":9,"schema":99})")
                                  : httpAnswer("426 Upgrade Required", "application/json", R"({"error":"protocol"})"));
                socket->disconnectFromHost();
            });
        });
        QCOMPARE(askFor(QUrl(u"http://127.0.0.1:%1"_s.arg(newer.serverPort()))), ErrorCode::ProtocolTooOld);
    }

    void aStoreStaysWithItsDealership()
    {
        ServerProcess other;
        other.addUser(u"awa"_s);
        other.start();
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QCOMPARE(m_desk->signIn(other, u"awa"_s).error().code, ErrorCode::OtherDealership);
        QTRY_COMPARE(m_desk->sync().status().link, SyncStatus::Link::Online);
        QCOMPARE(m_desk->sync().status().server, m_server.url());
    }

    void aClockThatIsWrongIsCorrected_data()
    {
        constexpr UtcMs Hour = 3'600'000;
        QTest::addColumn<UtcMs>("ahead");
        QTest::newRow("an hour behind") << -Hour;
        QTest::newRow("an hour ahead") << Hour;
        QTest::newRow("a day behind") << -24 * Hour;
        QTest::newRow("a year behind") << -365 * 24 * Hour;
        QTest::newRow("a year ahead") << 365 * 24 * Hour;
    }
    void aClockThatIsWrongIsCorrected()
    {
        QFETCH(const UtcMs, ahead);
        const UtcMs real = QDateTime::currentMSecsSinceEpoch();
        m_desk->clock.set(real + ahead);
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        QTRY_VERIFY(qAbs(m_desk->sync().status().clockOffset + ahead) < 60'000);
        QVERIFY(m_desk->edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"stock_number"_s, u"LATE"_s}});
        }));
        const RowClock stamped =
            RowClock::unpack(m_desk->scalar(u"SELECT _clk FROM vehicles WHERE stock_number = 'LATE'"_s).toByteArray());
        QVERIFY(qAbs(stamped.base().msecs() - real) < 60'000);
    }

    void stampsFromTheFutureAreRestamped()
    {
        constexpr UtcMs Day = 24 * 3'600'000;
        const UtcMs real = QDateTime::currentMSecsSinceEpoch();
        m_desk->clock.set(real + Day);
        // Made before this computer has ever heard of the server's time.
        QVERIFY(m_desk->edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"stock_number"_s, u"EARLY"_s}});
        }));
        QVERIFY(m_desk->signIn(m_server, u"awa"_s));
        QVERIFY(m_desk->settle());
        const auto stamp = [this] {
            return RowClock::unpack(
                       m_desk->scalar(u"SELECT _clk FROM vehicles WHERE stock_number = 'EARLY'"_s).toByteArray())
                .newest()
                .msecs();
        };
        QTRY_VERIFY(qAbs(stamp() - real) < 60'000);
    }

    void addressesAreUnderstoodAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("host and port") << u"lot.example.org:8471"_s << u"http://lot.example.org:8471"_s;
        QTest::newRow("slash") << u"https://lot.example.org/"_s << u"https://lot.example.org"_s;
        QTest::newRow("websocket") << u"wss://lot.example.org/fc/"_s << u"https://lot.example.org/fc"_s;
        QTest::newRow("other scheme") << u"ftp://lot.example.org"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void addressesAreUnderstoodAsPeopleWriteThem()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, meant);
        QCOMPARE(ServerPaths::normalized(QUrl(typed)).toString(), meant);
    }

private:
    /// The error of a sign-in there, while this thread goes on serving.
    ErrorCode askFor(const QUrl& server)
    {
        auto asked = m_desk->sync().signIn(server, u"awa"_s, ServerProcess::Password);
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }, 30'000) || asked.result())
            return ErrorCode::Cancelled;
        return asked.result().error().code;
    }

    QByteArray keptToken() const
    {
        QFile file(m_desk->path() + u"/token"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool keepToken(const QByteArray& token) const
    {
        QFile file(m_desk->path() + u"/token"_s);
        return file.open(QIODevice::WriteOnly) && file.write(token) == token.size();
    }

    ServerProcess m_server;
    std::unique_ptr<Workstation> m_desk;
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
