// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/fulldisk.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::newVehicle;
using Tests::ServerProcess;
using Tests::ServerSocket;

#ifdef Q_OS_LINUX

using Tests::setLargestFile;

namespace {

constexpr auto FullPassword = "correct horse";

}  // namespace

#endif

/// A real server whose disk is full, and then is not.
class ServerDiskFullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatItAcknowledgedAndGoesOnByItself()
    {
#ifndef Q_OS_LINUX
        QSKIP("The size of files is limited with prlimit, which Linux has");
#else
        ServerProcess server;
        QVERIFY(server.start());
        QCOMPARE(
            server
                .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"manager"_s, u"--keep"_s, u"--password-stdin"_s},
                     FullPassword)
                .code,
            0);
        const QByteArray token = tokenOf(server, 1);
        const QByteArray reader = tokenOf(server, 2);
        {
            ServerSocket before;
            QVERIFY(before.open(server, reader));
            QVERIFY(before.next<Wire::Welcome>());
        }
        qint64 acknowledged = 0;
        {
            ServerSocket socket;
            QVERIFY(socket.open(server, token));
            const auto welcome = socket.next<Wire::Welcome>();
            QVERIFY(welcome);
            setLargestFile(server, 600'000);
            bool refused = false;
            while (!refused && acknowledged < 50'000) {
                Wire::Push push;
                for (qint64 opid = acknowledged + 1; opid <= acknowledged + 100; ++opid)
                    push.ops.push_back(newVehicle(opid, welcome->serverTime));
                socket.send(push);
                const auto answer = pushedOrBye(socket);
                if (const auto* pushed = std::get_if<Wire::Pushed>(&answer)) {
                    QCOMPARE(pushed->upto, push.ops.back().opid);
                    acknowledged = pushed->upto;
                } else {
                    QCOMPARE(std::get<Wire::Bye>(answer).code, u"fault"_s);
                    refused = true;
                }
            }
            QVERIFY(refused);
            QVERIFY(acknowledged > 0);
        }
        // It lives, and says what is wrong.
        const auto health = server.get(u"/healthz"_s);
        QCOMPARE(health.status, 503);
        QVERIFY2(health.json.value("problems"_L1).toArray().contains(u"write"_s), health.text);
        // Not a byte more can be written, and who is known is let in all the same.
        setLargestFile(server, 1);
        {
            ServerSocket other;
            QVERIFY(other.open(server, reader));
            QVERIFY(other.next<Wire::Welcome>());
        }

        setLargestFile(server, -1);
        ServerSocket again;
        QVERIFY(again.open(server, token));
        const auto welcome = again.next<Wire::Welcome>();
        QVERIFY(welcome);
        QCOMPARE(welcome->pushedOpid, acknowledged);
        again.send(Wire::Push{{newVehicle(acknowledged + 1, welcome->serverTime)}});
        const auto pushed = again.next<Wire::Pushed>();
        QVERIFY(pushed);
        QCOMPARE(pushed->upto, ++acknowledged);
        QTRY_COMPARE(server.get(u"/healthz"_s).status, 200);
        server.kill();
        QVERIFY(server.start());
        QCOMPARE(rowsAt(server, reader), acknowledged);
        server.stop();
        QCOMPARE(server.run({u"check"_s}).code, 0);
#endif
    }

private:
#ifdef Q_OS_LINUX
    static QByteArray tokenOf(ServerProcess& server, quint64 device)
    {
        return server.signIn(u"awa"_s, QString::fromLatin1(FullPassword), ServerProcess::deviceIdOf(device))
            .json.value("token"_L1)
            .toString()
            .toLatin1();
    }
    static std::variant<Wire::Pushed, Wire::Bye> pushedOrBye(ServerSocket& socket)
    {
        const auto message = socket.nextOf<Wire::Pushed, Wire::Bye>();
        if (!message)
            qFatal("no answer to a push");
        return *message;
    }
    /// Vehicles that a new workstation gets.
    static qint64 rowsAt(ServerProcess& server, const QByteArray& token)
    {
        ServerSocket socket;
        if (!socket.open(server, token))
            return -1;
        QSet<QByteArray> ids;
        while (const auto page = socket.next<Wire::Page>()) {
            socket.send(Wire::Ack{page->upto});
            for (const Wire::Row& row : page->rows) {
                if (row.table == 3)
                    ids.insert(row.id.toBytes());
            }
            if (!page->more)
                break;
        }
        return ids.size();
    }
#endif
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerDiskFullTest)
#include "tst_serverdiskfull.moc"
