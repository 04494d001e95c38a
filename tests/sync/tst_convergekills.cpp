// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workstation.h"
#include "tests/sync/killedchild.h"

#include <QRandomGenerator>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Server and workstation are killed at random moments while two people edit the same vehicles.
class TestConvergeKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void nothingThatWasStoredIsLostAndAllEndEqual()
    {
        const quint32 seed = qEnvironmentVariableIsSet("FORECOURT_SEED")
                                 ? qEnvironmentVariable("FORECOURT_SEED").toUInt()
                                 : QRandomGenerator::system()->generate();
        qInfo("FORECOURT_SEED=%u", seed);
        QRandomGenerator random(seed);

        ServerProcess server(storeUnderTest());
        server.addUser(u"awa"_s);
        server.addUser(u"theo"_s);
        server.start();
        Workstation killed;
        Workstation witness;
        QVERIFY(killed.signIn(server, u"awa"_s));
        QVERIFY(witness.signIn(server, u"theo"_s));
        std::vector<Uuid> cars;
        for (int i = 0; i < 20; ++i)
            cars.push_back(Uuid::create());
        QVERIFY(witness.edit([&cars](EditTransaction& edit) -> Expected<void> {
            for (const Uuid& car : cars)
                FC_TRY(edit.insert(Table::Vehicles, car, {}));
            return {};
        }));
        QVERIFY(witness.settle());
        QVERIFY(killed.settle());
        const QString store = killed.path();
        killed.close();

        KilledChild child;
        QHash<QString, QString> painted;
        int colors = 0;
        for (int round = 0; round < 8; ++round) {
            child.start(store, random.generate());
            const int moments = 10 + random.bounded(40);
            const int serverDies = random.bounded(3) == 0 ? -1 : random.bounded(moments);
            for (int moment = 0; moment < moments; ++moment) {
                if (moment == serverDies) {
                    server.kill();
                    server.start();
                    witness.sync().tryNow();
                }
                const Uuid car = cars[random.bounded(quint32(cars.size()))];
                const QString color = u"color %1"_s.arg(++colors);
                QVERIFY(witness.edit([&](EditTransaction& edit) {
                    return edit.update(Table::Vehicles, car, {{u"color"_s, color}});
                }));
                painted[car.toString()] = color;
                QTest::qWait(random.bounded(20));
            }
            child.kill();
        }

        QVERIFY(child.edits > 20);
        killed.restart();
        for (int round = 0; round < 2; ++round) {
            QVERIFY(killed.settle());
            QVERIFY(witness.settle());
        }
        QCOMPARE(killed.journal().counts().result()->waiting, 0);
        QCOMPARE(witness.journal().counts().result()->waiting, 0);
        for (const Uuid& car : cars) {
            for (Workstation* one : {&killed, &witness}) {
                const int odometer =
                    one->scalar(u"SELECT odometer_km FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt();
                QVERIFY(odometer >= child.stored.value(car.toString()));
                QCOMPARE(one->scalar(u"SELECT color FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toString(),
                         painted.value(car.toString()));
            }
        }
        compareContent(killed, witness, Table::Vehicles);
        compareContent(killed, witness, Table::Conflicts);
        QCOMPARE(killed.scalar(u"SELECT count(*) FROM conflicts"_s).toInt(), 0);
        QCOMPARE(killed.scalar(u"SELECT count(*) FROM sync_reject"_s).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestConvergeKills)
#include "tst_convergekills.moc"
