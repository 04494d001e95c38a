// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/conflict.h"
#include "models/outbox/decideconflicts.h"
#include "tests/support/workstation.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Conflicts between two workstations with a real server: what is known about them, and how they are decided.
class TestConflicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.addUser(u"awa"_s);
        m_server.addUser(u"theo"_s);
        m_server.start();
    }

    void init()
    {
        m_awa = std::make_unique<Workstation>();
        m_theo = std::make_unique<Workstation>();
        QVERIFY(m_awa->signIn(m_server, u"awa"_s));
        QVERIFY(m_theo->signIn(m_server, u"theo"_s));
    }

    void cleanup()
    {
        m_awa.reset();
        m_theo.reset();
    }

    void aConflictTellsWhatWasBeforeWhoTypedWhatAndWhatMergedByItself()
    {
        const Uuid car = sharedCar();
        offline();
        set(*m_awa, car, {{u"asking_minor"_s, 2'440'000}});
        set(*m_awa, car, {{u"bay"_s, u"B 22"_s}});
        m_theo->clock.advance(5'000);
        set(*m_theo, car, {{u"asking_minor"_s, 2'390'000}, {u"color"_s, u"green"_s}});
        online();
        for (Workstation* one : {m_awa.get(), m_theo.get()}) {
            const ConflictedRecord record = conflictsOf(*one, car);
            QCOMPARE(record.conflicts.size(), 1U);
            const Conflict& price = record.conflicts.front();
            // One decision about amount and currency, although the currency is the same on both sides.
            const Fields before{{u"asking_minor"_s, 2'490'000LL}, {u"asking_currency"_s, u"CAD"_s}};
            const Fields kept{{u"asking_minor"_s, 2'440'000LL}, {u"asking_currency"_s, u"CAD"_s}};
            const Fields lost{{u"asking_minor"_s, 2'390'000LL}, {u"asking_currency"_s, u"CAD"_s}};
            QCOMPARE(price.before, before);
            QCOMPARE(price.kept, kept);
            QCOMPARE(price.lost, lost);
            QVERIFY(price.beforeAt > 0);
            QVERIFY(price.keptAt > 0 && price.lostAt > 0);
            QVERIFY(!price.keptBy.isNull() && price.keptBy != price.lostBy);
            QStringList merged;
            for (const MergedField& field : record.merged)
                merged << field.name + u'=' + field.value.toString();
            QCOMPARE(merged, QStringList({u"color=green"_s, u"bay=B 22"_s}));
        }
    }

    void takingTheLostValueBackReachesEverybodyAndCanBeUndone()
    {
        const Uuid car = priceConflict();
        const int open = m_awa->journal().counts().result()->conflicts;
        const Conflict price = conflictsOf(*m_theo, car).conflicts.front();
        const auto decided =
            m_theo->journal().run(DecideConflicts{{{price.ids, ConflictDecision::Choice::TakeBack, {}}}}).result();
        QVERIFY(decided);
        QVERIFY(m_theo->settle() && m_awa->settle());
        QCOMPARE(field(*m_awa, car, u"asking_minor"_s), QVariant(2'390'000));
        QCOMPARE(conflictsOf(*m_awa, car).conflicts.size(), 0U);
        QCOMPARE(m_awa->journal().counts().result()->conflicts, open - 1);
        QVERIFY(m_theo->journal().revert(decided->undo).result());
        QVERIFY(m_theo->settle() && m_awa->settle());
        QCOMPARE(field(*m_awa, car, u"asking_minor"_s), QVariant(2'440'000));
        QCOMPARE(conflictsOf(*m_awa, car).conflicts.size(), 1U);
        compareAll();
    }

    void twoPeopleWhoDecideTheSameConflictOfflineConvergeAndLoseNothing_data()
    {
        using Choice = ConflictDecision::Choice;
        QTest::addColumn<Choice>("first");
        QTest::addColumn<Choice>("second");
        QTest::addColumn<int>("open");  // conflicts that are left: two new prices are one
        QTest::newRow("both keep") << Choice::Keep << Choice::Keep << 0;
        QTest::newRow("one keeps, one takes back") << Choice::Keep << Choice::TakeBack << 0;
        QTest::newRow("both take back") << Choice::TakeBack << Choice::TakeBack << 0;
        QTest::newRow("one takes back, one types another") << Choice::TakeBack << Choice::Other << 1;
    }

    void twoPeopleWhoDecideTheSameConflictOfflineConvergeAndLoseNothing()
    {
        QFETCH(const ConflictDecision::Choice, first);
        QFETCH(const ConflictDecision::Choice, second);
        QFETCH(const int, open);
        const Uuid car = priceConflict();
        offline();
        const Conflict price = conflictsOf(*m_awa, car).conflicts.front();
        const Fields other{{u"asking_minor"_s, 2'400'000}, {u"asking_currency"_s, u"CAD"_s}};
        QVERIFY(m_awa->journal().run(DecideConflicts{{{price.ids, first, other}}}).result());
        m_theo->clock.advance(5'000);
        QVERIFY(m_theo->journal().run(DecideConflicts{{{price.ids, second, other}}}).result());
        online();
        compareAll();
        const ConflictedRecord left = conflictsOf(*m_awa, car);
        QCOMPARE(static_cast<int>(left.conflicts.size()), open);
        if (open > 0) {
            const Conflict& again = left.conflicts.front();
            const QVariantList both{again.kept.value(u"asking_minor"_s), again.lost.value(u"asking_minor"_s)};
            QVERIFY(both.contains(2'390'000) && both.contains(2'400'000));
        }
        // Nobody has to decide anything about a decision.
        QCOMPARE(m_awa->scalar(u"SELECT count(*) FROM conflicts WHERE table_number = 6"_s).toInt(), 0);
    }

    void whatSomebodyElseHasDecidedIsNotDecidedAgain()
    {
        const Uuid car = priceConflict();
        const Conflict price = conflictsOf(*m_theo, car).conflicts.front();
        const DecideConflicts take{{{price.ids, ConflictDecision::Choice::TakeBack, {}}}};
        QVERIFY(m_theo->journal().run(take).result());
        QVERIFY(m_theo->settle() && m_awa->settle());
        const auto late = m_awa->journal().run(take).result();
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::ConflictDecided);
    }

    void aRecordRemovedWhileEditedStaysUntilSomebodyRemovesItForGood()
    {
        const Uuid car = sharedCar();
        offline();
        set(*m_awa, car, {{u"color"_s, u"blue"_s}});
        QVERIFY(m_theo->edit([car](EditTransaction& edit) { return edit.remove(Table::Vehicles, car); }));
        QVERIFY(m_awa->sync().status().link == SyncStatus::Link::WorkOffline);
        m_awa->sync().setWorkOffline(false);
        QVERIFY(m_awa->settle());
        online();
        QCOMPARE(field(*m_theo, car, u"_del"_s), QVariant(0));
        const ConflictedRecord record = conflictsOf(*m_theo, car);
        QCOMPARE(record.conflicts.size(), 1U);
        QCOMPARE(record.conflicts.front().kind, Conflict::Kind::Removal);
        QVERIFY(m_theo->journal()
                    .run(DecideConflicts{{{record.conflicts.front().ids, ConflictDecision::Choice::TakeBack, {}}}})
                    .result());
        QVERIFY(m_theo->settle() && m_awa->settle());
        QCOMPARE(field(*m_awa, car, u"_del"_s), QVariant(1));
        QCOMPARE(conflictsOf(*m_awa, car).conflicts.size(), 0U);
        compareAll();
    }

    void editsOfARemovedRecordBringItBackWithTheirValuesWhenSomebodySaysSo()
    {
        const Uuid car = sharedCar();
        offline();
        QVERIFY(m_awa->edit([car](EditTransaction& edit) { return edit.remove(Table::Vehicles, car); }));
        m_awa->sync().setWorkOffline(false);
        QVERIFY(m_awa->settle());
        set(*m_theo, car, {{u"color"_s, u"blue"_s}, {u"notes"_s, u"two keys"_s}});
        online();
        const ConflictedRecord record = conflictsOf(*m_theo, car);
        QVERIFY(record.removed);
        QCOMPARE(record.conflicts.size(), 2U);
        DecideConflicts restore;
        for (const Conflict& conflict : record.conflicts)
            restore.decisions.push_back({conflict.ids, ConflictDecision::Choice::TakeBack, {}});
        const auto decided = m_theo->journal().run(restore).result();
        QVERIFY(decided);
        QVERIFY(m_theo->settle() && m_awa->settle());
        QCOMPARE(field(*m_awa, car, u"_del"_s), QVariant(0));
        QCOMPARE(field(*m_awa, car, u"color"_s), QVariant(u"blue"_s));
        QCOMPARE(field(*m_awa, car, u"notes"_s), QVariant(u"two keys"_s));
        QVERIFY(m_theo->journal().revert(decided->undo).result());
        QVERIFY(m_theo->settle() && m_awa->settle());
        QCOMPARE(field(*m_awa, car, u"_del"_s), QVariant(1));
        QCOMPARE(conflictsOf(*m_awa, car).conflicts.size(), 2U);
        compareAll();
    }

private:
    static void set(Workstation& on, Uuid car, const Fields& fields)
    {
        QVERIFY(on.edit([=](EditTransaction& edit) { return edit.update(Table::Vehicles, car, fields); }));
    }
    static QVariant field(Workstation& on, Uuid car, const QString& name)
    {
        return on.scalar(u"SELECT "_s + name + u" FROM vehicles WHERE id = ?"_s, {car.toBytes()});
    }
    static ConflictedRecord conflictsOf(Workstation& on, Uuid car)
    {
        return *on.store()
                    .read([&](Connection& connection) {
                        return ConflictRepository::ofRecord(connection, on.store().schema(),
                                                            static_cast<std::uint16_t>(Table::Vehicles), car);
                    })
                    .result();
    }

    Uuid sharedCar()
    {
        const Uuid car = Uuid::create();
        [&] {
            QVERIFY(m_awa->edit([car](EditTransaction& edit) {
                return edit.insert(Table::Vehicles, car,
                                   {{u"make"_s, u"Toyota"_s}, {u"color"_s, u"red"_s}, {u"asking_minor"_s, 2'490'000}});
            }));
            QVERIFY(m_awa->settle() && m_theo->settle());
        }();
        for (Workstation* one : {m_awa.get(), m_theo.get()})
            one->clock.advance(1'000);
        return car;
    }
    /// Awa's 24,400 stands, Theo's 23,900 is to be decided.
    Uuid priceConflict()
    {
        const Uuid car = sharedCar();
        offline();
        set(*m_awa, car, {{u"asking_minor"_s, 2'440'000}});
        m_theo->clock.advance(5'000);
        set(*m_theo, car, {{u"asking_minor"_s, 2'390'000}});
        online();
        return car;
    }
    void offline()
    {
        for (Workstation* one : {m_awa.get(), m_theo.get()}) {
            one->sync().setWorkOffline(true);
            QTRY_COMPARE(one->sync().status().link, SyncStatus::Link::WorkOffline);
        }
    }
    /// Awa first.
    void online()
    {
        for (Workstation* one : {m_awa.get(), m_theo.get()}) {
            one->sync().setWorkOffline(false);
            QVERIFY(one->settle());
        }
        QVERIFY(m_awa->settle());
    }
    void compareAll()
    {
        for (const Table table : {Table::Vehicles, Table::Conflicts})
            compareContent(*m_awa, *m_theo, table);
    }

    ServerProcess m_server;
    std::unique_ptr<Workstation> m_awa;
    std::unique_ptr<Workstation> m_theo;
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "tst_conflicts.moc"
