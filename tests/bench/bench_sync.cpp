// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/syncclient.h"
#include "tests/bench/benchvehicles.h"
#include "tests/bench/countingproxy.h"
#include "tests/bench/figures.h"
#include "tests/sync/serverprocess.h"
#include "tests/sync/serverusage.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QTemporaryDir>

#include <functional>
#include <memory>

// Prints what sync costs between two whole workstations, without their windows, and a real server process:
// W1 10,000 vehicles pushed by one and pulled by the other; W2 one field of 1,000 vehicles; W3 single edits.
// With --first: W4 the first sync of a dealership of 100,000 vehicles, in a process of its own for the sake of the
// memory. With --snapshot: the same once the server has a snapshot ready, for several stores one after the other, from
// the moment that they are signed in. The server has everything on its disk before it answers, the other side is looked
// at after its commit.

namespace Forecourt::Bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Vehicles = 10'000;
constexpr int BulkEdits = 1'000;
constexpr int SingleEdits = 300;
constexpr auto Patience = 10min;

/// A store with its sync.
struct Workstation {
    QTemporaryDir folder;
    std::unique_ptr<Store> store = require(Store::open({folder.path()}));
    std::unique_ptr<Journal> journal = require(Journal::open(*store));
    SyncClient sync{*store, *journal, {}};

    void join(const QUrl& server)
    {
        require(sync.signIn(server, u"bench"_s, u"lane yellow van"_s).takeResult());
        settle();
        sync.setWorkOffline(true);
    }
    void settle() { require(sync.settle(Patience, SyncClient::Files::LeaveOut).takeResult()); }
};

/// Runs the event loop until `reached`, asked after each change of the store.
void untilStore(Store& store, const std::function<bool(const ChangeSet&)>& reached)
{
    QObject context;
    QObject::connect(&store.changes(), &ChangeNotifier::committed, &context, [&](const ChangeSet& changes) {
        if (reached(changes))
            QCoreApplication::quit();
    });
    QCoreApplication::exec();
}

int pricedAt(Store& store, qint64 minor)
{
    return require(store
                       .read([minor](Connection& connection) {
                           return connection.scalar(u"SELECT count(*) FROM vehicles WHERE asking_minor = ?"_s, {minor});
                       })
                       .takeResult())
        .toInt();
}

class SyncBench {
public:
    explicit SyncBench(const QUrl& server) : m_proxy(server)
    {
        m_a.join(m_proxy.url());
        m_b.join(m_proxy.url());
    }

    void push()
    {
        for (int i = 0; i < Vehicles; ++i)
            m_vehicles.push_back(benchVehicle(i));
        addVehicles(*m_a.journal, m_vehicles, 500);
        forget();
        const double msecs = timed([&] {
            m_a.sync.setWorkOffline(false);
            m_a.settle();
        });
        report("W1 push", Vehicles, msecs);
    }

    void pull()
    {
        forget();
        const double msecs = timed([&] {
            m_b.sync.setWorkOffline(false);
            m_b.settle();
        });
        report("W1 pull", Vehicles, msecs);
    }

    void bulk()
    {
        constexpr qint64 Price = 1'111'100;
        QList<VehicleId> ids;
        for (int i = 0; i < BulkEdits; ++i)
            ids << m_vehicles[static_cast<size_t>(i)].id;
        forget();
        const double msecs = timed([&] {
            auto done = m_a.journal->run(
                BulkEdit{ids, {{VehicleField::Asking, QVariant::fromValue(Money{Price, Currency::CAD})}}});
            untilStore(*m_b.store, [&](const ChangeSet&) { return pricedAt(*m_b.store, Price) == BulkEdits; });
            require(done.takeResult());
        });
        report("W2 one field of 1,000", BulkEdits, msecs);
    }

    void single()
    {
        Samples samples;
        forget();
        for (int i = 0; i < SingleEdits; ++i) {
            const VehicleId id = m_vehicles[static_cast<size_t>(BulkEdits + i)].id;
            samples.add(timed([&] {
                auto done = m_a.journal->run(RepriceVehicle{id, Money{2'222'200, Currency::CAD}});
                untilStore(*m_b.store, [&](const ChangeSet& changes) {
                    return std::ranges::any_of(changes.rows,
                                               [&](const ChangeSet::Row& row) { return row.id == id.uuid(); });
                });
                require(done.takeResult());
            }));
        }
        std::printf("  %-24s p50 %6.2f ms   p99 %6.2f ms   per edit %lld B up, %lld B down\n", "W3 single edits",
                    samples.quantile(0.5), samples.quantile(0.99), m_proxy.takeUp() / SingleEdits,
                    m_proxy.takeDown() / SingleEdits);
    }

private:
    void forget()
    {
        m_proxy.takeUp();
        m_proxy.takeDown();
    }

    void report(const char* name, int records, double msecs)
    {
        std::printf("  %-24s %8.0f ms  %9.0f records/s   %9lld B up, %9lld B down\n", name, msecs,
                    records * 1000 / msecs, m_proxy.takeUp(), m_proxy.takeDown());
        std::fflush(stdout);
    }

    CountingProxy m_proxy;
    Workstation m_a;
    Workstation m_b;
    std::vector<Vehicle> m_vehicles;
};

/// Waits in the event loop, in which the changes of the store are told.
template <class T>
T inLoop(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &QCoreApplication::quit);
    watcher.setFuture(future);
    QCoreApplication::exec();
    return future.takeResult();
}

