// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/schema.h"
#include "sync/client/wirecapture.h"
#include "sync/protocol/capturefile.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/redaction.h"
#include "tests/sync/serverprocess.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerProcess;
using Wire::Captured;

namespace {

const Uuid DumpCar = Uuid::fromParts(1'790'000'000'000, 1, 2);
constexpr Hlc DumpClock{1'790'000'000'000ULL << 16 | 3U, 7};

std::uint16_t dumpField(const char* name)
{
    return Schema::current().table(Table::Vehicles).field(QString::fromLatin1(name))->number;
}

Wire::Push dumpPush()
{
    Wire::Op made;
    made.opid = 41;
    made.txn = 9;
    made.table = static_cast<std::uint16_t>(Table::Vehicles);
    made.id = DumpCar;
    made.create = true;
    made.clock = DumpClock;
    made.fields = {{dumpField("stock_number"), u"T-1042"_s, {}}};
    Wire::Op edit = made;
    edit.opid = 42;
    edit.create = false;
    edit.fields = {{dumpField("color"), u"blue"_s, DumpClock, QVariant(u"red"_s)}, {999, 5LL, {}}};
    Wire::Op gone = made;
    gone.opid = 43;
    gone.kind = Wire::Op::Kind::Delete;
    gone.fields = {{0, {}, DumpClock}};
    return {{made, edit, gone}};
}

Captured sent(const Wire::ClientMessage& message)
{
    return {Captured::From::Workstation, Wire::encode(message)};
}

Captured received(const Wire::ServerMessage& message)
{
    return {Captured::From::Server, Wire::encode(message)};
}

/// What `forecourt-server dump -` makes of these bytes.
ServerProcess::Result dump(const QByteArray& capture, bool json = false)
{
    static const ServerProcess server;
    return server.run(json ? QStringList{u"dump"_s, u"-"_s, u"--json"_s} : QStringList{u"dump"_s, u"-"_s}, capture);
}

QByteArray captureOf(const Captured& message)
{
    return Wire::captureHead() + Wire::captureRecord(message);
}

}  // namespace

