// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/snapshotinstall.h"
#include "models/store/indexqueue.h"
#include "models/vehicle/vehiclecriteria.h"
#include "tests/support/snapshotfile.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class TestIndexQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewStartMakesWhatTheLastOneLeft()
    {
        TestStore store;
        const QString before = indexes(store);
        store.close();
        {
            const auto connection = raw(store);
            QVERIFY(IndexQueue::setAside(*connection, u"vehicles"_s));
            QVERIFY(IndexQueue::setAside(*connection, u"photos"_s));
            // Those of the constraints stay.
            QCOMPARE(connection->scalar(OwnIndexes)->toInt(), 0);
            QVERIFY(connection->scalar(u"SELECT count(*) FROM sqlite_schema WHERE type = 'index'"_s)->toInt() > 0);
        }
        store.reopen();
        QTRY_COMPARE_WITH_TIMEOUT(store.scalar(Noted).toInt(), 0, 60'000);
        QCOMPARE(indexes(store), before);
    }

    void anUpgradeFindsWhatTheStepsBeforeItDeclared()
    {
        TestStore store;
        store.close();
        QVERIFY(IndexQueue::setAside(*raw(store), u"vehicles"_s));
        StoreDesign next;
        next.steps.push_back({next.version() + 1, u"next"_s, u"DROP INDEX vehicles_stock"_s});
        store.update(next);
        QCOMPARE(store.scalar(Noted).toInt(), 0);
        QVERIFY(!indexes(store).contains(u"vehicles_stock"_s));
        QVERIFY(indexes(store).contains(u"vehicles_year"_s));
    }

    void aListIsThereRightAfterASnapshot_data()
    {
        QTest::addColumn<int>("sort");
        for (int sort = 0; sort <= static_cast<int>(VehicleSort::Created); ++sort)
            QTest::addRow("%d", sort) << sort;
    }
    void aListIsThereRightAfterASnapshot()
    {
        QFETCH(int, sort);
        if (!m_installed)
            install();
        QCOMPARE(m_installed->scalar(u"SELECT count(*) FROM vehicles"_s)->toInt(), Vehicles);
        QVERIFY(m_installed->scalar(Noted)->toInt() > 0);
        const auto rows = m_installed->run(vehicleOrderSql(static_cast<VehicleSort>(sort)));
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    }

    void aListIsAsQuickLater()
    {
        if (!m_installed)
            install();
        QVERIFY(IndexQueue::makeAll(*m_installed));
        QCOMPARE(m_installed->scalar(Noted)->toInt(), 0);
        auto plan = m_installed->run(u"EXPLAIN QUERY PLAN "_s + vehicleOrderSql(VehicleSort::Year));
        QVERIFY(plan && plan->next());
        QVERIFY2(plan->text(3).contains(u"COVERING INDEX vehicles_year"_s), qPrintable(plan->text(3)));
    }

    void cleanupTestCase() { m_installed.reset(); }

private:
    static constexpr int Vehicles = 1'200;
    const QString OwnIndexes =
        u"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
        "AND tbl_name IN ('vehicles', 'photos')"_s;
    const QString Noted = u"SELECT count(*) FROM sync_state WHERE k LIKE 'index:%'"_s;

    static std::unique_ptr<Connection> raw(TestStore& store)
    {
        return *Connection::open(store.path() + u"/forecourt.sqlite"_s, Connection::Access::ReadWrite);
    }
    static QString indexes(TestStore& store)
    {
        return store
            .scalar(
                u"SELECT group_concat(name || sql) FROM (SELECT name, sql FROM sqlite_schema "
                "WHERE type = 'index' AND sql IS NOT NULL ORDER BY name)"_s)
            .toString();
    }

    /// As it is at the commit of a snapshot, before anything else has run.
    void install()
    {
        TestStore from;
        QVERIFY(from.edit([](EditTransaction& edit) -> Expected<void> {
            for (int i = 0; i < Vehicles; ++i)
                FC_TRY(edit.insert(Table::Vehicles, Uuid::create(),
                                   {{u"stock_number"_s, u"STOCK-%1"_s.arg(i)}, {u"year"_s, 2000 + i % 20}}));
            return {};
        }));
        const StoreSnapshot snapshot = writeSnapshot(from, m_folder.filePath(u"snapshot.sqlite"_s), "all");
        m_store.close();
        auto connection = raw(m_store);
        const auto schema = Schema::read(*connection, syncedTables());
        auto device = Device::load(*connection);
        QVERIFY(schema && device);
        ChangeSet changes;
        SnapshotInstall install(*connection, *schema, 0);
        QVERIFY(install.attach(snapshot));
        auto transaction = Transaction::begin(*connection);
        QVERIFY(transaction);
        QVERIFY(install.install(*device, changes));
        QVERIFY(transaction->commit());
        m_installed = std::move(connection);
    }

    TestStore m_store;
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_installed;
};

QTEST_GUILESS_MAIN(TestIndexQueue)
#include "tst_indexqueue.moc"
