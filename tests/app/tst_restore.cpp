// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/ctlrunner.h"
#include "tests/support/serverprocess.h"

#include <QJsonArray>

using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;
using Forecourt::Tests::ServerProcess;

/// A server that is put back to yesterday, and workstations that know more than it does.
class RestoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workstationsRepairWhatTheBackupDidNotKnow()
    {
        ServerProcess server;
        server.addUser(u"awa"_s);
        server.start();
        const CtlRunner lot;
        const CtlRunner office;
        for (const CtlRunner* ctl : {&lot, &office})
            login(server, *ctl);
        ask(lot, {u"vehicle"_s, u"add"_s, u"stock_number=B26-1"_s, u"make=Toyota"_s});
        for (const CtlRunner* ctl : {&lot, &office, &lot})
            ask(*ctl, {u"sync"_s});

        const QTemporaryDir elsewhere;
        const QString yesterday = elsewhere.filePath(u"yesterday.backup"_s);
        server.backup(yesterday);

        // Today: a new car, and a price of the old one. All of it is acknowledged.
        ask(lot, {u"vehicle"_s, u"add"_s, u"stock_number=B26-2"_s, u"make=Honda"_s});
        ask(office, {u"vehicle"_s, u"set"_s, u"B26-1"_s, u"asking=24950.00 CAD"_s});
        for (const CtlRunner* ctl : {&lot, &office, &lot})
            ask(*ctl, {u"sync"_s});
        QCOMPARE(cars(lot), cars(office));
        const QJsonArray today = cars(lot);
        QCOMPARE(today.size(), 2);
        const QJsonValue price = car(lot, u"B26-1"_s).value("asking"_L1);
        QVERIFY(!price.isUndefined() && !price.isNull());
        // Typed, but not sent when the server breaks.
        server.stop();
        ask(lot, {u"vehicle"_s, u"set"_s, u"B26-2"_s, u"model=Civic"_s});

        server.restore(yesterday);
        server.start();
        for (const CtlRunner* ctl : {&lot, &office, &lot, &office})
            ask(*ctl, {u"sync"_s});
        QCOMPARE(cars(lot).size(), 2);
        for (const CtlRunner* ctl : {&lot, &office})
            QCOMPARE(car(*ctl, u"B26-1"_s).value("asking"_L1), price);
        QCOMPARE(car(office, u"B26-2"_s).value("model"_L1).toString(), u"Civic"_s);

        // And the server has it, for whoever comes anew.
        const CtlRunner fresh;
        login(server, fresh);
        ask(fresh, {u"sync"_s});
        QCOMPARE(cars(fresh), cars(lot));
        QCOMPARE(car(fresh, u"B26-1"_s), car(office, u"B26-1"_s));
        QCOMPARE(car(fresh, u"B26-2"_s), car(lot, u"B26-2"_s));
        QCOMPARE(server.exitCode({u"check"_s}), 0);
    }

private:
    static void login(const ServerProcess& server, const CtlRunner& ctl)
    {
        const CtlAnswer answer =
            ctl.run({u"--server"_s, server.url().toString(), u"login"_s, u"awa"_s, u"--password-stdin"_s},
                    ServerProcess::Password.toUtf8() + '\n');
        QVERIFY2(answer.exitCode == 0, answer.err);
    }
    static void ask(const CtlRunner& ctl, const QStringList& words)
    {
        const CtlAnswer answer = ctl.run(words);
        QVERIFY2(answer.exitCode == 0, answer.err);
    }
    static QJsonArray cars(const CtlRunner& ctl)
    {
        return ctl.run({u"vehicle"_s, u"list"_s}).json().value("vehicles"_L1).toArray();
    }
    static QJsonObject car(const CtlRunner& ctl, const QString& stockNumber)
    {
        return ctl.run({u"vehicle"_s, u"show"_s, stockNumber}).json();
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_restore.moc"
