// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "sync/protocol/frame.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/numbers.h"

#include <QCborStreamReader>

#include <limits>

namespace Forecourt::Wire {

using namespace Qt::StringLiterals;

namespace {

/// Reads one message. After the first mistake everything reads as empty and `failed()` stays true, so that the shapes
/// below need no check after each element.
class MessageDecoder {
public:
    explicit MessageDecoder(const QByteArray& payload) : m_in(payload) {}

    bool failed() { return m_failed || m_in.lastError() != QCborError::NoError; }
    QString why() { return m_failed ? m_why : m_in.lastError().toString(); }

    MessageType begin()
    {
        enterArray();
        return static_cast<MessageType>(unsignedInteger(std::numeric_limits<std::uint8_t>::max()));
    }

    /// Leaves the outermost array; whatever a later version added is skipped.
    void end()
    {
        leave();
        if (!failed() && m_in.currentOffset() != m_size)
            refuse(u"bytes after the message"_s);
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
            op.clock = {stamp(), device};
            eachField([&](std::uint16_t field) {
                Op::FieldEdit edit{field, {}, {}};
                if (!stampedValue(edit.value, edit.base))
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
            if (hasNext())
                exception.code = text();
            if (hasNext())
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
        return page;
    }

    // Members of an initialiser list in braces are evaluated from left to right.
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

    QVariant value()
    {
        if (failed())
            return {};
        switch (m_in.type()) {
        case QCborStreamReader::UnsignedInteger:
        case QCborStreamReader::NegativeInteger: return QVariant::fromValue<qlonglong>(signedInteger());
        case QCborStreamReader::String: return text(MaxMessage);
        case QCborStreamReader::ByteArray: return bytes(MaxMessage);
        case QCborStreamReader::Double: {
            const double number = m_in.toDouble();
            m_in.next();
            return number;
        }
        case QCborStreamReader::SimpleType:
            if (m_in.isNull() || m_in.isUndefined()) {
                m_in.next();
                return {};
            }
            [[fallthrough]];
        default: refuse(u"not a value"_s); return {};
        }
    }

    FieldValues fields()
    {
        FieldValues values;
        eachField([&](std::uint16_t field) { values.emplace_back(field, value()); });
        return values;
    }

    void setSize(qint64 size) { m_size = size; }

private:
    void refuse(const QString& why)
    {
        if (!m_failed)
            m_why = why;
        m_failed = true;
    }

    bool hasNext() { return !failed() && m_in.hasNext(); }

    bool expect(QCborStreamReader::Type type)
    {
        if (failed())
            return false;
        if (m_in.type() == type)
            return true;
        refuse(u"unexpected element"_s);
        return false;
    }

    void enterArray()
    {
        if (expect(QCborStreamReader::Array))
            m_in.enterContainer();
    }

    void leave()
    {
        while (hasNext())
            skip();
        if (!failed())
            m_in.leaveContainer();
    }

    void skip()
    {
        if (!failed())
            m_in.next(MaxDepth - m_in.containerDepth());
    }

    template <class Read>
    void eachElement(int limit, Read read)
    {
        enterArray();
        for (int count = 0; hasNext(); ++count) {
            if (count == limit)
                return refuse(u"too many elements"_s);
            read();
        }
        leave();
    }

    template <class Read>
    void eachEntry(Read read)
    {
        if (expect(QCborStreamReader::Map))
            m_in.enterContainer();
        for (int count = 0; hasNext(); ++count) {
            if (count == MaxFields)
                return refuse(u"too many entries"_s);
            const quint64 key = unsignedInteger(std::numeric_limits<quint64>::max());
            if (!failed())
                read(key);
        }
        leave();
    }

    template <class Read>
    void eachField(Read read)
    {
        eachEntry([&](quint64 key) {
            if (key > std::numeric_limits<std::uint16_t>::max())
                return refuse(u"field number out of range"_s);
            read(static_cast<std::uint16_t>(key));
        });
    }

    quint64 unsignedInteger(quint64 limit)
    {
        if (!expect(QCborStreamReader::UnsignedInteger))
            return 0;
        const quint64 number = m_in.toUnsignedInteger();
        if (number > limit) {
            refuse(u"number out of range"_s);
            return 0;
        }
        m_in.next();
        return number;
    }

    template <class Integer>
    Integer integer()
    {
        return static_cast<Integer>(unsignedInteger(std::numeric_limits<Integer>::max()));
    }

    qint64 natural() { return integer<qint64>(); }

    qint64 signedInteger()
    {
        if (failed())
            return 0;
        if (m_in.isUnsignedInteger())
            return natural();
        if (!expect(QCborStreamReader::NegativeInteger))
            return 0;
        // CBOR has −1 − n for n up to 2^64 − 1; the wrapped form of 2^64 is 0.
        const auto magnitude = static_cast<quint64>(m_in.toNegativeInteger());
        if (magnitude == 0 || magnitude > quint64(1) << 63) {
            refuse(u"number out of range"_s);
            return 0;
        }
        m_in.next();
        return static_cast<qint64>(-magnitude);
    }

    qint64 sum(qint64 before, qint64 difference)
    {
        qint64 result = 0;
        if (qAddOverflow(before, difference, &result) || result < 0)
            refuse(u"number out of range"_s);
        return result;
    }

    bool boolean()
    {
        if (failed())
            return false;
        if (!m_in.isBool()) {
            refuse(u"unexpected element"_s);
            return false;
        }
        const bool answer = m_in.toBool();
        m_in.next();
        return answer;
    }

    std::uint64_t stamp()
    {
        m_stamp += static_cast<std::uint64_t>(signedInteger());
        return m_stamp;
    }

    /// True if an array [value, stamp, device] was here.
    bool stampedValue(QVariant& fieldValue, Hlc& clock)
    {
        if (failed() || !m_in.isArray())
            return false;
        enterArray();
        fieldValue = value();
        clock.stamp = stamp();
        clock.device = integer<std::uint32_t>();
        leave();
        return true;
    }

    QByteArray bytes(qsizetype limit)
    {
        if (!expect(QCborStreamReader::ByteArray))
            return {};
        QByteArray all;
        if (m_in.isLengthKnown() && m_in.length() > static_cast<quint64>(limit)) {
            refuse(u"byte string too long"_s);
            return {};
        }
        for (;;) {
            const qsizetype size = m_in.currentStringChunkSize();
            if (size < 0 || size > limit - all.size()) {
                refuse(u"byte string too long"_s);
                return {};
            }
            auto part = m_in.readByteArray();
            if (part.status == QCborStreamReader::EndOfString)
                return all;
            if (part.status == QCborStreamReader::Error) {
                refuse(u"broken byte string"_s);
                return {};
            }
            if (all.isEmpty())
                all = std::move(part.data);
            else
                all += part.data;
        }
    }

    QString text(qsizetype limit = MaxName)
    {
        if (!expect(QCborStreamReader::String))
            return {};
        if (m_in.isLengthKnown() && m_in.length() > static_cast<quint64>(limit)) {
            refuse(u"text too long"_s);
            return {};
        }
        QString all = u""_s;  // an empty text is not a missing one
        for (;;) {
            const qsizetype size = m_in.currentStringChunkSize();
            if (size < 0 || size > limit - all.size()) {
                refuse(u"text too long"_s);
                return {};
            }
            auto part = m_in.readString();
            if (part.status == QCborStreamReader::EndOfString)
                return all;
            if (part.status == QCborStreamReader::Error) {
                refuse(u"broken text"_s);
                return {};
            }
            if (!part.data.isEmpty())
                all = all.isEmpty() ? std::move(part.data) : all + part.data;
        }
    }

    Uuid id()
    {
        const QByteArray raw = bytes(Uuid::Size);
        if (raw.size() != Uuid::Size)
            refuse(u"id of the wrong length"_s);
        return Uuid::fromBytes(raw);
    }

    QByteArray sha()
    {
        QByteArray raw = bytes(32);
        if (raw.size() != 32)
            refuse(u"hash of the wrong length"_s);
        return raw;
    }

    QCborStreamReader m_in;
    qint64 m_size = 0;
    std::uint64_t m_stamp = 0;
    bool m_failed = false;
    QString m_why;
};

template <class Message, class Read>
Expected<Message> decodeMessage(const QByteArray& frame, Read read)
{
    const Expected<QByteArray> payload = unwrapFrame(frame);
    if (!payload)
        return fail(payload.error());
    MessageDecoder in(*payload);
    in.setSize(payload->size());
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
