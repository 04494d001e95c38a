// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workstation.h"

#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

Expected<EditOutcome> addCar(Workstation& on, Uuid id, const Fields& fields)
{
    return on.edit([=](EditTransaction& edit) { return edit.insert(Table::Vehicles, id, fields); });
}

Expected<EditOutcome> setCar(Workstation& on, Uuid id, const Fields& fields)
{
    return on.edit([=](EditTransaction& edit) { return edit.update(Table::Vehicles, id, fields); });
}

QVariant carField(Workstation& on, Uuid id, const QString& name)
{
    return on.scalar(u"SELECT "_s + name + u" FROM vehicles WHERE id = ?"_s, {id.toBytes()});
}

}  // namespace

/// Real stores and a real server process: what one workstation does, the other sees.
class TestConvergence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        // One server for all tests on its kind of store.
        if (m_kind != storeUnderTest()) {
            m_kind = storeUnderTest();
            m_server.emplace(*m_kind);
            m_server->addUser(u"awa"_s);
            m_server->addUser(u"theo"_s);
            m_server->start();
        }
        m_first = std::make_unique<Workstation>();
        m_second = std::make_unique<Workstation>();
        QVERIFY(m_first->signIn(*m_server, u"awa"_s));
        QVERIFY(m_second->signIn(*m_server, u"theo"_s));
    }

    void cleanup()
    {
        m_first.reset();
        m_second.reset();
    }

    void whatOneTypesTheOtherSees()
    {
        const Uuid car = Uuid::create();
        QVERIFY(addCar(*m_first, car, {{u"make"_s, u"Toyota"_s}, {u"asking_minor"_s, 2'495'000}}));
        QVERIFY(m_first->settle());
        QVERIFY(m_second->settle());
        QCOMPARE(carField(*m_second, car, u"make"_s).toString(), u"Toyota"_s);
        QCOMPARE(carField(*m_second, car, u"asking_minor"_s).toLongLong(), 2'495'000);
        compareAll();
    }

    void changesArriveWithoutAsking()
    {
        const Uuid car = Uuid::create();
        QVERIFY(m_second->settle());
        QVERIFY(addCar(*m_first, car, {{u"make"_s, u"Honda"_s}}));
        QTRY_COMPARE(carField(*m_second, car, u"make"_s).toString(), u"Honda"_s);
        QVERIFY(setCar(*m_second, car, {{u"color"_s, u"red"_s}}));
        QTRY_COMPARE(carField(*m_first, car, u"color"_s).toString(), u"red"_s);
        QTRY_COMPARE(m_first->sync().status().link, SyncStatus::Link::Online);
    }

    void differentFieldsEditedAtTheSameTimeBothSurvive()
    {
        const Uuid car = sharedCar();
        offline();
        QVERIFY(setCar(*m_first, car, {{u"color"_s, u"blue"_s}}));
        QVERIFY(setCar(*m_second, car, {{u"notes"_s, u"two keys"_s}}));
        QCOMPARE(m_first->journal().counts().result()->waiting, 1);
        online();
        for (Workstation* one : {m_first.get(), m_second.get()}) {
            QCOMPARE(carField(*one, car, u"color"_s).toString(), u"blue"_s);
            QCOMPARE(carField(*one, car, u"notes"_s).toString(), u"two keys"_s);
        }
        compareAll();
    }

    void theSameFieldEditedByTwoEndsEqualAndTheLoserIsKept()
    {
        const Uuid car = sharedCar();
        const int before = conflicts(*m_first);
        offline();
        QVERIFY(setCar(*m_first, car, {{u"color"_s, u"blue"_s}}));
        m_second->clock.advance(5'000);
        QVERIFY(setCar(*m_second, car, {{u"color"_s, u"green"_s}}));
        online();
        QCOMPARE(carField(*m_first, car, u"color"_s).toString(), u"green"_s);
        compareAll();
        QCOMPARE(conflicts(*m_first), before + 1);
        QCOMPARE(conflicts(*m_second), before + 1);
        QCOMPARE(m_second->journal().counts().result()->conflicts, before + 1);
    }

    void aPriceStaysOnTheServerUntilSomebodyDecides()
    {
        const Uuid car = sharedCar();
        const int before = conflicts(*m_first);
        offline();
        QVERIFY(setCar(*m_first, car, {{u"asking_minor"_s, 100}}));
        m_second->clock.advance(5'000);
        QVERIFY(setCar(*m_second, car, {{u"asking_minor"_s, 200}}));
        m_first->sync().setWorkOffline(false);
        QVERIFY(m_first->settle());
        online();
        QCOMPARE(carField(*m_second, car, u"asking_minor"_s).toInt(), 100);
        compareAll();
        QCOMPARE(conflicts(*m_second), before + 1);
    }

    void removalsAndTheirUndoTravel()
    {
        const Uuid car = sharedCar();
        const auto removal = m_first->edit([car](EditTransaction& edit) { return edit.remove(Table::Vehicles, car); });
        QVERIFY(removal);
        QTRY_COMPARE(carField(*m_second, car, u"_del"_s).toInt(), 1);
        QVERIFY(m_first->journal().revert(removal->undo).result());
        QTRY_COMPARE(carField(*m_second, car, u"_del"_s).toInt(), 0);
        QVERIFY(m_first->settle());
        QVERIFY(m_second->settle());
        compareAll();
    }

    void aLongOfflineSpellIsSentWhenTheServerIsBack()
    {
        const Uuid car = sharedCar();
        m_server->kill();
        QTRY_VERIFY(m_first->sync().status().link == SyncStatus::Link::Waiting);
        for (int edit = 0; edit < 12; ++edit) {
            QVERIFY(m_first->edit([edit](EditTransaction& transaction) -> Expected<void> {
                for (int i = 0; i < 100; ++i)
                    FC_TRY(transaction.insert(Table::Vehicles, Uuid::create(),
                                              {{u"stock_number"_s, u"OFF-%1-%2"_s.arg(edit).arg(i)}}));
                return {};
            }));
        }
        QVERIFY(setCar(*m_first, car, {{u"notes"_s, u"typed without network"_s}}));
        QCOMPARE(m_first->journal().counts().result()->waiting, 1'201);
        m_server->start();
        m_first->sync().tryNow();
        m_second->sync().tryNow();
        QVERIFY(m_first->settle());
        QVERIFY(m_second->settle());
        QCOMPARE(m_second->scalar(u"SELECT count(*) FROM vehicles WHERE stock_number LIKE 'OFF-%'"_s).toInt(), 1'200);
        compareAll();
    }

    void whatWaitsSurvivesTheEndOfTheProgram()
    {
        const Uuid car = sharedCar();
        offline();
        QVERIFY(setCar(*m_first, car, {{u"color"_s, u"black"_s}}));
        m_first->restart();
        QVERIFY(m_first->settle());
        m_second->sync().setWorkOffline(false);
        QVERIFY(m_second->settle());
        QCOMPARE(carField(*m_second, car, u"color"_s).toString(), u"black"_s);
        compareAll();
    }

private:
    Uuid sharedCar()
    {
        const Uuid car = Uuid::create();
        if (!addCar(*m_first, car, {{u"make"_s, u"Ford"_s}, {u"asking_minor"_s, 50}}) || !m_first->settle() ||
            !m_second->settle())
            qFatal("no car to begin with");
        return car;
    }

    void offline()
    {
        for (Workstation* one : {m_first.get(), m_second.get()}) {
            one->sync().setWorkOffline(true);
            QTRY_VERIFY(one->sync().status().link == SyncStatus::Link::WorkOffline);
        }
    }

    void online()
    {
        for (Workstation* one : {m_first.get(), m_second.get()})
            one->sync().setWorkOffline(false);
        // Twice: what the second one sends comes back to the first.
        for (int round = 0; round < 2; ++round) {
            for (Workstation* one : {m_first.get(), m_second.get()})
                QVERIFY(one->settle());
        }
    }

    static int conflicts(Workstation& on) { return on.scalar(u"SELECT count(*) FROM conflicts"_s).toInt(); }

    void compareAll()
    {
        for (const Table table : {Table::Vehicles, Table::Conflicts, Table::Users})
            compareContent(*m_first, *m_second, table);
    }

    std::optional<StoreKind> m_kind;
    std::optional<ServerProcess> m_server;
    std::unique_ptr<Workstation> m_first;
    std::unique_ptr<Workstation> m_second;
};

QTEST_GUILESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
