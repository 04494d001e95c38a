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
                                                       u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s});
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

    void whoWasGivenAPasswordChoosesTheirOwn()
    {
        QProcess account;
        account.start(program(u"forecourt-server"_s), {u"--data"_s, m_folder.path(), u"user"_s, u"add"_s, u"awa"_s,
                                                       u"--role"_s, u"sales"_s, u"--password-stdin"_s});
        account.write("given-by-another\n");
        account.closeWriteChannel();
        QVERIFY(account.waitForFinished());
        QCOMPARE(account.exitCode(), 0);

        const CtlRunner ctl;
        const QStringList awa{u"--server"_s, m_url, u"login"_s, u"awa"_s, u"--password-stdin"_s};
        QVERIFY(ctl.run(awa, "given-by-another\n").exitCode != 0);
        const CtlAnswer weak = ctl.run(awa, "given-by-another\nawa-awa-awa\n");
        QVERIFY(weak.exitCode != 0);
        QCOMPARE(ctl.run(awa, "given-by-another\nviolet-tram-27\n").exitCode, 0);
        QCOMPARE(ctl.run({u"sync"_s, u"--wait"_s, u"60"_s}).exitCode, 0);
        QVERIFY(ctl.run(awa, "given-by-another\n").exitCode != 0);
        QCOMPARE(ctl.run(awa, "violet-tram-27\n").exitCode, 0);
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
        // Large sizes and originals come when they are wanted.
        const QStringList copying{u"photo"_s,  u"export"_s,  u"B26-1187"_s, second.path(u"out"_s),
                                  u"--size"_s, u"original"_s};
        QVERIFY(second.run(copying).exitCode != 0);
        QCOMPARE(second.run({u"sync"_s, u"--photos"_s, u"B26-1187"_s}).exitCode, 0);
        const CtlAnswer copied = second.run(copying);
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

    void originalsAreHeldBackUntilTheyAreWanted()
    {
        const CtlRunner ctl;
        QCOMPARE(login(ctl, "lane-yellow").exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1190"_s, u"make=Kia"_s}).exitCode, 0);
        QImage(700, 480, QImage::Format_RGB32).save(ctl.path(u"side.png"_s));
        QCOMPARE(ctl.run({u"photo"_s, u"add"_s, u"B26-1190"_s, ctl.path(u"side.png"_s)}).exitCode, 0);
        QVERIFY(ctl.run({u"sync"_s, u"--originals"_s, u"sometimes"_s}).exitCode != 0);
        const CtlAnswer held = ctl.run({u"sync"_s, u"--originals"_s, u"on-request"_s});
        QVERIFY2(held.exitCode == 0, held.err);
        QCOMPARE(held.json().value(u"originals_to_send"_s), QJsonValue(1));
        QCOMPARE(held.json().value(u"files_to_send"_s), QJsonValue(1));
        // Remembered by this store.
        QCOMPARE(ctl.run({u"sync"_s}).json().value(u"originals_to_send"_s), QJsonValue(1));
        QCOMPARE(ctl.run({u"sync"_s, u"--originals"_s, u"now"_s}).json().value(u"originals_to_send"_s), QJsonValue(0));
    }

    void conflictsAreListedAndDecided()
    {
        const CtlRunner first;
        const CtlRunner second;
        QCOMPARE(login(first, "lane-yellow").exitCode, 0);
        QCOMPARE(login(second, "lane-yellow").exitCode, 0);
        QCOMPARE(first.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1144"_s, u"asking=24900.00 CAD"_s}).exitCode, 0);
        QCOMPARE(first.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(second.run({u"sync"_s}).exitCode, 0);
        const auto collide = [&](const QString& one, const QString& other) {
            QCOMPARE(first.run({u"vehicle"_s, u"set"_s, u"B26-1144"_s, u"asking="_s + one}).exitCode, 0);
            QCOMPARE(second.run({u"vehicle"_s, u"set"_s, u"B26-1144"_s, u"asking="_s + other}).exitCode, 0);
            QCOMPARE(first.run({u"sync"_s}).exitCode, 0);
            QCOMPARE(second.run({u"sync"_s}).exitCode, 0);
        };
        const auto only = [&] { return second.run({u"conflicts"_s}).json().value(u"conflicts"_s).toArray(); };
        const auto asking = [&] {
            return second.run({u"vehicle"_s, u"show"_s, u"B26-1144"_s}).json().value(u"asking"_s).toString();
        };
        collide(u"24400.00 CAD"_s, u"23900.00 CAD"_s);
        QCOMPARE(only().size(), 1);
        const QJsonObject conflict = only().first().toObject();
        QCOMPARE(conflict.value(u"field"_s), QJsonValue(u"asking"_s));
        QCOMPARE(conflict.value(u"before"_s), QJsonValue(u"24900.00 CAD"_s));
        QCOMPARE(conflict.value(u"kept"_s), QJsonValue(u"24400.00 CAD"_s));
        QCOMPARE(conflict.value(u"lost"_s), QJsonValue(u"23900.00 CAD"_s));
        QCOMPARE(second.run({u"conflicts"_s, u"take"_s, conflict.value(u"id"_s).toString()}).exitCode, 0);
        QCOMPARE(asking(), u"23900.00 CAD"_s);
        QCOMPARE(only().size(), 0);
        QCOMPARE(second.run({u"conflicts"_s, u"take"_s, conflict.value(u"id"_s).toString()}).errorCode(),
                 u"NOT-FOUND"_s);
        QCOMPARE(second.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(first.run({u"sync"_s}).exitCode, 0);

        collide(u"22000.00 CAD"_s, u"21000.00 CAD"_s);
        QString id = only().first().toObject().value(u"id"_s).toString();
        QCOMPARE(second.run({u"conflicts"_s, u"set"_s, id, u"21500.00 XYZ"_s}).errorCode(), u"CURRENCY-UNKNOWN"_s);
        QCOMPARE(second.run({u"conflicts"_s, u"set"_s, id, u"21500.00 CAD"_s}).exitCode, 0);
        QCOMPARE(asking(), u"21500.00 CAD"_s);
        QCOMPARE(second.run({u"sync"_s}).exitCode, 0);
        QCOMPARE(first.run({u"sync"_s}).exitCode, 0);

        collide(u"20000.00 CAD"_s, u"19000.00 CAD"_s);
        id = only().first().toObject().value(u"id"_s).toString();
        QCOMPARE(second.run({u"conflicts"_s, u"keep"_s, id}).exitCode, 0);
        QCOMPARE(asking(), u"20000.00 CAD"_s);
        QCOMPARE(only().size(), 0);
    }

    void waitingChangesAreCarriedInAFile()
    {
        const CtlRunner lot;
        const CtlRunner office;
        QCOMPARE(login(lot, "lane-yellow").exitCode, 0);
        QCOMPARE(login(office, "lane-yellow").exitCode, 0);
        QCOMPARE(lot.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1777"_s}).exitCode, 0);
        const QString file = lot.path(u"lot.forecourt-changes"_s);
        const CtlAnswer saved = lot.run({u"outbox"_s, u"export"_s, file});
        QVERIFY2(saved.exitCode == 0, saved.err);
        QCOMPARE(saved.json().value(u"changes"_s), QJsonValue(1));
        QCOMPARE(lot.run({u"outbox"_s}).json().value(u"waiting"_s), QJsonValue(1));

        const CtlAnswer planned = office.run({u"outbox"_s, u"import"_s, file, u"--dry-run"_s});
        QVERIFY2(planned.exitCode == 0, planned.err);
        QCOMPARE(planned.json().value(u"vehicles"_s), QJsonValue(1));
        QCOMPARE(office.run({u"vehicle"_s, u"show"_s, u"B26-1777"_s}).errorCode(), u"NOT-FOUND"_s);
        QCOMPARE(office.run({u"outbox"_s, u"import"_s, file}).json().value(u"changes"_s), QJsonValue(1));
        QCOMPARE(office.run({u"vehicle"_s, u"show"_s, u"B26-1777"_s}).exitCode, 0);
        QCOMPARE(office.run({u"outbox"_s, u"import"_s, file}).json().value(u"already"_s), QJsonValue(1));
        QCOMPARE(lot.run({u"outbox"_s, u"import"_s, file}).errorCode(), u"CARRY-OWN"_s);
        QCOMPARE(office.run({u"outbox"_s, u"import"_s, office.path(u"none"_s)}).errorCode(), u"FILE-READ"_s);
    }
};

QTEST_GUILESS_MAIN(CtlSyncTest)
#include "tst_ctl_sync.moc"
