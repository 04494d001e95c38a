// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/logfile.h"
#include "sync/server/serverlog.h"
#include "tests/sync/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
using Tests::ServerSocket;

namespace {

constexpr auto LogPassword = "a password that is in no log";

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every line of a log; none if one of them is not an object.
QList<QJsonObject> entriesOf(const QByteArray& log)
{
    QList<QJsonObject> entries;
    for (const QByteArray& line : log.trimmed().split('\n')) {
        entries.append(QJsonDocument::fromJson(line).object());
        if (entries.back().isEmpty())
            return {};
    }
    return entries;
}

}  // namespace

/// What a server writes for those who run it.
class ServerLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappensButNoSecrets()
    {
        ServerProcess server;
        const QString name = server.file(u"server.log"_s);
        QVERIFY(server.start({u"--log-file"_s, name, u"--log-level"_s, u"debug"_s, u"--log-format"_s, u"json"_s}));
        QCOMPARE(
            server
                .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"manager"_s, u"--keep"_s, u"--password-stdin"_s},
                     LogPassword)
                .code,
            0);
        QCOMPARE(server.signIn(u"awa"_s, u"wrong-but-nearly"_s).status, 401);
        QCOMPARE(server.signIn(u"typed-into-the-wrong-field"_s, u"wrong-but-nearly"_s).status, 401);
        const QJsonObject joined = server.signIn(u"awa"_s, QString::fromLatin1(LogPassword)).json;
        const QByteArray token = joined.value("token"_L1).toString().toLatin1();
        QCOMPARE(server.get(u"/pasted-by-mistake"_s).status, 404);
        {
            ServerSocket refused;
            QVERIFY(refused.open(server, "a-token-that-nobody-gave"));
            QVERIFY(refused.next<Wire::Bye>());
            ServerSocket socket;
            QVERIFY(socket.open(server, token));
            const auto welcome = socket.next<Wire::Welcome>();
            QVERIFY(welcome);
            Wire::Op car;
            car.opid = 1;
            car.table = 3;
            car.id = Uuid::create();
            car.create = true;
            car.clock = {static_cast<std::uint64_t>(welcome->serverTime) << 16, 0};
            car.fields = {{2, u"VIN-1"_s, {}}};
            socket.send(Wire::Push{{car}});
            QVERIFY(socket.next<Wire::Pushed>());
            car.opid = 2;
            car.table = 3'000;
            socket.send(Wire::Push{{car}});
            QVERIFY(socket.next<Wire::Pushed>());
        }
        QCOMPARE(server.stop(), 0);

        const QByteArray log = contentOf(name);
        const QList<QJsonObject> entries = entriesOf(log);
        QVERIFY2(!entries.isEmpty(), log);
        const auto find = [&entries](const QString& event, const QString& level) {
            for (const QJsonObject& entry : entries) {
                if (entry.value("event"_L1) == event && entry.value("level"_L1) == level)
                    return entry;
            }
            return QJsonObject();
        };
        QVERIFY(QDateTime::fromString(entries.front().value("time"_L1).toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(find(u"started"_s, u"info"_s).value("url"_L1).toString(), server.url().toString());
        QCOMPARE(find(u"sign_in"_s, u"warning"_s).value("error"_L1).toString(), u"wrong_password"_s);
        const QJsonObject signIn = find(u"sign_in"_s, u"info"_s);
        QCOMPARE(signIn.value("user_id"_L1), joined.value("user_id"_L1));
        QCOMPARE(signIn.value("address"_L1).toString(), u"127.0.0.1"_s);
        QVERIFY(signIn.value("ms"_L1).toInt(-1) >= 0);
        QCOMPARE(find(u"session_refused"_s, u"warning"_s).value("code"_L1).toString(), u"expired"_s);
        const QJsonObject started = find(u"session_started"_s, u"info"_s);
        QCOMPARE(started.value("device"_L1), joined.value("device"_L1));
        QCOMPARE(started.value("user"_L1), joined.value("user_id"_L1));
        QCOMPARE(find(u"push"_s, u"debug"_s).value("operations"_L1).toInt(), 1);
        QCOMPARE(find(u"push"_s, u"warning"_s).value("codes"_L1).toArray(), QJsonArray{u"unknown_table"_s});
        QVERIFY(find(u"session_ended"_s, u"info"_s).value("bytes_in"_L1).toInt() > 100);
        QVERIFY(!find(u"stopping"_s, u"info"_s).isEmpty());

        // Standard error says the same.
        QCOMPARE(entriesOf(server.log()).size(), entries.size());
        const QByteArray all = log + server.log();
        for (const QByteArray& secret :
             {QByteArray(LogPassword), token, QByteArray("wrong-but-nearly"), QByteArray("typed-into-the-wrong-field"),
              QByteArray("a-token-that-nobody-gave"), QByteArray("pasted-by-mistake")})
            QVERIFY2(!all.contains(secret), secret + " in\n" + all);
    }

    void peopleReadWords()
    {
        ServerProcess server;
        QVERIFY(server.start());
        QCOMPARE(server.stop(), 0);
        QVERIFY2(server.log().contains(" info started "), server.log());
        QVERIFY(entriesOf(server.log()).isEmpty());
        QCOMPARE(server.run({u"--log-format"_s, u"xml"_s}).code, 2);
        QCOMPARE(server.run({u"--log-file"_s, u"/nowhere/at/all"_s}).code, 1);
    }

    void aMessageIsOneLineWhateverIsInIt()
    {
        for (const ServerLog::Format format : {ServerLog::Format::Text, ServerLog::Format::Json}) {
            const QByteArray line =
                ServerLog::line(format, 1'760'000'000'123, QtWarningMsg, u"forecourt.store"_s, u"one\ntwo \"three\""_s);
            QCOMPARE(line.count('\n'), 1);
            QVERIFY2(line.contains("2025-10-09T08:53:20.123Z"), line);
        }
    }

    void doesNotFillTheDisk()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"log"_s);
        LogFile log(name, 100, 3);
        QVERIFY(log.open());
        for (int i = 0; i < 100; ++i)
            log.write(QByteArray::number(i).rightJustified(29, '.') + '\n');
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{u"log"_s, u"log.1"_s, u"log.2"_s}));
        // The newest lines, none twice and none missing.
        const QByteArray kept = contentOf(name + u".2"_s) + contentOf(name + u".1"_s) + contentOf(name);
        int next = 100 - static_cast<int>(kept.count('\n'));
        for (const QByteArray& line : kept.trimmed().split('\n'))
            QCOMPARE(line.sliced(line.lastIndexOf('.') + 1).toInt(), next++);
        QCOMPARE(next, 100);
        QVERIFY(QFile(name).size() <= 100);
        QCOMPARE(QFile(name + u".1"_s).size(), 90);
    }

    void aFileThatWasMovedAwayIsOpenedAgain()
    {
#ifndef Q_OS_UNIX
        QSKIP("There is no SIGHUP here");
#else
        ServerProcess server;
        const QString name = server.file(u"server.log"_s);
        QVERIFY(server.start({u"--log-file"_s, name, u"--tls"_s}));
        QVERIFY(QFile::rename(name, name + u".moved"_s));
        QCOMPARE(::kill(static_cast<pid_t>(server.pid()), SIGHUP), 0);
        QTRY_VERIFY(contentOf(name).contains("certificate"));
        QCOMPARE(server.stop(), 0);
        QVERIFY(contentOf(name).contains("stopping"));
        QVERIFY(!contentOf(name + u".moved"_s).contains("stopping"));
#endif
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerLogTest)
#include "tst_serverlog.moc"
