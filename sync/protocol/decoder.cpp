// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "sync/protocol/frame.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/numbers.h"
#include "sync/protocol/wirereader.h"

#include <limits>

namespace Forecourt::Wire {

using namespace Qt::StringLiterals;

namespace {

/// The shapes of the messages.
class MessageDecoder : public WireReader {
public:
    using WireReader::WireReader;

    MessageType begin()
    {
        enterArray();
        return static_cast<MessageType>(unsignedInteger(std::numeric_limits<std::uint8_t>::max()));
    }

    Hello hello()
    {
        Hello hello;
        eachEntry([&](quint64 key) {
            switch (static_cast<HelloKey>(key)) {
            case HelloKey::OldestProtocol: hello.protocolMin = integer<int>(); break;
            case HelloKey::NewestProtocol: hello.protocolMax = integer<int>(); break;
            case HelloKey::App: hello.app = text(); break;
            case HelloKey::Schema: hello.schema = integer<int>(); break;
            case HelloKey::Token: hello.token = bytes(MaxName); break;
            case HelloKey::Device: hello.device = integer<std::uint32_t>(); break;
            case HelloKey::Epoch: hello.epoch = bytes(MaxName); break;
            case HelloKey::Cursor: hello.cursor = natural(); break;
            case HelloKey::NextOpid: hello.nextOpid = natural(); break;
            case HelloKey::View: hello.view = bytes(MaxView); break;
            case HelloKey::Snapshots: hello.snapshots = integer<int>(); break;
            case HelloKey::Location: hello.location = id(); break;
            case HelloKey::SnapshotHere: hello.snapshotHere = sha(); break;
            default: skip(); break;
            }
        });
        return hello;
    }

    Welcome welcome()
    {
        Welcome welcome;
        eachEntry([&](quint64 key) {
            switch (static_cast<WelcomeKey>(key)) {
            case WelcomeKey::Protocol: welcome.protocol = integer<int>(); break;
            case WelcomeKey::Epoch: welcome.epoch = bytes(MaxName); break;
            case WelcomeKey::ServerTime: welcome.serverTime = natural(); break;
            case WelcomeKey::PushedOpid: welcome.pushedOpid = natural(); break;
            case WelcomeKey::Seq: welcome.seq = natural(); break;
            case WelcomeKey::Credit: welcome.credit = integer<int>(); break;
            case WelcomeKey::Schema: welcome.schema = integer<int>(); break;
            case WelcomeKey::Dealership: welcome.dealership = bytes(MaxName); break;
            case WelcomeKey::User: welcome.user = id(); break;
            case WelcomeKey::Role: welcome.role = text(); break;
            case WelcomeKey::DisplayName: welcome.displayName = text(); break;
            case WelcomeKey::Locations: eachElement(MaxLocations, [&] { welcome.locations.push_back(id()); }); break;
            case WelcomeKey::Withheld:
                eachElement(MaxFields, [&] {
                    WithheldFields withheld;
                    enterArray();
                    withheld.table = integer<std::uint16_t>();
                    while (hasNext())
                        withheld.fields.push_back(integer<std::uint16_t>());
                    leave();
                    welcome.withheld.push_back(std::move(withheld));
                });
                break;
            case WelcomeKey::Fresh: welcome.fresh = boolean(); break;
            case WelcomeKey::TokenEndsAt: welcome.tokenEndsAt = natural(); break;
            case WelcomeKey::Lease: welcome.leaseMs = natural(); break;
            default: skip(); break;
            }
        });
        return welcome;
    }

    Push push()
    {
        Push push;
        const auto device = integer<std::uint32_t>();
        qint64 opid = 0;
        qint64 txn = 0;
        eachElement(MaxOps, [&] {
            Op op;
            enterArray();
            op.opid = opid = sum(opid, signedInteger());
            op.txn = txn = sum(txn, signedInteger());
            op.table = integer<std::uint16_t>();
            op.id = id();
            const auto flags = unsignedInteger(std::numeric_limits<quint64>::max());
            op.kind = flags & OpDelete ? Op::Kind::Delete : Op::Kind::Upsert;
            op.create = flags & OpCreate;
            op.suspect = flags & OpSuspect;
            op.carried = flags & OpCarried;
            op.clock = {stamp(), device};
            eachField([&](std::uint16_t field) {
                Op::FieldEdit edit{field, {}, {}};
                if (!stampedValue(edit.value, edit.base, &edit.seen))
                    edit.value = value();
                op.fields.push_back(std::move(edit));
            });
            leave();
            push.ops.push_back(std::move(op));
        });
        return push;
    }

