// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/syncsocket.h"

#include "sync/client/certificateguard.h"
#include "sync/client/wirecapture.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include <QSslSocket>
#include <QWebSocket>

namespace Forecourt {

using namespace Qt::StringLiterals;

void SyncSocket::Discard::operator()(QWebSocket* socket) const
{
    // May be called from one of its own signals.
    socket->disconnect();
    socket->abort();
    socket->deleteLater();
}

SyncSocket::SyncSocket(QObject* parent) : QObject(parent) {}

SyncSocket::~SyncSocket() = default;

void SyncSocket::open(const QUrl& url, const QByteArray& pin)
{
    m_socket.reset(new QWebSocket);
    QWebSocket* socket = m_socket.get();
    socket->setMaxAllowedIncomingFrameSize(Wire::MaxMessage);
    socket->setMaxAllowedIncomingMessageSize(Wire::MaxMessage);
    connect(socket, &QWebSocket::connected, this, &SyncSocket::opened);
    connect(socket, &QWebSocket::disconnected, this, [this] { report(std::nullopt); });
    connect(socket, &QWebSocket::bytesWritten, this, &SyncSocket::drained);
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& bytes) {
        auto message = Wire::decodeServerMessage(bytes);
        if (WireCapture* capture = WireCapture::ofThisProcess())
            capture->received(bytes, message ? &*message : nullptr);
        if (message)
            Q_EMIT received(*message);
        else
            Q_EMIT unreadable(message.error());
    });
    connect(socket, &QWebSocket::textMessageReceived, this, [this] {
        Q_EMIT unreadable(Error{ErrorCode::MessageMalformed, {}, {}});
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    constexpr auto failed = &QWebSocket::errorOccurred;
#else
    constexpr auto failed = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
    connect(socket, failed, this, [this](QAbstractSocket::SocketError) {
        report(Error{ErrorCode::ServerUnreachable, {}, m_socket->errorString()});
    });
    socket->open(url);
    if (url.scheme() != "wss"_L1)
        return;
    // A QWebSocket tells nothing of the certificate; the socket in it does.
    if (auto* tls = socket->findChild<QSslSocket*>())
        new CertificateGuard(tls, pin);
    else
        report(Error{ErrorCode::TlsFailed, url.host(), {}});
}

void SyncSocket::close()
{
    m_socket.reset();
}

void SyncSocket::send(const Wire::ClientMessage& message)
{
    if (!m_socket)
        return;
    if (WireCapture* capture = WireCapture::ofThisProcess())
        capture->sent(message);
    m_socket->sendBinaryMessage(Wire::encode(message));
}

qint64 SyncSocket::bytesToWrite() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void SyncSocket::report(std::optional<Error> error)
{
    const auto* tls = m_socket ? m_socket->findChild<QSslSocket*>() : nullptr;
    if (auto refusal = tls ? CertificateGuard::refusalOf(*tls) : std::nullopt)
        error = std::move(refusal);
    m_socket.reset();
    Q_EMIT closed(error);
}

}  // namespace Forecourt
