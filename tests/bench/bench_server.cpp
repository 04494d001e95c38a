// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/serverprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>
#include <optional>

// Prints what forecourt-server does on SQLite and on PostgreSQL, alone and two beside each other: a real process on a
// real disk, with bare sockets as workstations, so that no workstation's store is part of the figures. Every push is on
// the disk before it is answered.

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
using Tests::ServerSocket;

namespace {

constexpr int BenchRows = 10'000;
constexpr int BenchEdits = 1'000;

QByteArray benchSignIn(ServerProcess& server, quint64 device)
{
    return server.signIn(u"bench"_s, u"lane yellow van"_s, ServerProcess::deviceIdOf(device))
        .json.value("token"_L1)
        .toString()
        .toLatin1();
}

/// A vehicle with the fields that a dealer fills in.
Wire::Op benchVehicle(qint64 opid, UtcMs now, QRandomGenerator& random)
{
    static const QByteArray places[] = {QByteArray(16, '\1'), QByteArray(16, '\2'), QByteArray(16, '\3')};
    static const QString makes[] = {u"Toyota"_s, u"Honda"_s, u"Nissan"_s, u"Hyundai"_s};
    static const QString models[] = {u"Corolla"_s, u"Civic"_s, u"Qashqai"_s, u"Tucson"_s};
    static const QString colors[] = {u"Silver"_s, u"Black"_s, u"White"_s, u"Blue"_s};
    QString vin;
    for (int i = 0; i < 17; ++i)
        vin += u"0123456789ABCDEFGHJKLMNPRSTUVWXYZ"_s.at(random.bounded(33));
    const int car = random.bounded(4);
    Wire::Op op;
    op.opid = opid;
    op.txn = opid / 250;
    op.table = 3;
    op.id = Uuid::fromParts(now + opid, random.generate64(), random.generate64());
    op.create = true;
    op.clock = {(static_cast<std::uint64_t>(now) << 16) + static_cast<std::uint64_t>(opid), 0};
    op.fields = {{1, u"T-%1"_s.arg(10'000 + opid), {}},
                 {2, vin, {}},
                 {3, qlonglong(2008 + random.bounded(18)), {}},
                 {4, makes[car], {}},
                 {5, models[car], {}},
                 {6, u"LE"_s, {}},
                 {7, u"Sedan"_s, {}},
                 {8, u"1.8 L"_s, {}},
                 {9, u"Automatic"_s, {}},
                 {11, u"Petrol"_s, {}},
                 {12, 4LL, {}},
                 {13, 5LL, {}},
                 {14, colors[random.bounded(4)], {}},
                 {16, qlonglong(random.bounded(250'000)), {}},
                 {18, places[random.bounded(3)], {}},
                 {21, qlonglong(random.bounded(7)), {}},
                 {22, qlonglong(now - random.bounded(90) * 86'400'000LL), {}},
                 {23, qlonglong(random.bounded(4'000'000)), {}},
                 {24, u"CAD"_s, {}},
                 {25, qlonglong(random.bounded(3'000'000)), {}},
                 {26, u"CAD"_s, {}},
                 {30, qlonglong(now), {}},
                 {31, qlonglong(now), {}}};
    return op;
}

double benchPeakMemory(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

void benchPrint(const char* what, double value, const char* unit)
{
    std::printf("%-48s %10.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

void benchOneServer(ServerProcess& server)
{
    if (!server.start())
        qFatal("forecourt-server does not start");
    server.run({u"user"_s, u"add"_s, u"bench"_s, u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s},
               "lane yellow van");
    QRandomGenerator random(1);
    ServerSocket a;
    a.open(server, benchSignIn(server, 1));
    const UtcMs now = a.next<Wire::Welcome>()->serverTime;

    std::vector<Wire::Op> ops;
    for (qint64 opid = 1; opid <= BenchRows; ++opid)
        ops.push_back(benchVehicle(opid, now, random));
    qsizetype bytes = 0;
    QElapsedTimer timer;
    timer.start();
    int ahead = 0;
    for (size_t from = 0; from < ops.size(); from += Wire::BatchRows) {
        const auto begin = ops.begin() + static_cast<std::ptrdiff_t>(from);
        const QByteArray message = Wire::encode(Wire::Push{{begin, begin + Wire::BatchRows}});
        bytes += message.size();
        a.socket().sendBinaryMessage(message);
        if (++ahead == 4) {
            a.next<Wire::Pushed>();
            --ahead;
        }
    }
    for (; ahead > 0; --ahead)
        a.next<Wire::Pushed>();
    benchPrint("push of 10,000 vehicles", BenchRows * 1000.0 / static_cast<double>(timer.elapsed()), "rows/s");
    benchPrint("  bytes up", static_cast<double>(bytes) / 1e6, "MB");

    const QByteArray token = benchSignIn(server, 2);
    ServerSocket b;
    qsizetype down = 0;
    QObject::connect(&b.socket(), &QWebSocket::binaryMessageReceived, &b.socket(),
                     [&down](const QByteArray& message) { down += message.size(); });
    timer.start();
    b.open(server, token);
    const qint64 newest = b.next<Wire::Welcome>()->seq;
    for (qint64 cursor = 0; cursor < newest;) {
        cursor = b.next<Wire::Page>()->upto;
        b.send(Wire::Ack{cursor});
    }
    benchPrint("pull of 10,000 vehicles", BenchRows * 1000.0 / static_cast<double>(timer.elapsed()), "rows/s");
    benchPrint("  bytes down", static_cast<double>(down) / 1e6, "MB");

    std::vector<double> milliseconds;
    qint64 opid = BenchRows;
    down = bytes = 0;
    const auto edit = [&](size_t row) {
        Wire::Op op;
        op.opid = ++opid;
        op.txn = opid;
        op.table = 3;
        op.id = ops[row].id;
        op.clock = {ops[row].clock.stamp + 10'000'000 + static_cast<std::uint64_t>(opid), 0};
        op.fields = {{16, qlonglong(300'000 + opid), {}}};
        return op;
    };
    for (int i = 0; i < BenchEdits; ++i) {
        const QByteArray message = Wire::encode(Wire::Push{{edit(static_cast<size_t>(i))}});
        bytes += message.size();
        QElapsedTimer trip;
        trip.start();
        a.socket().sendBinaryMessage(message);
        const auto page = b.next<Wire::Page>();
        milliseconds.push_back(static_cast<double>(trip.nsecsElapsed()) / 1e6);
        b.send(Wire::Ack{page->upto});
        bytes += Wire::encode(Wire::Ack{page->upto}).size();
        a.next<Wire::Pushed>();
    }
    std::ranges::sort(milliseconds);
    benchPrint("single edit, stored and on the other side, p50", milliseconds[BenchEdits / 2], "ms");
    benchPrint("  p99", milliseconds[BenchEdits * 99 / 100], "ms");
    benchPrint("  bytes up per edit, ack included", static_cast<double>(bytes) / BenchEdits, "B");
    benchPrint("  bytes down per edit", static_cast<double>(down) / BenchEdits, "B");

    Wire::Push first;
    Wire::Push second;
    for (int i = 0; i < BenchEdits; ++i)
        (i < BenchEdits / 2 ? first : second).ops.push_back(edit(static_cast<size_t>(BenchEdits + i)));
    down = bytes = 0;
    timer.start();
    for (const Wire::Push* push : {&first, &second}) {
        const QByteArray message = Wire::encode(*push);
        bytes += message.size();
        a.socket().sendBinaryMessage(message);
    }
    for (int rows = 0; rows < BenchEdits;) {
        const auto page = b.next<Wire::Page>();
        rows += static_cast<int>(page->rows.size());
        b.send(Wire::Ack{page->upto});
    }
    benchPrint("1,000 one-field edits to the other side", static_cast<double>(timer.elapsed()), "ms");
    benchPrint("  bytes up and down", static_cast<double>(bytes + down) / 1000, "KB");
    benchPrint("peak memory of the server", benchPeakMemory(server.pid()), "MB");
    server.stop();
}

/// Rows per second of eight workstations that push batches of 100 new vehicles at the same time, in turns to each
/// server.
double benchPushes(const std::vector<ServerProcess*>& servers, quint64 firstDevice)
{
    constexpr size_t Workstations = 8;
    constexpr int Batches = 20;
    constexpr int BatchRows = 100;
    QRandomGenerator random(2);
    std::vector<std::unique_ptr<ServerSocket>> sockets;
    std::vector<std::vector<QByteArray>> messages(Workstations);
    for (size_t i = 0; i < Workstations; ++i) {
        ServerProcess& server = *servers[i % servers.size()];
        sockets.push_back(std::make_unique<ServerSocket>());
        // What others push is not read: these figures are of writing.
        sockets.back()->open(server, benchSignIn(server, firstDevice + i));
        const UtcMs now = sockets.back()->next<Wire::Welcome>()->serverTime;
        for (int batch = 0; batch < Batches; ++batch) {
            Wire::Push push;
            for (int row = 0; row < BatchRows; ++row)
                push.ops.push_back(benchVehicle(batch * BatchRows + row + 1, now, random));
            messages[i].push_back(Wire::encode(push));
        }
    }
    QElapsedTimer timer;
    timer.start();
    for (int batch = 0; batch < Batches; ++batch) {
        for (size_t i = 0; i < Workstations; ++i)
            sockets[i]->socket().sendBinaryMessage(messages[i][static_cast<size_t>(batch)]);
        for (const auto& socket : sockets) {
            if (!socket->next<Wire::Pushed>())
                qFatal("a push was not answered");
        }
    }
    return static_cast<double>(Workstations) * Batches * BatchRows * 1000.0 / static_cast<double>(timer.elapsed());
}

/// From a push at one server until another server has passed it on.
void benchAcross(ServerProcess& one, ServerProcess& other)
{
    ServerSocket from;
    ServerSocket to;
    QRandomGenerator random(3);
    from.open(one, benchSignIn(one, 900));
    const UtcMs now = from.next<Wire::Welcome>()->serverTime;
    to.open(other, benchSignIn(other, 901));
    const qint64 newest = to.next<Wire::Welcome>()->seq;
    for (qint64 cursor = 0; cursor < newest;) {
        cursor = to.next<Wire::Page>()->upto;
        to.send(Wire::Ack{cursor});
    }
    std::vector<double> milliseconds;
    constexpr int Edits = 200;
    for (int i = 0; i < Edits; ++i) {
        QElapsedTimer trip;
        trip.start();
        from.send(Wire::Push{{benchVehicle(i + 1, now, random)}});
        std::optional<Wire::Page> page;
        do {
            page = to.next<Wire::Page>();
            to.send(Wire::Ack{page->upto});
        } while (page->rows.empty());
        milliseconds.push_back(static_cast<double>(trip.nsecsElapsed()) / 1e6);
        from.next<Wire::Pushed>();
    }
    std::ranges::sort(milliseconds);
    benchPrint("single edit, to a workstation of the other, p50", milliseconds[Edits / 2], "ms");
    benchPrint("  p99", milliseconds[Edits * 99 / 100], "ms");
}

void benchRun()
{
    std::printf("SQLite\n");
    ServerProcess sqlite;
    benchOneServer(sqlite);
    if (!Tests::PostgresServer::isInstalled()) {
        std::printf("%s\n", Tests::PostgresServer::Missing);
        return;
    }
    std::printf("PostgreSQL, every commit on the disk\n");
    Tests::PostgresServer postgres(Tests::PostgresServer::Fsync::On);
    ServerProcess alone(postgres.newDatabase());
    benchOneServer(alone);

    ServerProcess one(postgres.newDatabase());
    ServerProcess other(ServerProcess::Beside{one});
    if (!one.start() || !other.start())
        qFatal("forecourt-server does not start");
    one.run({u"user"_s, u"add"_s, u"bench"_s, u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s},
            "lane yellow van");
    std::printf("PostgreSQL, eight workstations that push at the same time\n");
    benchPrint("one server", benchPushes({&one}, 100), "rows/s");
    benchPrint("two servers", benchPushes({&one, &other}, 200), "rows/s");
    benchAcross(one, other);
    one.stop();
    other.stop();
}

}  // namespace

}  // namespace Forecourt

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    Forecourt::benchRun();
    return 0;
}
