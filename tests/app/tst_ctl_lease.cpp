// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/devicelease.h"
#include "models/store/store.h"
#include "tests/app/ctlrunner.h"

#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 86'400'000;

/// As if the last contact of this store had been so much longer ago.
void contactWasEarlier(const QString& directory, qint64 msecs)
{
    const auto store = Store::open({directory});
    QVERIFY(store);
    const auto moved = (*store)
                           ->write([msecs](Connection& connection) -> Expected<void> {
                               auto lease = DeviceLease::load(connection);
                               if (!lease)
                                   return fail(lease.error());
                               lease->contactAt -= msecs;
                               lease->newestSeen -= msecs;
                               return lease->save(connection);
                           })
                           .result();
    QVERIFY(moved);
}

}  // namespace

/// A store that was too long without its server, on the command line.
class CtlLeaseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;

    static QString program() { return qEnvironmentVariable("FORECOURT_BIN_DIR") + u"/forecourt-server"_s; }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess account;
        account.start(program(), {u"--data"_s, m_folder.path(), u"user"_s, u"add"_s, u"aicha"_s, u"--role"_s,
                                  u"owner"_s, u"--keep"_s, u"--password-stdin"_s});
        account.write("lane-yellow\n");
        account.closeWriteChannel();
        QVERIFY(account.waitForFinished());
        QCOMPARE(account.exitCode(), 0);
        m_server.start(program(),
                       {u"--data"_s, m_folder.path(), u"--listen"_s, u"127.0.0.1:0"_s, u"--lease-days"_s, u"3"_s});
        const QByteArray ready = "listening on ";
        QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), 30'000);
        const QByteArray line = m_server.readLine().trimmed();
        QVERIFY2(line.startsWith(ready), line);
        m_url = QString::fromUtf8(line.mid(ready.size()));
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        QVERIFY(m_server.waitForFinished());
    }

    void locksAfterTheDaysOfTheServerAndOpensAtTheNextContact()
    {
        const CtlRunner ctl;
        QCOMPARE(ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"status"_s}).json().value(u"opens_until"_s), QJsonValue());
        QCOMPARE(
            ctl.run({u"--server"_s, m_url, u"login"_s, u"aicha"_s, u"--password-stdin"_s}, "lane-yellow\n").exitCode,
            0);
        QCOMPARE(ctl.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-2"_s}).exitCode, 0);

        contactWasEarlier(ctl.store(), 3 * Day - 3'600'000);
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"B26-1"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"status"_s}).json().value(u"locked"_s), QJsonValue(false));

        contactWasEarlier(ctl.store(), 3'600'000);
        const CtlAnswer shown = ctl.run({u"vehicle"_s, u"show"_s, u"B26-1"_s});
        QCOMPARE(shown.exitCode, 9);
        QCOMPARE(shown.errorCode(), u"DEVICE-LOCKED"_s);
        QVERIFY(!shown.out.contains("B26-1"));
        QCOMPARE(ctl.run({u"vehicle"_s, u"set"_s, u"B26-1"_s, u"make=Toyota"_s}).exitCode, 9);
        QCOMPARE(ctl.run({u"outbox"_s, u"export"_s, ctl.path(u"changes"_s)}).exitCode, 9);
        QVERIFY(!QFile::exists(ctl.path(u"changes"_s)));
        const QJsonObject status = ctl.run({u"status"_s}).json();
        QCOMPARE(status.value(u"locked"_s), QJsonValue(true));
        QCOMPARE(status.value(u"waiting"_s), QJsonValue(1));

        const CtlAnswer sent = ctl.run({u"sync"_s});
        QVERIFY2(sent.exitCode == 0, sent.err);
        QCOMPARE(ctl.run({u"status"_s}).json().value(u"locked"_s), QJsonValue(false));
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"B26-2"_s}).exitCode, 0);
    }

    void locksOnceTheServerSaysThatItIsSignedOut()
    {
        const CtlRunner ctl;
        const QStringList login{u"--server"_s, m_url, u"login"_s, u"aicha"_s, u"--password-stdin"_s};
        QCOMPARE(ctl.run(login, "lane-yellow\n").exitCode, 0);
        QCOMPARE(ctl.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-3"_s}).exitCode, 0);
        const qint64 device = ctl.run({u"status"_s}).json().value(u"device"_s).toInteger();
        QProcess revoke;
        revoke.start(program(), {u"--data"_s, m_folder.path(), u"device"_s, u"revoke"_s, QString::number(device)});
        QVERIFY(revoke.waitForFinished());
        QCOMPARE(revoke.exitCode(), 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"B26-3"_s}).exitCode, 0);
        QVERIFY(ctl.run({u"sync"_s}).exitCode != 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"B26-3"_s}).exitCode, 9);
        const QJsonObject status = ctl.run({u"status"_s}).json();
        QCOMPARE(status.value(u"locked"_s), QJsonValue(true));
        QCOMPARE(status.value(u"opens_until"_s), QJsonValue());
        QCOMPARE(ctl.run(login, "lane-yellow\n").exitCode, 0);
        QCOMPARE(ctl.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"B26-3"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"status"_s}).json().value(u"waiting"_s), QJsonValue(0));
    }
};

QTEST_GUILESS_MAIN(CtlLeaseTest)
#include "tst_ctl_lease.moc"
