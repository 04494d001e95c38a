// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ctlrunner.h"

#include <QImage>
#include <QJsonArray>
#include <QTest>

using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;

/// Two stores and a real server, joined by the real forecourtctl.
class CtlSyncTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;

    static QString program(const QString& name)
    {
        return QDir(qEnvironmentVariable("FORECOURT_BIN_DIR")).filePath(name);
    }

    CtlAnswer login(const CtlRunner& ctl, const QByteArray& password) const
    {
        return ctl.run({u"--server"_s, m_url, u"login"_s, u"aicha"_s, u"--password-stdin"_s}, password + '\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess account;
        account.start(program(u"forecourt-server"_s), {u"--data"_s, m_folder.path(), u"user"_s, u"add"_s, u"aicha"_s,
                                                       u"--role"_s, u"owner"_s, u"--password-stdin"_s});
        account.write("lane-yellow\n");
        account.closeWriteChannel();
        QVERIFY(account.waitForFinished());
        QCOMPARE(account.exitCode(), 0);

        m_server.start(program(u"forecourt-server"_s), {u"--data"_s, m_folder.path(), u"--listen"_s, u"127.0.0.1:0"_s});
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
        QCOMPARE(m_server.exitCode(), 0);
    }

    void refusesAWrongPasswordAndAForeignAddress()
    {
        const CtlRunner ctl;
        const CtlAnswer wrong = login(ctl, "lane-red");
        QCOMPARE(wrong.exitCode, 7);
        QCOMPARE(wrong.errorCode(), u"SIGN-IN-PASSWORD"_s);
        QCOMPARE(ctl.run({u"status"_s}).json().value(u"joined"_s), QJsonValue(false));

        const CtlAnswer nowhere = ctl.run(
            {u"--server"_s, u"http://127.0.0.1:1"_s, u"login"_s, u"aicha"_s, u"--password-stdin"_s}, "lane-yellow\n");
        QCOMPARE(nowhere.exitCode, 5);
        QCOMPARE(nowhere.errorCode(), u"NET-UNREACHABLE"_s);
    }

    void saysThatNobodyIsSignedIn()
    {
        const CtlRunner ctl;
        QCOMPARE(ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1"_s}).exitCode, 0);
        const CtlAnswer answer = ctl.run({u"sync"_s, u"--wait"_s, u"10"_s});
        QCOMPARE(answer.exitCode, 7);
        QCOMPARE(ctl.run({u"status"_s}).json().value(u"waiting"_s), QJsonValue(1));
    }

    void bringsWhatOneStoreHasToTheOther()
    {
        const CtlRunner first;
        QCOMPARE(login(first, "lane-yellow").exitCode, 0);
        QCOMPARE(first.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1187"_s, u"make=Toyota"_s}).exitCode, 0);
        QImage(640, 480, QImage::Format_RGB32).save(first.path(u"front.png"_s));
        QCOMPARE(first.run({u"photo"_s, u"add"_s, u"B26-1187"_s, first.path(u"front.png"_s)}).exitCode, 0);
        QVERIFY(first.run({u"status"_s}).json().value(u"waiting"_s).toInt() > 0);
        const CtlAnswer sent = first.run({u"sync"_s});
        QVERIFY2(sent.exitCode == 0, sent.err);
        QCOMPARE(sent.json().value(u"waiting"_s), QJsonValue(0));
        QCOMPARE(sent.json().value(u"files_to_send"_s), QJsonValue(0));

        const CtlRunner second;
        QCOMPARE(login(second, "lane-yellow").exitCode, 0);
        const CtlAnswer received = second.run({u"sync"_s});
        QVERIFY2(received.exitCode == 0, received.err);
        QCOMPARE(second.run({u"vehicle"_s, u"show"_s, u"B26-1187"_s}).json(),
                 first.run({u"vehicle"_s, u"show"_s, u"B26-1187"_s}).json());
        const CtlAnswer copied =
            second.run({u"photo"_s, u"export"_s, u"B26-1187"_s, second.path(u"out"_s), u"--size"_s, u"original"_s});
        QCOMPARE(copied.exitCode, 0);
        QFile copy(second.path(u"out/01-front.png"_s));
        QFile original(first.path(u"front.png"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly) && original.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), original.readAll());

        QCOMPARE(second.run({u"vehicle"_s, u"set"_s, u"B26-1187"_s, u"asking=24950.00 CAD"_s}).exitCode, 0);
        QCOMPARE(second.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(first.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(first.run({u"vehicle"_s, u"show"_s, u"B26-1187"_s}).json().value(u"asking"_s),
                 QJsonValue(u"24950.00 CAD"_s));
    }
};

QTEST_GUILESS_MAIN(CtlSyncTest)
#include "tst_ctl_sync.moc"
