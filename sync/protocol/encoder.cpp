// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "sync/protocol/frame.h"
#include "sync/protocol/numbers.h"

#include <QCborStreamWriter>

namespace Forecourt::Wire {

namespace {

/// Writes one message. Stamps are sent as the difference to the stamp before, which is small within a batch; the
/// arithmetic wraps around, so any pair of stamps works.
class MessageEncoder {
public:
    QByteArray take() { return std::move(m_bytes); }

    void operator()(const Hello& hello)
    {
        begin(MessageType::Hello, 1);
        m_out.startMap(9u + (hello.view.isEmpty() ? 0 : 1) + (hello.snapshots > 0 ? 1 : 0) +
                       (hello.location.isNull() ? 0 : 1) + (hello.snapshotHere.isEmpty() ? 0 : 1));
        entry(HelloKey::OldestProtocol, hello.protocolMin);
        entry(HelloKey::NewestProtocol, hello.protocolMax);
        entry(HelloKey::App, hello.app);
        entry(HelloKey::Schema, hello.schema);
        entry(HelloKey::Token, hello.token);
        entry(HelloKey::Device, hello.device);
        entry(HelloKey::Epoch, hello.epoch);
        entry(HelloKey::Cursor, hello.cursor);
        entry(HelloKey::NextOpid, hello.nextOpid);
        if (!hello.view.isEmpty())
            entry(HelloKey::View, hello.view);
        if (hello.snapshots > 0)
            entry(HelloKey::Snapshots, hello.snapshots);
        if (!hello.location.isNull())
            entry(HelloKey::Location, hello.location.toBytes());
        if (!hello.snapshotHere.isEmpty())
            entry(HelloKey::SnapshotHere, hello.snapshotHere);
        m_out.endMap();
        m_out.endArray();
    }

    void operator()(const Welcome& welcome)
    {
        begin(MessageType::Welcome, 1);
        m_out.startMap(11u + (welcome.locations.empty() ? 0 : 1) + (welcome.withheld.empty() ? 0 : 1) +
                       (welcome.fresh ? 1 : 0) + (welcome.tokenEndsAt > 0 ? 1 : 0) + (welcome.leaseMs > 0 ? 1 : 0));
        entry(WelcomeKey::Protocol, welcome.protocol);
        entry(WelcomeKey::Epoch, welcome.epoch);
        entry(WelcomeKey::ServerTime, welcome.serverTime);
        entry(WelcomeKey::PushedOpid, welcome.pushedOpid);
        entry(WelcomeKey::Seq, welcome.seq);
        entry(WelcomeKey::Credit, welcome.credit);
        entry(WelcomeKey::Schema, welcome.schema);
        entry(WelcomeKey::Dealership, welcome.dealership);
        entry(WelcomeKey::User, welcome.user.toBytes());
        entry(WelcomeKey::Role, welcome.role);
        entry(WelcomeKey::DisplayName, welcome.displayName);
        if (!welcome.locations.empty()) {
            put(static_cast<quint64>(WelcomeKey::Locations));
            m_out.startArray(welcome.locations.size());
            for (const Uuid location : welcome.locations)
                put(location.toBytes());
            m_out.endArray();
        }
        if (!welcome.withheld.empty()) {
            put(static_cast<quint64>(WelcomeKey::Withheld));
            m_out.startArray(welcome.withheld.size());
            for (const WithheldFields& withheld : welcome.withheld) {
                m_out.startArray(1 + withheld.fields.size());
                put(withheld.table);
                for (const std::uint16_t field : withheld.fields)
                    put(field);
                m_out.endArray();
            }
            m_out.endArray();
        }
        if (welcome.fresh)
            entry(WelcomeKey::Fresh, true);
        if (welcome.tokenEndsAt > 0)
            entry(WelcomeKey::TokenEndsAt, welcome.tokenEndsAt);
        if (welcome.leaseMs > 0)
            entry(WelcomeKey::Lease, welcome.leaseMs);
        m_out.endMap();
        m_out.endArray();
    }