    Pushed pushed()
    {
        Pushed pushed;
        pushed.upto = natural();
        pushed.seq = natural();
        if (!hasNext())
            return pushed;
        eachElement(MaxOps, [&] {
            OpException exception;
            enterArray();
            exception.opid = natural();
            const auto status = unsignedInteger(std::numeric_limits<quint64>::max());
            if (status < 1 || status > 3)
                refuse(u"unknown status"_s);
            exception.status = static_cast<OpException::Status>(status);
            // Only a refusal has more to say.
            if (exception.status == OpException::Status::Rejected && hasNext())
                exception.code = text();
            if (exception.status == OpException::Status::Rejected && hasNext())
                exception.reason = text();
            leave();
            pushed.exceptions.push_back(std::move(exception));
        });
        return pushed;
    }

    Page page()
    {
        Page page;
        page.upto = natural();
        page.more = boolean();
        qint64 seq = page.upto;
        eachElement(MaxRows, [&] {
            Row row;
            enterArray();
            row.seq = seq = sum(seq, signedInteger());
            row.table = integer<std::uint16_t>();
            row.id = id();
            const auto flags = unsignedInteger(std::numeric_limits<quint64>::max());
            row.deleted = flags & RowDeleted;
            Hlc common;
            common.stamp = stamp();
            common.device = integer<std::uint32_t>();
            if (flags & RowWhole)
                row.base = common;
            eachField([&](std::uint16_t field) {
                Row::FieldState state{field, {}, common};
                if (!stampedValue(state.value, state.clock))
                    state.value = value();
                row.fields.push_back(std::move(state));
            });
            leave();
            page.rows.push_back(std::move(row));
        });
        if (hasNext())
            eachElement(MaxForgotten, [&] {
                ForgottenRow row;
                enterArray();
                row.table = integer<std::uint16_t>();
                row.id = id();
                leave();
                page.forgotten.push_back(row);
            });
        if (hasNext())
            page.view = bytes(MaxView);
        return page;
    }

    // Members of an initialiser list in braces are evaluated from left to right.
    Challenge challenge() { return {bytes(MaxName)}; }
    Proof proof() { return {bytes(MaxName)}; }
    Token token() { return {bytes(MaxName)}; }
    Renewed renewed() { return {natural()}; }
    Request request() { return {natural(), text(), bytes(MaxArguments)}; }
    Answer answer() { return {natural(), text(), bytes(MaxAnswer)}; }
    Ack ack() { return {natural()}; }
    Ping ping() { return {natural()}; }
    Pong pong() { return {natural(), natural()}; }
    Bye bye() { return {text(), text(), natural()}; }
    Offer offer() { return {sha(), natural()}; }
    Have have() { return {sha(), natural(), boolean(), bytes(MaxBlob / ChunkSize / 8 + 1)}; }
    Put put() { return {sha(), integer<std::uint32_t>(), bytes(ChunkSize)}; }
    Got got() { return {sha()}; }
    Get get() { return {sha(), integer<std::uint32_t>(), integer<std::uint32_t>()}; }
    Chunk chunk() { return {sha(), natural(), integer<std::uint32_t>(), bytes(ChunkSize)}; }
    Missing missing() { return {sha(), text()}; }

    Take take() { return {sha(), integer<std::uint32_t>(), integer<std::uint32_t>()}; }
    Piece piece() { return {sha(), integer<std::uint32_t>(), bytes(PieceSize)}; }
    Gone gone() { return {sha()}; }
    Making making() { return {natural(), natural()}; }