int countRows(Store& store, const QString& table)
{
    return require(store
                       .read([table](Connection& connection) {
                           return connection.scalar(u"SELECT count(*) FROM "_s + table);
                       })
                       .takeResult())
        .toInt();
}

/// Starts a server that has the demo's dealership.
void startDealership(Tests::ServerProcess& server, int vehicles)
{
    if (!server.start({u"--demo"_s, u"--demo-size"_s, QString::number(vehicles)}, 600'000))
        qFatal("the server did not start");
    // Making up a dealership takes more memory than serving one.
    server.stop();
    if (!server.start())
        qFatal("the server did not start again");
}

/// The first sync of an empty store: from signing in to the first rows, and to the last. The dealership is that of the
/// demo, whose vehicles are longer than those of W1.
void first(int vehicles)
{
    Tests::ServerProcess server;
    std::printf("\nW4 first sync, %d vehicles\n", vehicles);
    std::fflush(stdout);
    startDealership(server, vehicles);
    CountingProxy proxy(server.url());
    Workstation workstation;
    const double before = peakMemory();
    QElapsedTimer time;
    double firstRows = 0;
    QObject context;
    time.start();
    QObject::connect(&workstation.store->changes(), &ChangeNotifier::committed, &context,
                     [&](const ChangeSet& changes) {
                         // "Everything" is also said of a store that has no rows yet.
                         const bool maybe = changes.everything || changes.contains(Table::Vehicles);
                         if (firstRows == 0 && maybe && countRows(*workstation.store, u"vehicles"_s) > 0)
                             firstRows = static_cast<double>(time.nsecsElapsed()) / 1e6;
                     });
    require(inLoop(workstation.sync.signIn(proxy.url(), u"aicha"_s, u"forecourt"_s)));
    require(inLoop(workstation.sync.settle(Patience, SyncClient::Files::LeaveOut)));
    const double done = static_cast<double>(time.nsecsElapsed()) / 1e6;
    const int count = countRows(*workstation.store, u"vehicles"_s);
    const int photos = countRows(*workstation.store, u"photos"_s);
    std::printf("  first rows after %.0f ms, all %d vehicles and %d photos after %.0f ms: %.0f rows/s\n", firstRows,
                count, photos, done, (count + photos) * 1000 / done);
    std::printf("  %.1f MB up, %.1f MB down\n", static_cast<double>(proxy.takeUp()) / 1e6,
                static_cast<double>(proxy.takeDown()) / 1e6);
    std::printf("  peak memory: workstation %.0f MB (%.0f MB before), server %.0f MB\n", peakMemory(), before,
                Tests::Usage::memory(server.pid(), "VmHWM"));
}

/// First syncs with a snapshot that is there already. The processor's time is given too: on a computer that others use
/// it says more.
void snapshots(int vehicles)
{
    constexpr int Stores = 5;
    Tests::ServerProcess server;
    std::printf("\nFirst sync by a ready snapshot, %d vehicles\n", vehicles);
    std::fflush(stdout);
    startDealership(server, vehicles);
    Samples rates;
    Samples processor;
    for (int i = 0; i <= Stores; ++i) {
        Workstation workstation;
        require(inLoop(workstation.sync.signIn(server.url(), u"aicha"_s, u"forecourt"_s)));
        const double used = Tests::Usage::processorSeconds(QCoreApplication::applicationPid());
        const double msecs =
            timed([&] { require(inLoop(workstation.sync.settle(Patience, SyncClient::Files::LeaveOut))); });
        const double busy = Tests::Usage::processorSeconds(QCoreApplication::applicationPid()) - used;
        const int rows = countRows(*workstation.store, u"vehicles"_s) + countRows(*workstation.store, u"photos"_s);
        std::printf("  %s %6d rows in %6.0f ms, %7.0f rows/s   processor %5.0f ms\n", i == 0 ? "pages   " : "snapshot",
                    rows, msecs, rows * 1000 / msecs, busy * 1000);
        std::fflush(stdout);
        // The first store is the one that the server makes the snapshot for.
        if (i == 0)
            continue;
        rates.add(rows * 1000 / msecs);
        processor.add(busy * 1000);
    }
    std::printf("  median %.0f rows/s, processor %.0f ms; peak memory: workstation %.0f MB, server %.0f MB\n",
                rates.quantile(0.5), processor.quantile(0.5), peakMemory(),
                Tests::Usage::memory(server.pid(), "VmHWM"));
}

}  // namespace

int benchSync()
{
    Tests::ServerProcess server;
    const auto account =
        server.run({u"user"_s, u"add"_s, u"bench"_s, u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s},
                   "lane yellow van\n");
    if (account.code != 0 || !server.start())
        qFatal("the server did not start: %s", account.err.constData());
    heading("Sync");
    SyncBench bench(server.url());
    bench.push();
    bench.pull();
    bench.bulk();
    bench.single();
    std::printf("  peak memory of both workstations together %.0f MB\n", peakMemory());
    return 0;
}

}  // namespace Forecourt::Bench

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    qputenv("FORECOURT_BIN_DIR", QCoreApplication::applicationDirPath().toUtf8());
    const QStringList arguments = QCoreApplication::arguments();
    const int vehicles = std::max(1, arguments.value(2, QStringLiteral("100000")).toInt());
    if (arguments.value(1) == QStringLiteral("--first")) {
        Forecourt::Bench::first(vehicles);
        return 0;
    }
    if (arguments.value(1) == QStringLiteral("--snapshot")) {
        Forecourt::Bench::snapshots(vehicles);
        return 0;
    }
    return Forecourt::Bench::benchSync();
}
