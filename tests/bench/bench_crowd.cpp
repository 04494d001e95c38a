// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/clock.h"
#include "models/store/schema.h"
#include "sync/protocol/limits.h"
#include "sync/server/accounts.h"
#include "sync/server/storageengine.h"
#include "sync/server/storelocation.h"
#include "tests/bench/crowdclients.h"
#include "tests/bench/figures.h"
#include "tests/support/signedindevice.h"
#include "tests/sync/serverprocess.h"
#include "tests/sync/serverusage.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>

#include <sys/resource.h>

#include <set>

// Prints what many workstations at once cost a real server process: memory and processor while they are idle, while
// they edit, and when they come back together after a night; and what two servers on one PostgreSQL do, one of which is
// killed in the middle. The workstations are bare sockets, so that the figures are the server's.

namespace Forecourt::Bench {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
namespace Usage = Tests::Usage;

namespace {

constexpr int Vehicles = 10'000;
constexpr int Patience = 300'000;
const QStringList Wide{u"--max-waiting"_s, u"100000"_s,         u"--max-waiting-per-address"_s,
                       u"100000"_s,        u"--max-sessions"_s, u"100000"_s};

std::uint16_t field(const char* name)
{
    return Schema::current().table(Table::Vehicles).field(QString::fromLatin1(name))->number;
}

void print(const char* what, double value, const char* unit)
{
    std::printf("  %-58s %10.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

/// Signs so many devices in for ever, without a password being hashed for each. Their tokens are t0, t1, … Returns
/// their ordinals.
std::vector<std::uint32_t> enrol(const StoreLocation& location, size_t devices)
{
    static const SystemClock clock;
    StorageEngine engine(require(location.open()), Schema::current(), clock);
    require(engine.prepare());
    ServerStorage& storage = engine.storage();
    const Account account{Uuid::create(), u"bench"_s, u"Bench"_s, u"owner"_s, "hash", false, {}};
    require(storage.putAccount(account));
    std::vector<std::uint32_t> ordinals;
    require(storage.begin());
    for (size_t i = 0; i < devices; ++i) {
        const QByteArray token = "t" + QByteArray::number(static_cast<qulonglong>(i));
        const auto device =
            require(storage.enrol(Uuid::create(), account.user, QString::fromLatin1(token), clock.now()));
        Tests::signInForEver(storage, device.ordinal, account.user, token);
        ordinals.push_back(device.ordinal);
    }
    require(storage.commit());
    return ordinals;
}

/// Workstations, and the vehicles that they edit.
class Crowd {
public:
    explicit Crowd(std::vector<std::uint32_t> ordinals)
        : m_edited(field("year")), m_ordinals(std::move(ordinals)), m_clients(m_edited)
    {
        for (size_t i = 0; i < m_ordinals.size(); ++i)
            m_clients.add("t" + QByteArray::number(static_cast<qulonglong>(i)));
    }

    CrowdClients& clients() { return m_clients; }
    const std::vector<Uuid>& vehicles() const { return m_vehicles; }

    /// Connects these, a few at a time, and waits until they are up to date.
    void join(size_t from, size_t upto, quint16 port)
    {
        for (size_t i = from; i < upto; ++i) {
            m_clients.join(i, port);
            const size_t ahead = std::min<size_t>(i - from, 32);
            wait([&] { return m_clients.at(i - ahead).live || m_clients.at(i - ahead).failed; },
                 "no answer to a hello");
            if (m_clients.at(i - ahead).failed)
                qFatal("workstation %zu did not get in: %s", i - ahead, qPrintable(m_clients.at(i - ahead).bye));
        }
        wait([&] { return areCurrent(from, upto); }, "not all came up to date");
    }
    bool areCurrent(size_t from, size_t upto)
    {
        for (size_t i = from; i < upto; ++i) {
            if (!m_clients.at(i).live || m_clients.at(i).cursor < m_clients.at(i).seq)
                return false;
        }
        return true;
    }
    void wait(const std::function<bool()>& done, const char* problem)
    {
        if (!m_clients.run(done, Patience))
            qFatal("%s", problem);
    }

    Wire::Op newVehicle(size_t client)
    {
        static const QString makes[] = {u"Toyota"_s, u"Honda"_s, u"Nissan"_s, u"Hyundai"_s};
        Wire::Op op = begin(client, Uuid::create());
        op.create = true;
        const auto number = static_cast<int>(m_vehicles.size());
        op.fields = {{field("stock_number"), u"C%1"_s.arg(number, 6, 10, QChar(u'0')), {}},
                     {m_edited, qlonglong(2008 + number % 18), {}},
                     {field("make"), makes[number % 4], {}},
                     {field("model"), u"Model %1"_s.arg(number % 97), {}},
                     {field("body"), u"Sedan"_s, {}},
                     {field("fuel"), u"Petrol"_s, {}},
                     {field("color"), u"Silver"_s, {}},
                     {field("odometer_km"), qlonglong(1000 + number), {}},
                     {field("asking_minor"), qlonglong(2'495'000 + number), {}},
                     {field("asking_currency"), u"CAD"_s, {}}};
        m_vehicles.push_back(op.id);
        m_clocks.push_back(op.clock);
        return op;
    }
    /// Sets the year of a vehicle to a value that tells which edit it was.
    Wire::Op edit(size_t client, size_t vehicle, qint64 value)
    {
        Wire::Op op = begin(client, m_vehicles[vehicle]);
        op.fields = {{m_edited, qlonglong(value), m_clocks[vehicle]}};
        m_clocks[vehicle] = op.clock;
        return op;
    }
    /// Fills the server through one workstation.
    void fill(size_t client, int vehicles)
    {
        for (int done = 0; done < vehicles; done += Wire::BatchRows) {
            std::vector<Wire::Op> ops;
            for (int i = done; i < std::min(vehicles, done + Wire::BatchRows); ++i)
                ops.push_back(newVehicle(client));
            m_clients.push(client, ops);
            wait([&] { return m_clients.at(client).acknowledged >= m_clients.at(client).opid; }, "no answer");
        }
    }

private:
    Wire::Op begin(size_t client, Uuid id)
    {
        Wire::Op op;
        op.opid = ++m_clients.at(client).opid;
        op.txn = op.opid;
        op.table = static_cast<std::uint16_t>(Table::Vehicles);
        op.id = id;
        m_stamp = std::max(m_stamp + 1, static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()) << 16);
        op.clock = {m_stamp, m_ordinals[client]};
        return op;
    }

    const std::uint16_t m_edited;
    const std::vector<std::uint32_t> m_ordinals;
    CrowdClients m_clients;
    std::vector<Uuid> m_vehicles;
    std::vector<Hlc> m_clocks;  ///< of their years
    std::uint64_t m_stamp = 0;
};

quint16 portOf(const ServerProcess& server)
{
    return static_cast<quint16>(server.url().port());
}

/// Edits at a steady rate from random workstations, and how long each takes to each of the others.
void benchEdits(Crowd& crowd, const ServerProcess& server, int perSecond, int seconds)
{
    CrowdClients& clients = crowd.clients();
    Samples arrivals;
    Samples last;
    const int edits = perSecond * seconds;
    std::vector<qint64> sentAt(static_cast<size_t>(edits));
    std::vector<size_t> missing(static_cast<size_t>(edits), clients.size() - 1);
    qint64 arrived = 0;
    QElapsedTimer time;
    static qint64 given = 10'000'000;
    const qint64 base = given;
    given += edits;
    clients.setOnRow([&](size_t, const Wire::Row&, qint64 value) {
        if (value < base || value >= base + edits)
            return;
        const auto edit = static_cast<size_t>(value - base);
        const double msecs = static_cast<double>(time.nsecsElapsed() - sentAt[edit]) / 1e6;
        arrivals.add(msecs);
        ++arrived;
        if (--missing[edit] == 0)
            last.add(msecs);
    });
    QRandomGenerator random(1);
    const double processor = Usage::processorSeconds(server.pid());
    clients.pages = clients.bytesIn = 0;
    time.start();
    int sent = 0;
    const auto all = static_cast<qint64>(clients.size() - 1) * edits;
    const bool complete = clients.run(
        [&] {
            for (; sent < edits && time.nsecsElapsed() >= sent * 1'000'000'000LL / perSecond; ++sent) {
                const auto client = random.bounded(static_cast<quint32>(clients.size()));
                sentAt[static_cast<size_t>(sent)] = time.nsecsElapsed();
                // Each vehicle once, so that no edit hides another.
                clients.push(client,
                             {crowd.edit(client, static_cast<size_t>(sent) % crowd.vehicles().size(), base + sent)});
            }
            return sent == edits && arrived >= all;
        },
        Patience);
    clients.setOnRow({});
    const double took = static_cast<double>(time.nsecsElapsed()) / 1e9;
    std::printf(" %d edits/s for %d s, to %zu others%s\n", perSecond, seconds, clients.size() - 1,
                complete ? "" : ": NOT ALL ARRIVED");
    print("edit to each of the others, p50", arrivals.quantile(0.5), "ms");
    print("  p99", arrivals.quantile(0.99), "ms");
    print("until the last of the others has it, p50", last.quantile(0.5), "ms");
    print("all had arrived after", took, "s");
    print("processor of the server", (Usage::processorSeconds(server.pid()) - processor) / took * 100, "%");
    print("pages a second", static_cast<double>(clients.pages) / took, "");
    print("memory of the server", Usage::memory(server.pid()), "MB");
}

/// One edit after the other, at rest otherwise.
void benchSingle(Crowd& crowd, int edits)
{
    CrowdClients& clients = crowd.clients();
    Samples first;
    Samples each;
    constexpr qint64 First = 20'000'000;
    for (int i = 0; i < edits; ++i) {
        size_t arrived = 0;
        QElapsedTimer time;
        clients.setOnRow([&](size_t, const Wire::Row&, qint64 value) {
            if (value != First + i)
                return;
            const double msecs = static_cast<double>(time.nsecsElapsed()) / 1e6;
            if (++arrived == 1)
                first.add(msecs);
            each.add(msecs);
        });
        time.start();
        clients.push(0, {crowd.edit(0, crowd.vehicles().size() - 1 - static_cast<size_t>(i), First + i)});
        crowd.wait([&] { return arrived + 1 == clients.size(); }, "an edit did not arrive everywhere");
    }
    clients.setOnRow({});
    std::printf(" single edits, one after the other\n");
    print("edit to the first of the others, p50", first.quantile(0.5), "ms");
    print("  p99", first.quantile(0.99), "ms");
    print("edit to each of the others, p50", each.quantile(0.5), "ms");
    print("  p99", each.quantile(0.99), "ms");
}

void benchCrowd(size_t workstations)
{
    std::printf("%zu workstations\n", workstations);
    ServerProcess server;
    const auto ordinals = enrol({server.data(), {}}, workstations);
    if (!server.start(Wide))
        qFatal("forecourt-server does not start");
    Crowd crowd(ordinals);
    crowd.join(0, 1, portOf(server));
    crowd.fill(0, Vehicles);
    const double before = Usage::memory(server.pid());
    print("memory of the server with 10,000 vehicles and one session", before, "MB");
    // They come as if they had everything: their first sync is another figure.
    CrowdClients& clients = crowd.clients();
    clients.leave(0);
    crowd.join(0, 1, portOf(server));
    for (size_t i = 1; i < workstations; ++i) {
        clients.at(i).epoch = clients.at(0).epoch;
        clients.at(i).view = clients.at(0).view;
        clients.at(i).cursor = clients.at(0).seq;
    }
    const double joining = timed([&] { crowd.join(1, workstations, portOf(server)); });
    print("all connected after", joining / 1000, "s");
    const double after = Usage::memory(server.pid());
    print("memory of the server", after, "MB");
    print("memory of a session", (after - before) * 1024 / static_cast<double>(workstations), "KB");
    const double processor = Usage::processorSeconds(server.pid());
    clients.run([] { return false; }, 10'000);
    print("processor of the server, all idle", (Usage::processorSeconds(server.pid()) - processor) * 10, "%");
    benchSingle(crowd, 50);
    benchEdits(crowd, server, 20, 5);
    benchEdits(crowd, server, 200, 5);
    print("peak memory of the server", Usage::memory(server.pid(), "VmHWM"), "MB");
    server.stop();
}

void benchNight()
{
    constexpr size_t Workstations = 50;
    constexpr int Changed = 2'000;
    std::printf("50 workstations after a night with 2,000 changed rows\n");
    ServerProcess server;
    const auto ordinals = enrol({server.data(), {}}, Workstations);
    if (!server.start(Wide))
        qFatal("forecourt-server does not start");
    Crowd crowd(ordinals);
    crowd.join(0, 1, portOf(server));
    crowd.fill(0, Vehicles);
    crowd.join(0, Workstations, portOf(server));
    for (size_t i = 1; i < Workstations; ++i)
        crowd.clients().leave(i);
    for (int done = 0; done < Changed; done += Wire::BatchRows) {
        std::vector<Wire::Op> ops;
        for (int i = done; i < done + Wire::BatchRows; ++i)
            ops.push_back(crowd.edit(0, static_cast<size_t>(i), 30'000'000 + i));
        crowd.clients().push(0, ops);
        crowd.wait([&] { return crowd.clients().at(0).acknowledged >= crowd.clients().at(0).opid; }, "no answer");
    }
    for (const bool restarted : {false, true}) {
        std::vector<CrowdClients::Client> asleep;
        for (size_t i = 1; i < Workstations; ++i)
            asleep.push_back(crowd.clients().at(i));
        if (restarted) {
            server.stop();
            if (!server.start(Wide))
                qFatal("forecourt-server does not start");
        }
        Samples each;
        std::set<size_t> done;
        crowd.clients().bytesIn = 0;
        QElapsedTimer time;
        time.start();
        for (size_t i = 1; i < Workstations; ++i)
            crowd.clients().join(i, portOf(server));
        crowd.wait(
            [&] {
                for (size_t i = 1; i < Workstations; ++i) {
                    if (!done.contains(i) && crowd.areCurrent(i, i + 1)) {
                        done.insert(i);
                        each.add(static_cast<double>(time.nsecsElapsed()) / 1e6);
                    }
                }
                return done.size() == Workstations - 1;
            },
            "not all caught up");
        std::printf(restarted ? " from the store: the server was started anew\n" : " the server went on all night\n");
        print("until all are up to date", each.quantile(1), "ms");
        print("p99", each.quantile(0.99), "ms");
        print("p50", each.quantile(0.5), "ms");
        print("bytes to all of them", static_cast<double>(crowd.clients().bytesIn) / 1e6, "MB");
        print("peak memory of the server", Usage::memory(server.pid(), "VmHWM"), "MB");
        for (size_t i = 1; i < Workstations; ++i) {
            crowd.clients().leave(i);
            crowd.clients().at(i).cursor = asleep[i - 1].cursor;
            crowd.clients().at(i).view = asleep[i - 1].view;
        }
    }
    server.stop();
}

/// Workstations that push as fast as they are answered, in turns at each server. With `killed`, the second server dies
/// half-way and its workstations go to the first.
void benchPushes(const QString& name, const QString& database, bool two, bool killed)
{
    constexpr size_t Workstations = 16;
    constexpr int Batches = 60;
    constexpr int BatchRows = 20;
    ServerProcess one(database);
    ServerProcess other(ServerProcess::Beside{one});
    const auto ordinals = enrol({one.data(), require(PostgresAddress::parse(database))}, Workstations + 1);
    if (!one.start(Wide) || (two && !other.start(Wide)))
        qFatal("forecourt-server does not start");
    Crowd crowd(ordinals);
    CrowdClients& clients = crowd.clients();
    std::vector<std::vector<Wire::Op>> waiting(Workstations);
    std::set<Uuid> acknowledged;
    std::vector<int> batches(Workstations, 0);
    for (size_t i = 0; i < Workstations; ++i) {
        clients.at(i).reads = false;
        clients.join(i, portOf(two && i % 2 == 1 ? other : one));
        crowd.wait([&] { return clients.at(i).live; }, "a workstation did not get in");
    }
    const int all = static_cast<int>(Workstations) * Batches;
    int done = 0;
    bool dead = false;
    std::set<size_t> again;
    QElapsedTimer time;
    time.start();
    crowd.wait(
        [&] {
            if (killed && !dead && done >= all / 2) {
                other.kill();
                dead = true;
            }
            for (size_t i = 0; i < Workstations; ++i) {
                CrowdClients::Client& self = clients.at(i);
                if (self.failed) {
                    clients.join(i, portOf(one));
                    again.insert(i);
                    continue;
                }
                if (!self.live)
                    continue;
                // What was not answered goes again over a new connection.
                const bool resend = again.erase(i) > 0;
                if (!waiting[i].empty()) {
                    if (self.acknowledged >= waiting[i].back().opid) {
                        for (const Wire::Op& op : waiting[i])
                            acknowledged.insert(op.id);
                        waiting[i].clear();
                        ++batches[i];
                        ++done;
                    } else if (resend) {
                        clients.push(i, waiting[i]);
                    }
                }
                if (waiting[i].empty() && batches[i] < Batches) {
                    for (int row = 0; row < BatchRows; ++row)
                        waiting[i].push_back(crowd.newVehicle(i));
                    clients.push(i, waiting[i]);
                }
            }
            return done == all;
        },
        "not all was answered");
    const double seconds = static_cast<double>(time.nsecsElapsed()) / 1e9;
    std::printf(" %s\n", qPrintable(name));
    print("pushes", all / seconds, "/s");
    print("vehicles stored", all * BatchRows / seconds, "/s");
    if (killed) {
        std::set<Uuid> present;
        clients.setOnRow([&](size_t, const Wire::Row& row, qint64) { present.insert(row.id); });
        crowd.join(Workstations, Workstations + 1, portOf(one));
        size_t lost = 0;
        for (const Uuid id : acknowledged)
            lost += present.contains(id) ? 0 : 1;
        std::printf("  acknowledged=%zu lost=%zu\n", acknowledged.size(), lost);
    }
    print("peak memory of a server", Usage::memory(one.pid(), "VmHWM"), "MB");
    one.stop();
}

void benchServers()
{
    std::printf("PostgreSQL, every commit on the disk: 16 workstations that push 20 vehicles at a time\n");
    if (!Tests::PostgresServer::isInstalled()) {
        std::printf("%s\n", Tests::PostgresServer::Missing);
        return;
    }
    Tests::PostgresServer postgres(Tests::PostgresServer::Fsync::On);
    benchPushes(u"one server"_s, postgres.newDatabase(), false, false);
    benchPushes(u"two servers"_s, postgres.newDatabase(), true, false);
    benchPushes(u"two servers, one of them killed half-way"_s, postgres.newDatabase(), true, true);
}

}  // namespace

int runCrowd()
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"workstations"_s, u"How many (default: 1000)."_s, u"N"_s, u"1000"_s},
                       {u"night"_s, u"50 workstations that catch up after a night."_s},
                       {u"servers"_s, u"2: two servers on one PostgreSQL."_s, u"N"_s}});
    parser.process(QCoreApplication::arguments());
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    if (parser.isSet(u"night"_s))
        benchNight();
    if (parser.isSet(u"servers"_s))
        benchServers();
    if (parser.isSet(u"workstations"_s) || (!parser.isSet(u"night"_s) && !parser.isSet(u"servers"_s)))
        benchCrowd(static_cast<size_t>(std::max(2, parser.value(u"workstations"_s).toInt())));
    return 0;
}

}  // namespace Forecourt::Bench

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    qputenv("FORECOURT_BIN_DIR", QCoreApplication::applicationDirPath().toUtf8());
    return Forecourt::Bench::runCrowd();
}
