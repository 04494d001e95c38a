// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/store.h"
#include "tests/app/ctlrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace Forecourt;
using namespace Forecourt::Testing;
using namespace Qt::StringLiterals;

/// Vehicles, search and outbox by the real forecourtctl.
class CtlTest : public QObject {
    Q_OBJECT

    /// Adds the RAV4 of most tests.
    static CtlAnswer addRav4(const CtlRunner& ctl)
    {
        return ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=B26-1187"_s, u"make=Toyota"_s, u"model=RAV4"_s,
                        u"year=2019"_s, u"vin=2T3B1RFV3KC045219"_s, u"asking=24950.00 CAD"_s, u"phase=listed"_s});
    }

private Q_SLOTS:
    void tellsHelpAndVersion()
    {
        const CtlAnswer help = CtlRunner::runRaw({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("vehicle list"));
        QVERIFY(help.err.isEmpty());

        const CtlAnswer ofCommand = CtlRunner::runRaw({u"vehicle"_s, u"set"_s, u"--help"_s});
        QCOMPARE(ofCommand.exitCode, 0);
        QVERIFY(ofCommand.out.contains("stock_number"));

        const CtlAnswer version = CtlRunner::runRaw({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith("forecourtctl "));
    }

    void refusesACommandLineItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"drive"_s};
        QTest::newRow("unknown option") << QStringList{u"--store"_s, u"x"_s, u"status"_s, u"--fast"_s};
        QTest::newRow("no store") << QStringList{u"status"_s};
        QTest::newRow("too few words") << QStringList{u"--store"_s, u"x"_s, u"vehicle"_s, u"show"_s};
        QTest::newRow("too many words") << QStringList{u"--store"_s, u"x"_s, u"status"_s, u"now"_s};
        QTest::newRow("no server address")
            << QStringList{u"--store"_s, u"x"_s, u"--server"_s, u"http://"_s, u"status"_s};
    }

    void refusesACommandLineItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        const CtlAnswer answer = CtlRunner::runRaw(arguments + QStringList{u"--json"_s});
        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.errorCode(), u"USAGE"_s);
        QVERIFY(!answer.err.isEmpty());
    }

    void doesNotBeginAStoreToReadIt()
    {
        const CtlRunner ctl;
        const CtlAnswer answer = ctl.run({u"vehicle"_s, u"list"_s});
        QCOMPARE(answer.exitCode, 8);
        QCOMPARE(answer.errorCode(), u"STORE-UNREADABLE"_s);
        QVERIFY(!QDir(ctl.store()).exists());
    }

    void refusesAStoreThatAnotherProgramHolds()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        const auto held = Store::open({ctl.store()});
        QVERIFY(held.has_value());
        const CtlAnswer answer = ctl.run({u"vehicle"_s, u"list"_s});
        QCOMPARE(answer.exitCode, 8);
        QCOMPARE(answer.errorCode(), u"STORE-IN-USE"_s);
    }

    void addsAVehicleAndShowsIt()
    {
        const CtlRunner ctl;
        const CtlAnswer added = addRav4(ctl);
        QCOMPARE(added.exitCode, 0);
        const CtlAnswer shown = ctl.run({u"vehicle"_s, u"show"_s, u"b26-1187"_s});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.json(), added.json());
        QCOMPARE(shown.json().value(u"asking"_s), QJsonValue(u"24950.00 CAD"_s));
        QCOMPARE(shown.json().value(u"year"_s), QJsonValue(2019));
        QCOMPARE(shown.json().value(u"phase"_s), QJsonValue(u"listed"_s));
        QVERIFY(shown.json().value(u"odometer"_s).isNull());
    }

    void findsAVehicleByVinAndById()
    {
        const CtlRunner ctl;
        const QString id = addRav4(ctl).json().value(u"id"_s).toString();
        // The letter O for the figure 0, as people type it.
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"2T3B1RFV3KCO45219"_s}).json().value(u"id"_s), QJsonValue(id));
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, id}).json().value(u"id"_s), QJsonValue(id));
    }

    void refusesValuesThatBreakARule_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("code");
        QTest::newRow("price below zero") << u"asking=-1.00 CAD"_s << u"PRICE-NEGATIVE"_s;
        QTest::newRow("no price") << u"asking=-"_s << u"PRICE-UNREADABLE"_s;
        QTest::newRow("unknown currency") << u"asking=100 GBP"_s << u"CURRENCY-UNKNOWN"_s;
        QTest::newRow("year 1885") << u"year=1885"_s << u"YEAR-RANGE"_s;
        QTest::newRow("year in words") << u"year=new"_s << u"INVALID-INPUT"_s;
        QTest::newRow("short VIN") << u"vin=2T3B1RFV3KC04521"_s << u"VIN-LENGTH"_s;
        QTest::newRow("check digit") << u"vin=2T3B1RFV4KC045219"_s << u"VIN-CHECK-DIGIT"_s;
        QTest::newRow("unknown phase") << u"phase=lost"_s << u"PHASE-UNKNOWN"_s;
        QTest::newRow("unknown location") << u"location=NOPE"_s << u"LOCATION-UNKNOWN"_s;
        QTest::newRow("unknown field") << u"wheels=4"_s << u"FIELD-UNKNOWN"_s;
        QTest::newRow("no value") << u"make"_s << u"FIELD-UNKNOWN"_s;
    }

    void refusesValuesThatBreakARule()
    {
        QFETCH(QString, assignment);
        QFETCH(QString, code);
        const CtlRunner ctl;
        const CtlAnswer before = addRav4(ctl);
        const CtlAnswer answer = ctl.run({u"vehicle"_s, u"set"_s, u"B26-1187"_s, u"model=Corolla"_s, assignment});
        QCOMPARE(answer.errorCode(), code);
        QCOMPARE(answer.exitCode, 4);
        QCOMPARE(ctl.run({u"vehicle"_s, u"show"_s, u"B26-1187"_s}).json(), before.json());
    }

    void refusesASecondVehicleWithTheSameVinUnlessToldTo()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        const QStringList again{u"vehicle"_s, u"add"_s, u"stock_number=B26-2000"_s, u"vin=2T3B1RFV3KC045219"_s};
        const CtlAnswer refused = ctl.run(again);
        QCOMPARE(refused.exitCode, 4);
        QCOMPARE(refused.errorCode(), u"VIN-DUPLICATE"_s);
        QVERIFY(refused.err.contains("B26-1187"));
        QCOMPARE(ctl.run(again + QStringList{u"--same-vin"_s}).exitCode, 0);
    }

    void saysWhenAVehicleIsNotThere()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        for (const QString& verb : {u"show"_s, u"remove"_s}) {
            const CtlAnswer answer = ctl.run({u"vehicle"_s, verb, u"B99-0000"_s});
            QCOMPARE(answer.exitCode, 3);
            QCOMPARE(answer.errorCode(), u"NOT-FOUND"_s);
        }
    }

    void listsWhatFiltersLetThrough()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        QCOMPARE(
            ctl.run({u"vehicle"_s, u"add"_s, u"stock_number=A26-0418"_s, u"make=Kia"_s, u"phase=ready"_s}).exitCode, 0);

        const QJsonObject all = ctl.run({u"vehicle"_s, u"list"_s}).json();
        QCOMPARE(all.value(u"total"_s), QJsonValue(2));
        QCOMPARE(all.value(u"vehicles"_s)[0][u"stock_number"_s], QJsonValue(u"A26-0418"_s));

        const QJsonObject listed = ctl.run({u"vehicle"_s, u"list"_s, u"--phase"_s, u"listed"_s}).json();
        QCOMPARE(listed.value(u"total"_s), QJsonValue(1));
        QCOMPARE(listed.value(u"vehicles"_s)[0][u"make"_s], QJsonValue(u"Toyota"_s));

        const QJsonObject first = ctl.run({u"vehicle"_s, u"list"_s, u"--limit"_s, u"1"_s, u"--descending"_s}).json();
        QCOMPARE(first.value(u"total"_s), QJsonValue(2));
        QCOMPARE(first.value(u"vehicles"_s).toArray().size(), 1);
        QCOMPARE(first.value(u"vehicles"_s)[0][u"stock_number"_s], QJsonValue(u"B26-1187"_s));
    }

    void findsByTheLastSixOfTheVin()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        const CtlAnswer found = ctl.run({u"search"_s, u"045219"_s});
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.json().value(u"vehicles"_s)[0][u"stock_number"_s], QJsonValue(u"B26-1187"_s));
        QCOMPARE(ctl.run({u"search"_s, u"999999"_s}).json().value(u"total"_s), QJsonValue(0));
    }

    void removesVehicles()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"remove"_s, u"B26-1187"_s}).exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"list"_s}).json().value(u"total"_s), QJsonValue(0));
    }

    void outboxAndStatusTellWhatWaits()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        QCOMPARE(ctl.run({u"vehicle"_s, u"set"_s, u"B26-1187"_s, u"color=Grey"_s}).exitCode, 0);
        const QJsonObject outbox = ctl.run({u"outbox"_s}).json();
        const int waiting = outbox.value(u"waiting"_s).toInt();
        QVERIFY(waiting > 0);
        QCOMPARE(outbox.value(u"entries"_s).toArray().size(), waiting);
        QCOMPARE(outbox.value(u"entries"_s)[0][u"record"_s], QJsonValue(u"B26-1187"_s));
        QCOMPARE(outbox.value(u"entries"_s)[0][u"state"_s], QJsonValue(u"waiting"_s));

        const QJsonObject status = ctl.run({u"status"_s}).json();
        QCOMPARE(status.value(u"waiting"_s), QJsonValue(waiting));
        QCOMPARE(status.value(u"joined"_s), QJsonValue(false));
        QCOMPARE(ctl.run({u"conflicts"_s}).json().value(u"conflicts"_s).toArray().size(), 0);
    }

    void keepsResultsAndMessagesApart()
    {
        const CtlRunner ctl;
        const CtlAnswer json = addRav4(ctl);
        QVERIFY(!json.json().isEmpty());
        QVERIFY(json.err.contains("B26-1187"));
        const CtlAnswer text = CtlRunner::runRaw({u"--store"_s, ctl.store(), u"vehicle"_s, u"list"_s});
        QVERIFY(text.out.contains("24950.00 CAD"));
        QVERIFY(text.err.contains("1 vehicle"));
        QVERIFY(!text.err.contains("vehicle(s)"));
    }

    void speaksFrench()
    {
        const CtlRunner ctl;
        QCOMPARE(addRav4(ctl).exitCode, 0);
        const CtlAnswer answer =
            CtlRunner::runRaw({u"--store"_s, ctl.store(), u"--language"_s, u"fr"_s, u"vehicle"_s, u"show"_s, u"X"_s});
        QCOMPARE(answer.exitCode, 3);
        QCOMPARE(QString::fromUtf8(answer.err), u"forecourtctl: X est introuvable.\n"_s);
    }
};

QTEST_GUILESS_MAIN(CtlTest)
#include "tst_ctl.moc"
