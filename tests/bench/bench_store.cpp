// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demo.h"
#include "models/outbox/journal.h"
#include "models/store/searchqueue.h"
#include "models/vehicle/vehiclelister.h"
#include "models/vehicle/vehiclerepository.h"
#include "tests/bench/benchvehicles.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

// Prints what the store costs beside the bare statement that does the same: same file, same schema, same durability.
// The bare statements write no clock and no outbox entry and run on this thread.

namespace Forecourt::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inserts = 10'000;
constexpr int InsertsPerTransaction = 500;
constexpr int Edits = 1'000;
constexpr int Page = 50;
constexpr int Scrolls = 500;

/// The statement behind AddVehicle, without what makes it an edit.
QString bareInsert()
{
    return u"INSERT INTO vehicles (id, _clk, stock_number, year, make, model, trim, color, odometer_km, asking_minor, "
           "asking_currency, created_at, phase_since_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"_s;
}

QVariantList bareValues(const Vehicle& vehicle, UtcMs now)
{
    return {vehicle.id.toBytes(),
            QByteArray(12, '\1'),
            vehicle.stockNumber,
            *vehicle.year,
            vehicle.make,
            vehicle.model,
            vehicle.trim,
            vehicle.color,
            *vehicle.odometerKm,
            qlonglong(vehicle.asking->minor),
            u"CAD"_s,
            qlonglong(now),
            qlonglong(now)};
}

class StoreBench {
public:
    StoreBench(Store& store, Journal& journal, Connection& bare) : m_store(store), m_journal(journal), m_bare(bare) {}

    void inserts()
    {
        untilIndexed();
        std::vector<Vehicle> vehicles;
        std::vector<Vehicle> others;
        for (int i = 0; i < Inserts; ++i) {
            vehicles.push_back(benchVehicle(i));
            others.push_back(benchVehicle(Inserts + i));
        }
        const double ours = timed([&] { addVehicles(m_journal, vehicles, InsertsPerTransaction); });
        untilIndexed();
        const double bare = timed([&] {
            for (size_t first = 0; first < others.size(); first += InsertsPerTransaction) {
                auto transaction = require(Transaction::begin(m_bare));
                for (size_t i = first; i < first + InsertsPerTransaction; ++i)
                    require(m_bare.run(bareInsert(), bareValues(others[i], m_store.clock().now())));
                require(transaction.commit());
            }
        });
        rate("insert, 500 a transaction", Inserts, ours, bare);
    }

    void edits()
    {
        untilIndexed();
        const auto ids =
            require(m_store
                        .read([](Connection& connection) -> Expected<std::vector<VehicleId>> {
                            auto rows = connection.run(u"SELECT id FROM vehicles WHERE _del = 0 ORDER BY rid LIMIT ?"_s,
                                                       {2 * Edits});
                            if (!rows)
                                return fail(rows.error());
                            std::vector<VehicleId> found;
                            while (rows->next())
                                found.emplace_back(Uuid::fromBytes(rows->blob(0)));
                            return found;
                        })
                        .takeResult());
        Samples ours;
        Samples bare;
        for (size_t i = 0; i < Edits; ++i) {
            ours.add(timed([&] {
                require(m_journal.run(RepriceVehicle{ids[i], Money{3'000'000, Currency::CAD}}).takeResult());
            }));
            bare.add(timed([&] {
                auto transaction = require(Transaction::begin(m_bare));
                require(m_bare.run(u"UPDATE vehicles SET asking_minor = 3000000 WHERE id = ?"_s,
                                   {ids[Edits + i].toBytes()}));
                require(transaction.commit());
            }));
        }
        times("update, one durable edit", ours, bare);
    }

    void keystrokes()
    {
        Samples ours;
        Samples bare;
        VehicleLister lister;
        const UtcMs now = m_store.clock().now();
        require(m_store.read([&](Connection& connection) { return lister.list(connection, {}, now); }).takeResult());
        for (const QString& typed : {u"toyota rav4 2019"_s, u"hyundai"_s, u"b26-0418"_s, u"silver honda civic"_s}) {
            for (qsizetype length = 1; length <= typed.size(); ++length) {
                VehicleQuery query;
                query.filter.text = typed.first(length);
                ours.add(timed([&] { firstPage(lister, query, now); }));
                bare.add(timed([&] { bareSearch(query.filter.text); }));
            }
        }
        times("keystroke to first page of 50", ours, bare);
    }

