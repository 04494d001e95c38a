// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/migrations.h"
#include "models/store/searchqueue.h"
#include "models/vehicle/vehiclerepository.h"
#include "tests/support/teststore.h"

#include <algorithm>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int Many = 3 * static_cast<int>(SearchQueue::AtOnce);

}  // namespace

class TestSearchQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOnePersonTypesIsIndexedWithIt()
    {
        TestStore store;
        QVERIFY(store.edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"make"_s, u"Kia"_s}});
        }));
        QCOMPARE(indexed(store, u"kia*"_s), 1);
        QCOMPARE(waiting(store), 0);
    }

    void manyVehiclesAreFoundBeforeAndAfterTheyAreIndexed()
    {
        TestStore store;
        insertMany(store);
        // Whichever of the two is quicker: nothing may be missing in between.
        do {
            QCOMPARE(found(store, u"stock 17"_s), QStringList{u"STOCK-17"_s});
        } while (waiting(store) > 0);
        QCOMPARE(indexed(store, u"stock*"_s), Many);
        QCOMPARE(found(store, u"stock 17"_s), QStringList{u"STOCK-17"_s});
    }

    void whatIsChangedWhileItWaitsIsIndexedAsItIsThen()
    {
        TestStore store;
        QTRY_COMPARE(waiting(store), 0);
        const std::vector<Uuid> ids = insertMany(store);
        QVERIFY(store.edit([&](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.update(Table::Vehicles, ids[Many - 1], {{u"color"_s, u"Sand"_s}}));
            FC_TRY(edit.update(Table::Vehicles, ids[Many - 1], {{u"color"_s, u"Plum"_s}}));
            return edit.remove(Table::Vehicles, ids[Many - 2]);
        }));
        QTRY_COMPARE(waiting(store), 0);
        QCOMPARE(indexed(store, u"sand"_s), 0);
        QCOMPARE(indexed(store, u"plum"_s), 1);
        QCOMPARE(indexed(store, u"stock*"_s), Many - 1);
        QVERIFY(store.edit([&](EditTransaction& edit) { return edit.restore(Table::Vehicles, ids[Many - 2]); }));
        QCOMPARE(indexed(store, u"stock*"_s), Many);
    }

    void aNewStartTakesUpWhatTheLastOneLeft()
    {
        TestStore store;
        insertMany(store);
        store.close();
        {
            // As after a power cut between the commit and the index: everything is noted, nothing is indexed.
            const auto connection =
                *Connection::open(store.path() + u"/forecourt.sqlite"_s, Connection::Access::ReadWrite);
            QVERIFY(
                connection->script(u"DELETE FROM search_queue;"
                                   "INSERT INTO vehicle_search (vehicle_search) VALUES ('delete-all');"
                                   "INSERT INTO search_queue SELECT rid, NULL FROM vehicles"_s));
        }
        store.reopen();
        QTRY_COMPARE(waiting(store), 0);
        QCOMPARE(indexed(store, u"stock*"_s), Many);
    }

    void theIndexOfAnOlderStoreStaysRight()
    {
        const auto connection = *Connection::open(u":memory:"_s, Connection::Access::ReadWrite);
        std::vector<Migration> older = migrations();
        std::erase_if(older, [](const Migration& step) { return step.number > 2; });
        QVERIFY(migrate(*connection, older));
        QVERIFY(
            connection->script(u"INSERT INTO vehicles (id, _clk, make) VALUES (zeroblob(16), zeroblob(12), 'Kia')"_s));
        QVERIFY(migrate(*connection, migrations()));
        const auto hits = [&](const QString& word) {
            return connection->scalar(u"SELECT count(*) FROM vehicle_search WHERE vehicle_search MATCH ?"_s, {word})
                ->toInt();
        };
        QCOMPARE(hits(u"kia"_s), 1);
        QVERIFY(connection->script(u"UPDATE vehicles SET make = 'Honda'"_s));
        QCOMPARE(SearchQueue::indexNext(*connection, 10)->size(), 1U);
        QCOMPARE(hits(u"kia"_s), 0);
        QCOMPARE(hits(u"honda"_s), 1);
        QVERIFY(connection->script(u"DELETE FROM vehicles"_s));
        QCOMPARE(SearchQueue::indexNext(*connection, 10)->size(), 1U);
        QCOMPARE(hits(u"honda"_s), 0);
        QVERIFY(connection->script(u"INSERT INTO vehicle_search (vehicle_search) VALUES ('integrity-check')"_s));
    }

private:
    static std::vector<Uuid> insertMany(TestStore& store)
    {
        std::vector<Uuid> ids;
        for (int i = 0; i < Many; ++i)
            ids.push_back(Uuid::create());
        const auto inserted = store.edit([&ids](EditTransaction& edit) -> Expected<void> {
            for (size_t i = 0; i < ids.size(); ++i)
                FC_TRY(edit.insert(Table::Vehicles, ids[i], {{u"stock_number"_s, u"STOCK-%1"_s.arg(i)}}));
            return {};
        });
        if (!inserted)
            qFatal("test vehicles");
        return ids;
    }
    static int waiting(TestStore& store) { return store.scalar(u"SELECT count(*) FROM search_queue"_s).toInt(); }
    static int indexed(TestStore& store, const QString& expression)
    {
        return store.scalar(u"SELECT count(*) FROM vehicle_search WHERE vehicle_search MATCH ?"_s, {expression})
            .toInt();
    }
    /// Stock numbers that begin like this.
    static QStringList found(TestStore& store, const QString& text)
    {
        const auto hits =
            store.store().read([=](Connection& c) { return VehicleRepository::search(c, text, 100); }).result();
        QStringList numbers;
        for (const VehicleSummary& hit : *hits) {
            if (hit.stockNumber == text.toUpper().replace(u' ', u'-'))
                numbers.append(hit.stockNumber);
        }
        return numbers;
    }
};

QTEST_GUILESS_MAIN(TestSearchQueue)
#include "tst_searchqueue.moc"
