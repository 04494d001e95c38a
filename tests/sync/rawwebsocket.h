// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/sync/serverprocess.h"

#include <QSslSocket>
#include <QtEndian>

#include <optional>

namespace Forecourt::Tests {

/// One end of a WebSocket that keeps to no rule but its test's: frames are made by hand, and it only reads when told.
class RawWebSocket {
public:
    enum Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    /// Connects, within TLS where the server speaks it, and shakes hands.
    bool open(const ServerProcess& server, const QString& path = QStringLiteral("/api/v1/sync"))
    {
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.connectToHost(server.url().host(), static_cast<quint16>(server.url().port()));
        if (!m_socket.waitForConnected(30'000))
            return false;
        if (server.url().scheme() == QLatin1String("https")) {
            m_socket.startClientEncryption();
            if (!m_socket.waitForEncrypted(30'000))
                return false;
        }
        m_socket.write(handshake(path));
        return waitFor([this] { return m_socket.peek(4096).contains("\r\n\r\n"); }) &&
               takeHead().startsWith("HTTP/1.1 101 ");
    }
    static QByteArray handshake(const QString& path)
    {
        return "GET " + path.toLatin1() +
               " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    /// The bytes of one masked frame. `claimed`: the length that it pretends to have.
    static QByteArray frame(Opcode opcode, const QByteArray& payload, bool final = true,
                            std::optional<quint64> claimed = std::nullopt)
    {
        const quint64 length = claimed.value_or(static_cast<quint64>(payload.size()));
        QByteArray out;
        out.append(static_cast<char>((final ? 0x80 : 0) | opcode));
        if (length < 126) {
            out.append(static_cast<char>(0x80 | length));
        } else if (length < 65'536) {
            out.append(static_cast<char>(0x80 | 126));
            const quint16 big = qToBigEndian(static_cast<quint16>(length));
            out.append(reinterpret_cast<const char*>(&big), sizeof big);
        } else {
            out.append(static_cast<char>(0x80 | 127));
            const quint64 big = qToBigEndian(length);
            out.append(reinterpret_cast<const char*>(&big), sizeof big);
        }
        // A mask of zeros leaves the payload as it is.
        return out + QByteArray(4, '\0') + payload;
    }
    /// Nothing, once the other end has closed.
    void send(const QByteArray& bytes)
    {
        if (!isClosed())
            m_socket.write(bytes);
    }
    void send(const Wire::ClientMessage& message) { send(frame(Binary, Wire::encode(message))); }

    /// Says who it is and reads the welcome.
    std::optional<Wire::Welcome> signIn(const QByteArray& token)
    {
        Wire::Hello hello;
        hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
        hello.token = token;
        send(hello);
        const auto challenge = next<Wire::Challenge>();
        if (!challenge)
            return std::nullopt;
        send(Wire::Proof{Wire::helloProof(ServerProcess::DeviceSecret, challenge->nonce, sha256(token))});
        return next<Wire::Welcome>();
    }

    /// The next message of this kind, others are passed over; nothing if none comes.
    template <class Message>
    std::optional<Message> next()
    {
        while (const auto payload = nextFrame()) {
            const auto message = Wire::decodeServerMessage(*payload);
            if (message && std::holds_alternative<Message>(*message))
                return std::get<Message>(*message);
        }
        return std::nullopt;
    }

    /// From now on nothing is taken from the system, whose buffers fill up.
    void stopReading() { m_socket.setReadBufferSize(1); }
    bool waitForEnd(int msecs = 60'000)
    {
        return QTest::qWaitFor([this] { return isClosed(); }, msecs);
    }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QSslSocket& socket() { return m_socket; }

private:
    template <class Condition>
    bool waitFor(Condition condition)
    {
        return QTest::qWaitFor([&] { return condition() || isClosed(); }, 30'000) && condition();
    }
    QByteArray takeHead() { return m_socket.read(m_socket.peek(4096).indexOf("\r\n\r\n") + 4); }
    /// The payload of a whole frame, which a server does not mask.
    std::optional<QByteArray> nextFrame()
    {
        qint64 head = 2;
        quint64 length = 0;
        const auto isThere = [&] {
            const QByteArray bytes = m_socket.peek(10);
            if (bytes.size() < 2)
                return false;
            length = static_cast<quint8>(bytes[1]) & 0x7fU;
            head = length == 126 ? 4 : length == 127 ? 10 : 2;
            if (bytes.size() < head)
                return false;
            if (length == 126)
                length = qFromBigEndian<quint16>(bytes.constData() + 2);
            else if (length == 127)
                length = qFromBigEndian<quint64>(bytes.constData() + 2);
            return m_socket.bytesAvailable() >= head + static_cast<qint64>(length);
        };
        if (!waitFor(isThere))
            return std::nullopt;
        m_socket.skip(head);
        return m_socket.read(static_cast<qint64>(length));
    }

    QSslSocket m_socket;
};

}  // namespace Forecourt::Tests