    void scrolling()
    {
        VehicleLister lister;
        const UtcMs now = m_store.clock().now();
        const auto all = require(
            m_store.read([&](Connection& connection) { return lister.list(connection, {}, now); }).takeResult());
        QRandomGenerator random(20260101);
        Samples ours;
        Samples bare;
        for (int i = 0; i < Scrolls; ++i) {
            const auto first = random.bounded(static_cast<quint32>(all.size() - Page));
            const std::vector<qint64> rids(all.begin() + first, all.begin() + first + Page);
            ours.add(timed([&] {
                require(
                    m_store.read([&](Connection& connection) { return VehicleRepository::summaries(connection, rids); })
                        .takeResult());
            }));
            bare.add(timed([&] { bareRows(rids); }));
        }
        times("scroll to a page of 50 anywhere", ours, bare);
    }

private:
    /// The index is filled in a lull of the writer, in the way of whatever else writes; until then a search looks
    /// through the noted rows as well.
    void untilIndexed()
    {
        const double waited = timed([&] {
            while (!require(m_store.read(&SearchQueue::isEmpty).takeResult()))
                QThread::yieldCurrentThread();
        });
        std::printf("  (the search index had caught up %.1f s after that)\n", waited / 1000);
    }

    void firstPage(VehicleLister& lister, const VehicleQuery& query, UtcMs now)
    {
        require(m_store
                    .read([&](Connection& connection) -> Expected<std::vector<VehicleSummary>> {
                        const auto rids = lister.list(connection, query, now);
                        if (!rids)
                            return fail(rids.error());
                        const std::vector<qint64> page(
                            rids->begin(),
                            rids->begin() + std::min<qsizetype>(Page, static_cast<qsizetype>(rids->size())));
                        return VehicleRepository::summaries(connection, page);
                    })
                    .takeResult());
    }

    /// All matches in order, of which the first page is read: a list has to know how long it is.
    void bareSearch(const QString& text)
    {
        QStringList words;
        for (const QString& word : text.split(QRegularExpression(u"[^\\w]+"_s), Qt::SkipEmptyParts))
            words << u'"' + word + u"\"*"_s;
        auto rows =
            require(m_bare.run(u"SELECT v.rid FROM vehicle_search s JOIN vehicles v ON v.rid = s.rowid "
                               "WHERE s.words MATCH ? AND v._del = 0 ORDER BY v.created_at DESC, v.rid DESC"_s,
                               {words.join(u' ')}));
        std::vector<qint64> rids;
        while (rows.next())
            rids.push_back(rows.integer(0));
        rids.resize(std::min<size_t>(rids.size(), Page));
        bareRows(rids);
    }

    void bareRows(const std::vector<qint64>& rids)
    {
        for (const qint64 rid : rids) {
            auto row = require(m_bare.run(u"SELECT * FROM vehicles WHERE rid = ?"_s, {rid}));
            while (row.next())
                m_read += row.text(6).size();
        }
    }

    Store& m_store;
    Journal& m_journal;
    Connection& m_bare;
    qint64 m_read = 0;  // so that reading is not optimised away
};

}  // namespace

int benchStore(int vehicles)
{
    QTemporaryDir folder;
    auto store = require(Store::open({folder.path()}));
    auto journal = require(Journal::open(*store));
    std::printf("Filling a store with %d vehicles…\n", vehicles);
    DemoOptions options;
    options.vehicles = vehicles;
    options.photographed = 0;
    options.now = store->clock().now();
    require(fillDemo(*journal, options));

    auto bare = require(Connection::open(folder.filePath(u"forecourt.sqlite"_s), Connection::Access::ReadWrite));
    require(bare->script(u"PRAGMA synchronous = FULL"_s));
    StoreBench bench(*store, *journal, *bare);
    heading("Store");
    bench.inserts();
    bench.edits();
    bench.keystrokes();
    bench.scrolling();
    std::printf("  peak memory of this process %.0f MB\n", peakMemory());
    bare.reset();
    journal.reset();
    return 0;
}

}  // namespace Forecourt::Bench

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    return Forecourt::Bench::benchStore(arguments.size() > 1 ? arguments[1].toInt() : 100'000);
}
