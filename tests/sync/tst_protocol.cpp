// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "sync/protocol/frame.h"
#include "sync/protocol/limits.h"

#include <QCborStreamWriter>
#include <QCborValue>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Wire::Op protocolOp(qint64 opid, QRandomGenerator& random)
{
    Wire::Op op;
    op.opid = opid;
    op.txn = opid / 3;
    op.table = 3;
    op.id = Uuid::fromParts(1'790'000'000'000 + opid, random.generate64(), random.generate64());
    op.create = opid % 2 == 0;
    op.suspect = opid % 5 == 0;
    op.carried = opid % 7 == 0;
    op.clock = {(1'790'000'000'000ULL + static_cast<quint64>(opid)) << 16 | 7U, 12};
    op.fields = {{1, u"T-1042"_s, {}},
                 {2, QVariant::fromValue<qlonglong>(-5), {op.clock.stamp - 99, 3}},
                 {3, {}, {1, 1}, QVariant()},
                 {6, 7LL, {2, 1}, u"six"_s},
                 {4, 1.5, {}},
                 {5, QByteArray("\0\xff", 2), {std::numeric_limits<std::uint64_t>::max(), 4'000'000'000U}},
                 {900, u""_s, {}}};
    return op;
}

QByteArray framed(const QByteArray& cbor)
{
    return '\0' + cbor;
}

}  // namespace

class ProtocolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyClientMessageComesBackEqual()
    {
        QRandomGenerator random(1);
        Wire::Push push;
        for (qint64 opid = 41; opid < 60; ++opid)
            push.ops.push_back(protocolOp(opid, random));
        push.ops[3].kind = Wire::Op::Kind::Delete;
        push.ops[3].fields = {{0, {}, {55, 1}}};
        const QByteArray sha(32, 'x');
        const std::vector<Wire::ClientMessage> messages{
            Wire::Hello{1, 2, u"forecourt 0.1.0"_s, 3, "token", 7, "epoch", 12'345, 99},
            push,
            Wire::Push{},
            Wire::Ack{77},
            Wire::Ping{1'790'000'000'000},
            Wire::Bye{u"shutdown"_s, u"closing é"_s, 500},
            Wire::Offer{sha, 1'000'000},
            Wire::Put{sha, 3, QByteArray(Wire::ChunkSize, 'y')},
            Wire::Get{sha, 2, 4},
            Wire::Proof{QByteArray(32, 'p')},
            Wire::Token{"token"},
            Wire::Hello{4, 5, u"forecourt 0.1.0"_s, 3, "token", 7, "epoch", 12'345, 99, "view", 1, Uuid::create(), sha},
            Wire::Hello{4, 5, u"forecourt 0.1.0"_s, 3, "token", 7, "epoch", 0, 1, {}, 1},
            Wire::Take{sha, 3, 8},
        };
        for (const Wire::ClientMessage& message : messages) {
            const auto back = Wire::decodeClientMessage(Wire::encode(message));
            QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
            QVERIFY(*back == message);
        }
    }

    void everyServerMessageComesBackEqual()
    {
        const QByteArray sha(32, 'x');
        Wire::Page page{500, true, {}};
        Wire::Row whole{3, Uuid::create(), 498, false, {1000, 1}, {{1, u"a"_s, {1000, 1}}, {2, {}, {2000, 2}}}};
        Wire::Row part{3, Uuid::create(), 499, false, {}, {{1, u"a"_s, {3000, 1}}, {2, 5LL, {3001, 9}}}};
        Wire::Row dead{4, Uuid::create(), 500, true, {4000, 1}, {}};
        page.rows = {whole, part, dead};
        const std::vector<Wire::ServerMessage> messages{
            Wire::Welcome{1, "epoch", 5, 6, 7, 8, 9, QByteArray(16, 'd'), Uuid::create(), u"sales"_s, u"Awa N’Diaye"_s},
            Wire::Pushed{5, 6, {}},
            Wire::Pushed{9,
                         6,
                         {{7, Wire::OpException::Status::Merged, {}, {}},
                          {8, Wire::OpException::Status::Rejected, u"no_access"_s, u"viewer"_s}}},
            page,
            Wire::Page{9, false, {}},
            Wire::Page{9, false, {whole}, {{3, Uuid::create()}, {4, Uuid::create()}}, "view"},
            Wire::Page{9, true, {}, {{3, Uuid::create()}}},
            Wire::Page{9, true, {}, {}, "view"},
            Wire::Welcome{2,
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
                          {Uuid::create(), Uuid::create()},
                          {{3, {24, 25}}, {7, {1}}},
                          true,
                          900,
                          1'209'600'000},
            Wire::Challenge{QByteArray(32, 'n')},
            Wire::Renewed{1'700'000'000'000},
            Wire::Pong{1, 2},
            Wire::Bye{u"token"_s, u""_s, 0},
            Wire::Have{sha, 10, false, QByteArray("\x05", 1)},
            Wire::Got{sha},
            Wire::Chunk{sha, 10, 0, "0123456789"},
            Wire::Missing{sha, u"unknown"_s},
            Wire::Snapshot{sha, 6'700'000, 40'000'000, 100'000, 123'456, "view"},
            Wire::Making{40'000, 100'000},
            Wire::Piece{sha, 25, QByteArray(Wire::PieceSize, 'z')},
            Wire::Gone{sha},
        };
        for (const Wire::ServerMessage& message : messages) {
            const auto back = Wire::decodeServerMessage(Wire::encode(message));
            QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
            QVERIFY(*back == message);
        }
    }

    void laterVersionsMayAppendElementsAndKeys()
    {
        QByteArray cbor = QCborArray{6, 77, QCborArray{1, QCborMap{{1, 2}}}, u"more"_s}.toCborValue().toCbor();
        QCOMPARE(Wire::decodeClientMessage(framed(cbor)), Wire::ClientMessage(Wire::Ack{77}));
        cbor = QCborArray{1, QCborMap{{1, 4}, {200, QCborArray{5}}, {2, 6}}}.toCborValue().toCbor();
        Wire::Hello hello;
        hello.protocolMin = 4;
        hello.protocolMax = 6;
        QCOMPARE(Wire::decodeClientMessage(framed(cbor)), Wire::ClientMessage(hello));
    }

    void refusesWhatIsNotAMessage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray sha(32, 'x');
        const auto row = [](const char* name, const QCborValue& value) {
            QTest::newRow(name) << framed(value.toCbor());
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray(1, '\0');
        QTest::newRow("unknown frame") << QByteArray("\x07\x82\x06\x01");
        QTest::newRow("text") << QByteArray("GET / HTTP/1.1");
        row("map", QCborMap{{1, 2}});
        row("empty array", QCborArray{});
        row("unknown type", QCborArray{99, 1});
        row("message of the other side", QCborArray{2, QCborMap{}});
        row("missing element", QCborArray{6});
        row("text where a number belongs", QCborArray{6, u"1"_s});
        row("negative where it cannot be", QCborArray{6, -1});
        row("short hash", QCborArray{10, QByteArray(31, 'x'), 5});
        row("oversized chunk", QCborArray{12, sha, 0, QByteArray(Wire::ChunkSize + 1, 'x')});
        row("oversized piece", QCborArray{32, sha, 0, QByteArray(Wire::PieceSize + 1, 'x')});
        row("short hash of a snapshot", QCborArray{31, QByteArray(31, 'x'), 0, 1});
        row("short location", QCborArray{1, QCborMap{{12, QByteArray(15, 'i')}}});
        row("short id", QCborArray{3, 1, QCborArray{QCborArray{1, 1, 3, QByteArray(15, 'i'), 0, 1, QCborMap{}}}});
        row("tagged value", QCborArray{3, 1,
                                       QCborArray{QCborArray{1, 1, 3, QByteArray(16, 'i'), 0, 1,
                                                             QCborMap{{1, QCborValue(QCborTag(5), 3)}}}}});
        row("value that is no number",
            QCborArray{3, 1, QCborArray{QCborArray{1, 1, 3, QByteArray(16, 'i'), 0, 1, QCborMap{{1, qQNaN()}}}}});
        row("infinite value",
            QCborArray{3, 1, QCborArray{QCborArray{1, 1, 3, QByteArray(16, 'i'), 0, 1, QCborMap{{1, qInf()}}}}});
        row("nested value", QCborArray{3, 1,
                                       QCborArray{QCborArray{1, 1, 3, QByteArray(16, 'i'), 0, 1,
                                                             QCborMap{{1, QCborArray{QCborArray{}, 1, 1}}}}}});
        row("field number out of range",
            QCborArray{3, 1, QCborArray{QCborArray{1, 1, 3, QByteArray(16, 'i'), 0, 1, QCborMap{{70'000, 1}}}}});
        row("opid overflow",
            QCborArray{
                3, 1,
                QCborArray{
                    QCborArray{std::numeric_limits<qint64>::max(), 1, 3, QByteArray(16, 'i'), 0, 1, QCborMap{}},
                    QCborArray{std::numeric_limits<qint64>::max(), 1, 3, QByteArray(16, 'i'), 0, 1, QCborMap{}}}});
        QTest::newRow("bytes after the end") << framed(QCborArray{6, 1}.toCborValue().toCbor() + "x");
        QTest::newRow("array of 2^60 elements") << framed(QByteArray::fromHex("9b1000000000000000060101"));
        QTest::newRow("string of 2^60 bytes") << framed(QByteArray::fromHex("840a5b1000000000000000aabb"));
        QByteArray deep = QByteArray::fromHex("8306") + '\1' + QByteArray(100, '\x81') + '\1';
        QTest::newRow("nested beyond the limit") << framed(deep);
    }

    void refusesWhatIsNotAMessage()
    {
        QFETCH(QByteArray, bytes);
        const auto client = Wire::decodeClientMessage(bytes);
        QVERIFY(!client);
        QCOMPARE(client.error().code, ErrorCode::MessageMalformed);
    }

    void refusesMoreOperationsThanTheLimit()
    {
        QRandomGenerator random(2);
        Wire::Push push;
        for (qint64 opid = 1; opid <= Wire::MaxOps; ++opid) {
            push.ops.push_back(protocolOp(opid, random));
            push.ops.back().fields.clear();
        }
        QVERIFY(Wire::decodeClientMessage(Wire::encode(push)));
        push.ops.push_back(protocolOp(Wire::MaxOps + 1, random));
        QVERIFY(!Wire::decodeClientMessage(Wire::encode(push)));
    }

    void refusesArgumentsOverTheLimit()
    {
        const auto request = [](qsizetype bytes) {
            return Wire::decodeClientMessage(
                Wire::encode(Wire::ClientMessage(Wire::Request{1, u"people.list"_s, QByteArray(bytes, 'x')})));
        };
        QVERIFY(request(Wire::MaxArguments));
        QVERIFY(!request(Wire::MaxArguments + 1));
    }

    void refusesBombsBeforeInflatingThem()
    {
        const QByteArray bomb = Wire::wrapFrame(QByteArray(Wire::MaxInflated + 1, '\0'));
        QVERIFY(bomb.size() < 4096);
        const auto opened = Wire::unwrapFrame(bomb);
        QVERIFY(!opened);
        QVERIFY(opened.error().detail.contains(u"inflates"_s));
        QVERIFY(Wire::unwrapFrame(Wire::wrapFrame(QByteArray(Wire::MaxInflated, '\0'))));
    }

    void refusesMessagesOverAMebibyte() { QVERIFY(!Wire::decodeClientMessage(QByteArray(Wire::MaxMessage + 1, '\0'))); }

    void sendsSmallMessagesPlainAndLargeOnesCompressed()
    {
        QCOMPARE(Wire::wrapFrame(QByteArray(Wire::CompressAbove, 'a')).front(), '\0');
        QCOMPARE(Wire::wrapFrame(QByteArray(Wire::CompressAbove + 1, 'a')).front(), '\1');
    }

    void everyTruncationIsRefused()
    {
        QRandomGenerator random(3);
        Wire::Push push;
        for (qint64 opid = 1; opid < 4; ++opid)
            push.ops.push_back(protocolOp(opid, random));
        const QByteArray payload = *Wire::unwrapFrame(Wire::encode(push));
        for (qsizetype size = 0; size < payload.size(); ++size)
            QVERIFY2(!Wire::decodeClientMessage(framed(payload.first(size))), qPrintable(QString::number(size)));
        QVERIFY(Wire::decodeClientMessage(framed(payload)));
    }

    void damagedBytesNeverCrash()
    {
        const quint32 seed = qEnvironmentVariableIsSet("FORECOURT_SEED")
                                 ? qEnvironmentVariable("FORECOURT_SEED").toUInt()
                                 : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Wire::Push push;
        Wire::Page page{900, false, {}};
        for (qint64 opid = 1; opid < 6; ++opid) {
            push.ops.push_back(protocolOp(opid, random));
            const Wire::Op& op = push.ops.back();
            page.rows.push_back({op.table, op.id, 900 + opid, false, op.clock, {{1, u"x"_s, op.clock}}});
        }
        const QByteArray good[] = {*Wire::unwrapFrame(Wire::encode(push)),
                                   *Wire::unwrapFrame(Wire::encode(Wire::ServerMessage(page))), Wire::encode(push)};
        for (int round = 0; round < 20'000; ++round) {
            const int which = round % 3;
            QByteArray bytes = which == 2 ? good[2] : framed(good[which]);
            for (int flips = random.bounded(1, 6); flips > 0; --flips)
                bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.generate());
            if (random.bounded(4) == 0)
                bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
            // What still reads as a message can be written and read again.
            if (const auto client = Wire::decodeClientMessage(bytes))
                QVERIFY(Wire::decodeClientMessage(Wire::encode(*client)));
            if (const auto server = Wire::decodeServerMessage(bytes))
                QVERIFY(Wire::decodeServerMessage(Wire::encode(*server)));
        }
    }

    void aSingleEditStaysSmall()
    {
        Wire::Op op;
        op.opid = 1'000'000;
        op.txn = 900'000;
        op.table = 3;
        op.id = Uuid::create();
        op.clock = {1'790'000'000'000ULL << 16, 12};
        op.fields = {{23, 2'495'000LL, {op.clock.stamp - 1'000'000, 3}}};
        QVERIFY(Wire::encode(Wire::Push{{op}}).size() < 100);
    }

    void valuesComeBackEqual()
    {
        for (const QVariant& value :
             {QVariant(), QVariant(0LL), QVariant(std::numeric_limits<qlonglong>::min()), QVariant(0.1),
              QVariant(u"é"_s), QVariant(u""_s), QVariant(QByteArray("\0\1", 2)), QVariant(QByteArray(""))}) {
            const auto back = Wire::decodeValue(Wire::encodeValue(value));
            QVERIFY(back);
            QCOMPARE(*back, value);
            QCOMPARE(back->isNull(), value.isNull());
        }
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ProtocolTest)
#include "tst_protocol.moc"