    Snapshot snapshot()
    {
        Snapshot snapshot;
        eachEntry([&](quint64 key) {
            switch (static_cast<SnapshotKey>(key)) {
            case SnapshotKey::Sha: snapshot.sha = sha(); break;
            case SnapshotKey::PackedSize: snapshot.packedSize = natural(); break;
            case SnapshotKey::Size: snapshot.size = natural(); break;
            case SnapshotKey::Rows: snapshot.rows = natural(); break;
            case SnapshotKey::Upto: snapshot.upto = natural(); break;
            case SnapshotKey::View: snapshot.view = bytes(MaxView); break;
            default: skip(); break;
            }
        });
        if (snapshot.sha.isEmpty() || snapshot.size > MaxSnapshot || snapshot.packedSize > MaxSnapshot)
            refuse(u"no snapshot"_s);
        return snapshot;
    }

    FieldValues fields()
    {
        FieldValues values;
        eachField([&](std::uint16_t field) { values.emplace_back(field, value()); });
        return values;
    }
};

template <class Message, class Read>
Expected<Message> decodeMessage(const QByteArray& frame, Read read)
{
    const Expected<QByteArray> payload = unwrapFrame(frame);
    if (!payload)
        return fail(payload.error());
    MessageDecoder in(*payload);
    const MessageType type = in.begin();
    std::optional<Message> message;
    if (!in.failed())
        message = read(in, type);
    if (!in.failed() && !message)
        return fail(ErrorCode::MessageMalformed, {}, u"unknown message %1"_s.arg(static_cast<int>(type)));
    in.end();
    if (in.failed())
        return fail(ErrorCode::MessageMalformed, {}, in.why());
    return std::move(*message);
}

}  // namespace

Expected<ClientMessage> decodeClientMessage(const QByteArray& bytes)
{
    return decodeMessage<ClientMessage>(bytes,
                                        [](MessageDecoder& in, MessageType type) -> std::optional<ClientMessage> {
                                            switch (type) {
                                            case MessageType::Hello: return in.hello();
                                            case MessageType::Push: return in.push();
                                            case MessageType::Ack: return in.ack();
                                            case MessageType::Ping: return in.ping();
                                            case MessageType::Bye: return in.bye();
                                            case MessageType::Offer: return in.offer();
                                            case MessageType::Put: return in.put();
                                            case MessageType::Get: return in.get();
                                            case MessageType::Proof: return in.proof();
                                            case MessageType::Token: return in.token();
                                            case MessageType::Request: return in.request();
                                            case MessageType::Take: return in.take();
                                            default: return std::nullopt;
                                            }
                                        });
}

Expected<ServerMessage> decodeServerMessage(const QByteArray& bytes)
{
    return decodeMessage<ServerMessage>(bytes,
                                        [](MessageDecoder& in, MessageType type) -> std::optional<ServerMessage> {
                                            switch (type) {
                                            case MessageType::Welcome: return in.welcome();
                                            case MessageType::Pushed: return in.pushed();
                                            case MessageType::Page: return in.page();
                                            case MessageType::Pong: return in.pong();
                                            case MessageType::Bye: return in.bye();
                                            case MessageType::Have: return in.have();
                                            case MessageType::Got: return in.got();
                                            case MessageType::Chunk: return in.chunk();
                                            case MessageType::Missing: return in.missing();
                                            case MessageType::Challenge: return in.challenge();
                                            case MessageType::Renewed: return in.renewed();
                                            case MessageType::Answer: return in.answer();
                                            case MessageType::Snapshot: return in.snapshot();
                                            case MessageType::Making: return in.making();
                                            case MessageType::Piece: return in.piece();
                                            case MessageType::Gone: return in.gone();
                                            default: return std::nullopt;
                                            }
                                        });
}

Expected<FieldValues> decodeFields(const QByteArray& bytes)
{
    MessageDecoder in(bytes);
    FieldValues values = in.fields();
    if (in.failed())
        return fail(ErrorCode::MessageMalformed, {}, in.why());
    return values;
}

Expected<QVariant> decodeValue(const QByteArray& bytes)
{
    MessageDecoder in(bytes);
    QVariant value = in.value();
    if (in.failed())
        return fail(ErrorCode::MessageMalformed, {}, in.why());
    return value;
}

}  // namespace Forecourt::Wire