    void operator()(const Push& push)
    {
        begin(MessageType::Push, 2);
        const std::uint32_t device = push.ops.empty() ? 0 : push.ops.front().clock.device;
        put(device);
        m_out.startArray(push.ops.size());
        qint64 opid = 0;
        qint64 txn = 0;
        for (const Op& op : push.ops) {
            m_out.startArray(7);
            put(op.opid - opid);
            put(op.txn - txn);
            put(op.table);
            put(op.id.toBytes());
            put((op.kind == Op::Kind::Delete ? OpDelete : 0) | (op.create ? OpCreate : 0) |
                (op.suspect ? OpSuspect : 0) | (op.carried ? OpCarried : 0));
            stamp(op.clock);
            m_out.startMap(op.fields.size());
            for (const Op::FieldEdit& edit : op.fields) {
                put(edit.field);
                if (edit.base.isNull())
                    value(edit.value);
                else
                    stampedValue(edit.value, edit.base, edit.seen ? &*edit.seen : nullptr);
            }
            m_out.endMap();
            m_out.endArray();
            opid = op.opid;
            txn = op.txn;
        }
        m_out.endArray();
        m_out.endArray();
    }

    void operator()(const Pushed& pushed)
    {
        begin(MessageType::Pushed, pushed.exceptions.empty() ? 2 : 3);
        put(pushed.upto);
        put(pushed.seq);
        if (!pushed.exceptions.empty()) {
            m_out.startArray(pushed.exceptions.size());
            for (const OpException& exception : pushed.exceptions) {
                const bool rejected = exception.status == OpException::Status::Rejected;
                m_out.startArray(rejected ? 4 : 2);
                put(exception.opid);
                put(static_cast<quint64>(exception.status));
                if (rejected) {
                    put(exception.code);
                    put(exception.reason);
                }
                m_out.endArray();
            }
            m_out.endArray();
        }
        m_out.endArray();
    }

    void operator()(const Page& page)
    {
        begin(MessageType::Page, !page.view.isEmpty() ? 5 : page.forgotten.empty() ? 3 : 4);
        put(page.upto);
        put(page.more);
        m_out.startArray(page.rows.size());
        qint64 seq = page.upto;
        for (const Row& row : page.rows) {
            const bool whole = !row.base.isNull();
            const Hlc common = whole ? row.base : row.fields.empty() ? Hlc{} : row.fields.front().clock;
            m_out.startArray(7);
            put(row.seq - seq);
            put(row.table);
            put(row.id.toBytes());
            put((row.deleted ? RowDeleted : 0) | (whole ? RowWhole : 0));
            stamp(common);
            put(common.device);
            m_out.startMap(row.fields.size());
            for (const Row::FieldState& state : row.fields) {
                put(state.field);
                if (state.clock == common)
                    value(state.value);
                else
                    stampedValue(state.value, state.clock);
            }
            m_out.endMap();
            m_out.endArray();
            seq = row.seq;
        }
        m_out.endArray();
        if (!page.forgotten.empty() || !page.view.isEmpty()) {
            m_out.startArray(page.forgotten.size());
            for (const ForgottenRow& row : page.forgotten) {
                m_out.startArray(2);
                put(row.table);
                put(row.id.toBytes());
                m_out.endArray();
            }
            m_out.endArray();
        }
        if (!page.view.isEmpty())
            put(page.view);
        m_out.endArray();
    }

