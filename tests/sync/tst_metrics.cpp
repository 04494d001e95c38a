// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/metricsaccess.h"
#include "tests/sync/serverprocess.h"

#include <QFile>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
using Tests::ServerSocket;

namespace {

constexpr auto MetricsPassword = "correct horse";
constexpr auto MetricsToken = "a token of more than sixteen letters";

/// The value of one line, by all that stands before it.
double figure(const QByteArray& text, const QByteArray& name)
{
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith(name + ' '))
            return line.sliced(name.size() + 1).toDouble();
    }
    return -1;
}

}  // namespace

/// What a real server says of itself to those who run it.
class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatPasses()
    {
        ServerProcess server;
        QVERIFY(server.start());
        addUser(server);
        QCOMPARE(server.signIn(u"awa"_s, u"wrong"_s).status, 401);
        ServerSocket one;
        QVERIFY(one.open(server, token(server, 1)));
        const auto welcome = one.next<Wire::Welcome>();
        QVERIFY(welcome);
        ServerSocket other;
        QVERIFY(other.open(server, token(server, 2)));
        QVERIFY(other.next<Wire::Welcome>());

        Wire::Op car;
        car.opid = 1;
        car.table = 3;
        car.id = Uuid::create();
        car.create = true;
        car.clock = {static_cast<std::uint64_t>(welcome->serverTime) << 16, 0};
        car.fields = {{2, u"VIN-1"_s, {}}};
        one.send(Wire::Push{{car}});
        QVERIFY(one.next<Wire::Pushed>());
        QVERIFY(arrives(other, car.id));
        Wire::Op unknown = car;
        unknown.opid = 2;
        unknown.table = 3'000;
        one.send(Wire::Push{{unknown}});
        const auto refused = one.next<Wire::Pushed>();
        QVERIFY(refused && refused->exceptions.size() == 1);

        const QByteArray text = server.get(u"/metrics"_s).text;
        QVERIFY2(text.contains("forecourt_build_info{version=\"" FORECOURT_VERSION "\""), text);
        QCOMPARE(figure(text, "forecourt_sessions{socket=\"rows\"}"), 2);
        QCOMPARE(figure(text, "forecourt_sessions{socket=\"files\"}"), 0);
        QCOMPARE(figure(text, "forecourt_pushes_total"), 2);
        QCOMPARE(figure(text, "forecourt_received_operations_total"), 2);
        QCOMPARE(figure(text, "forecourt_refused_operations_total"), 1);
        QVERIFY2(figure(text, "forecourt_sent_rows_total") >= 1, text);
        QVERIFY2(figure(text, "forecourt_received_bytes_total{socket=\"rows\"}") > 100, text);
        QVERIFY2(figure(text, "forecourt_sent_bytes_total{socket=\"rows\"}") > 100, text);
        QCOMPARE(figure(text, "forecourt_sign_ins_total{status=\"200\"}"), 2);
        QCOMPARE(figure(text, "forecourt_sign_in_failures_total"), 1);
        QVERIFY2(figure(text, "forecourt_storage_seconds_count") >= 4, text);
        QCOMPARE(figure(text, "forecourt_storage_seconds_bucket{le=\"+Inf\"}"),
                 figure(text, "forecourt_storage_seconds_count"));
        QVERIFY2(figure(text, "forecourt_disk_free_bytes") > 0, text);
        QCOMPARE(figure(text, "forecourt_queue_length{queue=\"storage\"}"), 0);
    }

    void countsAConflict()
    {
        ServerProcess server;
        QVERIFY(server.start());
        addUser(server);
        ServerSocket one;
        QVERIFY(one.open(server, token(server, 1)));
        const auto welcome = one.next<Wire::Welcome>();
        ServerSocket other;
        QVERIFY(other.open(server, token(server, 2)));
        QVERIFY(other.next<Wire::Welcome>());
        Wire::Op car;
        car.opid = 1;
        car.table = 3;
        car.id = Uuid::create();
        car.create = true;
        car.clock = {static_cast<std::uint64_t>(welcome->serverTime) << 16, 0};
        car.fields = {{2, u"VIN-1"_s, {}}};
        one.send(Wire::Push{{car}});
        QVERIFY(one.next<Wire::Pushed>());
        QVERIFY(arrives(other, car.id));
        // Both set another value, and neither had seen that of the other.
        for (ServerSocket* socket : {&one, &other}) {
            Wire::Op edit = car;
            edit.opid = socket == &one ? 2 : 1;
            edit.create = false;
            edit.clock.stamp += socket == &one ? 2 : 1;
            edit.fields = {{2, socket == &one ? u"VIN-2"_s : u"VIN-3"_s, car.clock}};
            socket->send(Wire::Push{{edit}});
            QVERIFY(socket->next<Wire::Pushed>());
        }
        const QByteArray text = server.get(u"/metrics"_s).text;
        QCOMPARE(figure(text, "forecourt_merged_operations_total"), 1);
        QCOMPARE(figure(text, "forecourt_conflicts_total"), 1);
    }

    void givesFiguresToThisComputerAndToWhoKnowsTheToken()
    {
        ServerProcess server;
        QFile file(server.file(u"metrics.token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(MetricsToken) > 0);
        file.close();
        QVERIFY(server.start({u"--metrics-token-file"_s, file.fileName()}));
        const QByteArray right = QByteArray("Bearer ") + MetricsToken;
        QCOMPARE(server.get(u"/metrics"_s).status, 200);
        QCOMPARE(server.get(u"/metrics"_s).headers.value("content-type"),
                 QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        // Behind a proxy on this computer is the whole world.
        for (const QByteArray name : {"X-Forwarded-For", "Forwarded"}) {
            QCOMPARE(server.get(u"/metrics"_s, {{name, "10.0.0.7"}}).status, 401);
            QCOMPARE(server.get(u"/metrics"_s, {{name, ""}}).status, 401);
            QCOMPARE(server.get(u"/metrics"_s, {{name, "10.0.0.7"}, {"Authorization", right + 'x'}}).status, 401);
            const auto known = server.get(u"/metrics"_s, {{name, "10.0.0.7"}, {"Authorization", right}});
            QCOMPARE(known.status, 200);
            QVERIFY(known.text.contains("forecourt_build_info"));
        }
        const QHostAddress elsewhere(u"10.0.0.7"_s);
        QVERIFY(!MetricsAccess().allows({}, elsewhere));
        HttpRequest empty;
        empty.headers.insert("authorization", "Bearer ");
        QVERIFY(!MetricsAccess().allows(empty, elsewhere));
        QVERIFY(!MetricsAccess(MetricsToken).allows(empty, elsewhere));

        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("short") > 0);
        file.close();
        QCOMPARE(server.run({u"--metrics-token-file"_s, file.fileName(), u"--listen"_s, u"127.0.0.1:0"_s}).code, 3);
        server.stop();
        QCOMPARE(server.run({u"--metrics-token-file"_s, file.fileName(), u"--listen"_s, u"127.0.0.1:0"_s}).code, 1);
    }

    void isNotWellWhenTheDiskIsNearlyFull()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--min-free-disk"_s, u"1000000000"_s}));
        const auto health = server.get(u"/healthz"_s);
        QCOMPARE(health.status, 503);
        QCOMPARE(health.json.value("status"_L1).toString(), u"fault"_s);
        QCOMPARE(health.json.value("problems"_L1).toArray(), QJsonArray{u"disk"_s});
        server.stop();
        QVERIFY(server.start());
        QCOMPARE(server.get(u"/healthz"_s).json.value("problems"_L1).toArray(), QJsonArray());
    }

private:
    static void addUser(ServerProcess& server)
    {
        QCOMPARE(
            server
                .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"manager"_s, u"--keep"_s, u"--password-stdin"_s},
                     MetricsPassword)
                .code,
            0);
    }
    static QByteArray token(ServerProcess& server, quint64 device)
    {
        return server.signIn(u"awa"_s, QString::fromLatin1(MetricsPassword), ServerProcess::deviceIdOf(device))
            .json.value("token"_L1)
            .toString()
            .toLatin1();
    }
    static bool arrives(ServerSocket& socket, Uuid row)
    {
        while (const auto page = socket.next<Wire::Page>()) {
            socket.send(Wire::Ack{page->upto});
            if (std::ranges::any_of(page->rows, [row](const Wire::Row& found) { return found.id == row; }))
                return true;
        }
        return false;
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::MetricsTest)
#include "tst_metrics.moc"