/// What a workstation captures and what the real forecourt-server prints of it.
class DumpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryMessage_data()
    {
        QTest::addColumn<QByteArray>("capture");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("lines");
        const QByteArray sha(32, 'x');
        const auto row = [](const char* name, const Captured& message, const QString& kind, const QStringList& lines) {
            QTest::newRow(name) << captureOf(message) << kind << lines;
        };
        Wire::Hello hello{3, 4, u"forecourt 0.1.0"_s, 5, "not to be seen", 7, "epoch", 12'345, 99};
        row("hello", sent(hello), u"hello"_s,
            {u"#1 workstation: hello"_s, u"app: forecourt 0.1.0"_s, u"device: 7"_s, u"cursor: 12345"_s,
             u"next_opid: 99"_s, u"token: 14 bytes"_s});
        row("push", sent(dumpPush()), u"push"_s,
            {u"opid 41, txn 9, kind upsert, table vehicles, id %1, clock 2026-09-21T14:13:20.000Z+3@7, flags create"_s
                 .arg(DumpCar.toString()),
             u"field stock_number, value T-1042"_s,
             u"field color, value blue, base 2026-09-21T14:13:20.000Z+3@7, seen red"_s, u"field 999, value 5"_s,
             u"kind delete"_s, u"field (row), value null, base 2026-09-21T14:13:20.000Z+3@7"_s});
        row("ack", sent(Wire::Ack{77}), u"ack"_s, {u"seq: 77"_s});
        row("ping", sent(Wire::Ping{1'790'000'000'000}), u"ping"_s, {u"sent: 2026-09-21T14:13:20.000Z"_s});
        row("bye of a workstation", sent(Wire::Bye{u"shutdown"_s, u"closing é"_s, 500}), u"bye"_s,
            {u"code: shutdown"_s, u"reason: closing é"_s, u"retry_after_ms: 500"_s});
        row("offer", sent(Wire::Offer{sha, 1'000'000}), u"offer"_s,
            {u"sha256: "_s + QString::fromLatin1(sha.toHex()), u"size: 1000000"_s});
        row("put", sent(Wire::Put{sha, 3, QByteArray(Wire::ChunkSize, 'y')}), u"put"_s,
            {u"chunk: 3"_s, u"data: 262144 bytes"_s});
        row("get", sent(Wire::Get{sha, 2, 4}), u"get"_s, {u"chunk: 2"_s, u"count: 4"_s});
        row("proof", sent(Wire::Proof{QByteArray(32, 'p')}), u"proof"_s, {u"mac: 32 bytes"_s});
        row("token", sent(Wire::Token{"not to be seen"}), u"token"_s, {u"token: 14 bytes"_s});
        row("request", sent(Wire::Request{5, u"devices.revoke"_s, R"({"device":7})"}), u"request"_s,
            {u"number: 5"_s, u"name: devices.revoke"_s, u"arguments: {\"device\":7}"_s});
        row("hello of a store that has nothing",
            sent(Wire::Hello{4, 5, u"forecourt 0.1.0"_s, 5, "not to be seen", 7, "epoch", 0, 1, {}, 1, DumpCar, sha}),
            u"hello"_s,
            {u"snapshots: 1"_s, u"location: "_s + DumpCar.toString(),
             u"snapshot_here: "_s + QString::fromLatin1(sha.toHex())});
        row("take", sent(Wire::Take{sha, 3, 8}), u"take"_s, {u"piece: 3"_s, u"count: 8"_s});
        Wire::Welcome welcome{4,
                              "epoch",
                              5,
                              6,
                              7,
                              8,
                              9,
                              QByteArray(16, 'd'),
                              Uuid::create(),
                              u"sales"_s,
                              u"Awa"_s,
                              {DumpCar},
                              {{3, {dumpField("cost_minor")}}},
                              true,
                              900,
                              1'000};
        row("welcome", received(welcome), u"welcome"_s,
            {u"#1 server: welcome"_s, u"pushed_opid: 6"_s, u"role: sales"_s, DumpCar.toString(),
             u"table vehicles, fields cost_minor"_s, u"fresh: true"_s, u"lease_ms: 1000"_s});
        row("pushed",
            received(Wire::Pushed{9,
                                  6,
                                  {{7, Wire::OpException::Status::Merged, {}, {}},
                                   {8, Wire::OpException::Status::Rejected, u"no_access"_s, u"viewer"_s}}}),
            u"pushed"_s,
            {u"upto: 9"_s, u"opid 7, status merged"_s, u"opid 8, status rejected, code no_access, reason viewer"_s});
        const Wire::Row whole{3, DumpCar, 498, false, DumpClock, {{dumpField("make"), u"Kia"_s, DumpClock}}};
        row("page", received(Wire::Page{500, true, {whole}, {{3, DumpCar}}, "view"}), u"page"_s,
            {u"upto: 500"_s, u"more: true"_s, u"seq 498, table vehicles, id "_s + DumpCar.toString(),
             u"field make, value Kia, clock 2026-09-21T14:13:20.000Z+3@7"_s, u"forgotten:"_s});
        row("pong", received(Wire::Pong{0, 1'790'000'000'000}), u"pong"_s,
            {u"server_time: 2026-09-21T14:13:20.000Z"_s});
        row("bye", received(Wire::Bye{u"token"_s, u""_s, 0}), u"bye"_s, {u"code: token"_s});
        row("have", received(Wire::Have{sha, 10, false, QByteArray("\x05", 1)}), u"have"_s,
            {u"complete: false"_s, u"chunks: 05"_s});
        row("got", received(Wire::Got{sha}), u"got"_s, {u"sha256: "_s});
        row("chunk", received(Wire::Chunk{sha, 10, 0, "0123456789"}), u"chunk"_s, {u"data: 10 bytes"_s});
        row("missing", received(Wire::Missing{sha, u"unknown"_s}), u"missing"_s, {u"code: unknown"_s});
        row("challenge", received(Wire::Challenge{QByteArray(32, 'n')}), u"challenge"_s, {u"nonce: 0x6e6e"_s});
        row("renewed", received(Wire::Renewed{1'790'000'000'000}), u"renewed"_s,
            {u"token_ends_at: 2026-09-21T14:13:20.000Z"_s});
        row("answer", received(Wire::Answer{5, u"no_access"_s, "{}"}), u"answer"_s,
            {u"number: 5"_s, u"code: no_access"_s});
        row("snapshot", received(Wire::Snapshot{sha, 6'700'000, 40'000'000, 100'000, 123'456, "view"}), u"snapshot"_s,
            {u"sha256: "_s + QString::fromLatin1(sha.toHex()), u"size: 40000000"_s, u"packed_size: 6700000"_s,
             u"rows: 100000"_s, u"upto: 123456"_s});
        row("making", received(Wire::Making{40'000, 100'000}), u"making"_s, {u"rows: 40000"_s, u"total: 100000"_s});
        row("piece", received(Wire::Piece{sha, 25, "0123456789"}), u"piece"_s, {u"piece: 25"_s, u"data: 10 bytes"_s});
        row("gone", received(Wire::Gone{sha}), u"gone"_s, {u"sha256: "_s});
    }
    void tellsEveryMessage()
    {
        QFETCH(QByteArray, capture);
        QFETCH(QString, name);
        QFETCH(QStringList, lines);
        const auto text = dump(capture);
        QCOMPARE(text.code, 0);
        for (const QString& line : lines)
            QVERIFY2(text.out.contains(line.toUtf8()), text.out + "\nlacks " + line.toUtf8());
        QVERIFY(!text.out.contains("not to be seen"));
        const auto json = dump(capture, true);
        QCOMPARE(json.code, 0);
        const QJsonArray messages = QJsonDocument::fromJson(json.out).array();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().toObject().value("message"_L1).toString(), name);
        QVERIFY(!json.out.contains("not to be seen"));
    }

    void theListAboveIsComplete()
    {
        // With the next message in messages.h this has to grow.
        QCOMPARE(std::variant_size_v<Wire::ClientMessage>, 12U);
        QCOMPARE(std::variant_size_v<Wire::ServerMessage>, 16U);
    }

    void numbersFieldsAndClocksAreInTheJson()
    {
        const auto json = dump(captureOf(sent(dumpPush())), true);
        const QJsonObject push = QJsonDocument::fromJson(json.out).array().first().toObject();
        QCOMPARE(push.value("from"_L1).toString(), u"workstation"_s);
        const QJsonObject edit = push.value("operations"_L1).toArray().at(1).toObject();
        QCOMPARE(edit.value("opid"_L1).toInt(), 42);
        QCOMPARE(edit.value("table"_L1).toString(), u"vehicles"_s);
        const QJsonObject field = edit.value("fields"_L1).toArray().first().toObject();
        QCOMPARE(field.value("field"_L1).toString(), u"color"_s);
        QCOMPARE(field.value("base"_L1).toString(), u"2026-09-21T14:13:20.000Z+3@7"_s);
        QCOMPARE(field.value("seen"_L1).toString(), u"red"_s);
    }

    void saysWhereATruncatedCaptureEnds()
    {
        const QByteArray whole = captureOf(sent(Wire::Ack{77})) + Wire::captureRecord(sent(Wire::Ack{78}));
        const qsizetype first = captureOf(sent(Wire::Ack{77})).size();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto result = dump(whole.first(size));
            const bool between = size == first || size == Wire::captureHead().size();
            QCOMPARE(result.code, between ? 0 : 1);
            QCOMPARE(result.err.isEmpty(), between);
            QCOMPARE(result.out.contains("seq: 77"), size >= first);
            // What was read before is a whole document.
            QVERIFY(size % 5 != 0 || QJsonDocument::fromJson(dump(whole.first(size), true).out).isArray());
        }
    }

    void readsCapturesOneAfterTheOther()
    {
        const auto result = dump(captureOf(sent(Wire::Ack{77})) + captureOf(sent(Wire::Ack{78})));
        QCOMPARE(result.code, 0);
        QVERIFY(result.out.contains("#2 workstation: ack"));
    }

    void garbageIsToldAndNothingElse()
    {
        QCOMPARE(dump("something else\n").code, 1);
        const auto unreadable =
            dump(captureOf({Captured::From::Server, "garbage"}) + Wire::captureRecord(sent(Wire::Ack{78})));
        QCOMPARE(unreadable.code, 1);
        QVERIFY2(unreadable.out.contains("#1 server: unreadable"), unreadable.out);
        QVERIFY(unreadable.out.contains("seq: 78"));
        // A length that nothing has.
        const auto huge = dump(Wire::captureHead() + QByteArray("<\xff\xff\xff\xff", 5));
        QCOMPARE(huge.code, 1);
        QVERIFY2(huge.err.contains("4294967295"), huge.err);
        const ServerProcess server;
        QCOMPARE(server.run({u"dump"_s, server.file(u"missing"_s)}).code, 1);
    }

    void nothingSecretIsCaptured()
    {
        const QByteArray secret = "not to be seen";
        Wire::Hello hello;
        hello.token = secret;
        const std::vector<Wire::ClientMessage> messages{
            hello, Wire::Proof{secret}, Wire::Token{secret},
            Wire::Request{1, u"people.set"_s,
                          R"({"new_password":"not to be seen","list":[{"Token":"not to be seen","name":"awa"}]})"},
            Wire::Request{2, u"broken"_s, secret}};
        for (const Wire::ClientMessage& message : messages)
            QVERIFY(!Wire::encode(Wire::withoutSecrets(message)).contains(secret));
        const auto request = std::get<Wire::Request>(Wire::withoutSecrets(messages[3]));
        QVERIFY(request.arguments.contains("awa"));
        QVERIFY(!Wire::encode(Wire::withoutSecrets(
                                  Wire::ServerMessage(Wire::Answer{1, {}, R"({"refresh_token":"not to be seen"})"})))
                     .contains(secret));
    }

    void aWorkstationWritesWhatIsRead()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"capture"_s);
        qputenv("FORECOURT_CAPTURE", file.toUtf8());
        WireCapture* capture = WireCapture::ofThisProcess();
        QVERIFY(capture);
        capture->sent(dumpPush());
        const Wire::ServerMessage pong = Wire::Pong{1, 2};
        capture->received(Wire::encode(pong), &pong);
        capture->received("garbage", nullptr);
        QVERIFY((QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        Wire::CaptureReader reader(written);
        const auto first = reader.next();
        QVERIFY(first && *first);
        QVERIFY(**first == sent(dumpPush()));
        const auto second = reader.next();
        QVERIFY(second && *second);
        QVERIFY(**second == received(pong));
        const auto third = reader.next();
        QVERIFY(third && *third);
        QCOMPARE((*third)->bytes, QByteArray("garbage"));
        const auto end = reader.next();
        QVERIFY(end && !*end);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::DumpTest)
#include "tst_dump.moc"