    void operator()(const Challenge& challenge) { plain(MessageType::Challenge, challenge.nonce); }
    void operator()(const Proof& proof) { plain(MessageType::Proof, proof.mac); }
    void operator()(const Token& token) { plain(MessageType::Token, token.token); }
    void operator()(const Renewed& renewed) { plain(MessageType::Renewed, renewed.tokenEndsAt); }
    void operator()(const Request& request)
    {
        plain(MessageType::Request, request.number, request.name, request.arguments);
    }
    void operator()(const Answer& answer) { plain(MessageType::Answer, answer.number, answer.code, answer.body); }
    void operator()(const Snapshot& snapshot)
    {
        begin(MessageType::Snapshot, 1);
        m_out.startMap(6);
        entry(SnapshotKey::Sha, snapshot.sha);
        entry(SnapshotKey::PackedSize, snapshot.packedSize);
        entry(SnapshotKey::Size, snapshot.size);
        entry(SnapshotKey::Rows, snapshot.rows);
        entry(SnapshotKey::Upto, snapshot.upto);
        entry(SnapshotKey::View, snapshot.view);
        m_out.endMap();
        m_out.endArray();
    }
    void operator()(const Making& making) { plain(MessageType::Making, making.rows, making.total); }
    void operator()(const Take& take) { plain(MessageType::Take, take.sha, take.piece, take.count); }
    void operator()(const Piece& piece) { plain(MessageType::Piece, piece.sha, piece.piece, piece.data); }
    void operator()(const Gone& gone) { plain(MessageType::Gone, gone.sha); }
    void operator()(const Ack& ack) { plain(MessageType::Ack, ack.seq); }
    void operator()(const Ping& ping) { plain(MessageType::Ping, ping.sent); }
    void operator()(const Pong& pong) { plain(MessageType::Pong, pong.sent, pong.serverTime); }
    void operator()(const Bye& bye) { plain(MessageType::Bye, bye.code, bye.reason, bye.retryAfterMs); }
    void operator()(const Offer& offer) { plain(MessageType::Offer, offer.sha, offer.size); }
    void operator()(const Have& have) { plain(MessageType::Have, have.sha, have.size, have.complete, have.chunks); }
    void operator()(const Put& put) { plain(MessageType::Put, put.sha, put.chunk, put.data); }
    void operator()(const Got& got) { plain(MessageType::Got, got.sha); }
    void operator()(const Get& get) { plain(MessageType::Get, get.sha, get.chunk, get.count); }
    void operator()(const Chunk& chunk) { plain(MessageType::Chunk, chunk.sha, chunk.size, chunk.chunk, chunk.data); }
    void operator()(const Missing& missing) { plain(MessageType::Missing, missing.sha, missing.code); }

    void value(const QVariant& value)
    {
        if (value.isNull()) {
            put(nullptr);
            return;
        }
        switch (value.typeId()) {
        case QMetaType::QString: put(value.toString()); break;
        case QMetaType::QByteArray: put(value.toByteArray()); break;
        case QMetaType::Double:
        case QMetaType::Float: put(value.toDouble()); break;
        default: put(value.toLongLong()); break;
        }
    }

    void fields(const FieldValues& values)
    {
        m_out.startMap(values.size());
        for (const auto& [number, fieldValue] : values) {
            put(number);
            value(fieldValue);
        }
        m_out.endMap();
    }

private:
    void begin(MessageType type, quint64 elements)
    {
        m_out.startArray(elements + 1);
        put(static_cast<quint64>(type));
    }

    /// Integers of any width; the writer only knows some of them.
    template <class Element>
    void put(const Element& element)
    {
        if constexpr (std::is_same_v<Element, bool> || !std::is_integral_v<Element>)
            m_out.append(element);
        else if constexpr (std::is_signed_v<Element>)
            m_out.append(static_cast<qint64>(element));
        else
            m_out.append(static_cast<quint64>(element));
    }

    template <class... Elements>
    void plain(MessageType type, const Elements&... elements)
    {
        begin(type, sizeof...(Elements));
        (put(elements), ...);
        m_out.endArray();
    }

    template <class Key, class Value>
    void entry(Key key, const Value& value)
    {
        put(static_cast<quint64>(key));
        put(value);
    }

    void stamp(Hlc clock)
    {
        put(static_cast<qint64>(clock.stamp - m_stamp));
        m_stamp = clock.stamp;
    }

    void stampedValue(const QVariant& fieldValue, Hlc clock, const QVariant* seen = nullptr)
    {
        m_out.startArray(seen ? 4 : 3);
        value(fieldValue);
        stamp(clock);
        put(clock.device);
        if (seen)
            value(*seen);
        m_out.endArray();
    }

    QByteArray m_bytes;
    QCborStreamWriter m_out{&m_bytes};
    std::uint64_t m_stamp = 0;
};

template <class Message>
QByteArray encodeMessage(const Message& message)
{
    MessageEncoder encoder;
    std::visit(encoder, message);
    return wrapFrame(encoder.take());
}

}  // namespace

QByteArray encode(const ClientMessage& message)
{
    return encodeMessage(message);
}

QByteArray encode(const ServerMessage& message)
{
    return encodeMessage(message);
}

QByteArray encodeFields(const FieldValues& values)
{
    MessageEncoder encoder;
    encoder.fields(values);
    return encoder.take();
}

QByteArray encodeValue(const QVariant& value)
{
    MessageEncoder encoder;
    encoder.value(value);
    return encoder.take();
}

}  // namespace Forecourt::Wire
