// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/httpfront.h"

#include <QPointer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int FrontMaxWaiting = 512;
constexpr int FrontPatienceMs = 10'000;
constexpr char FrontTlsHandshake = 0x16;  // first byte of every TLS connection

}  // namespace

HttpFront::HttpFront(QObject* parent) : QObject(parent), m_sockets(u"Forecourt"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_tcp.nextPendingConnection())
            accept(socket);
    });
    m_sockets.setMaxPendingConnections(FrontMaxWaiting);
    connect(&m_sockets, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket* socket = m_sockets.nextPendingConnection())
            Q_EMIT socketConnected(socket, socket->requestUrl().path().toUtf8());
    });
}

bool HttpFront::listen(const QHostAddress& address, quint16 port)
{
    return m_tcp.listen(address, port);
}

QString HttpFront::address() const
{
    const QHostAddress address = m_tcp.serverAddress();
    if (address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4) ||
        address == QHostAddress(QHostAddress::AnyIPv6))
        return u"127.0.0.1"_s;
    return address.protocol() == QAbstractSocket::IPv6Protocol ? u'[' + address.toString() + u']' : address.toString();
}

void HttpFront::close()
{
    m_tcp.close();
}

void HttpFront::accept(QTcpSocket* socket)
{
    if (m_waiting >= FrontMaxWaiting) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_waiting;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setReadBufferSize(HttpMaxHeader + HttpMaxBody);
    // The guard is this connection's time and its place in the count; it goes when the request has been read.
    auto* guard = new QTimer(socket);
    guard->setObjectName("guard"_L1);
    guard->setSingleShot(true);
    connect(guard, &QTimer::timeout, socket, [socket] { socket->abort(); });
    connect(guard, &QObject::destroyed, this, [this] { --m_waiting; });
    guard->start(FrontPatienceMs);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (auto* secure = qobject_cast<QSslSocket*>(socket))
        connect(secure, &QTcpSocket::readyRead, this, [this, secure] { greet(secure); });
    else
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
}

void HttpFront::greet(QSslSocket* socket)
{
    char first = 0;
    if (socket->peek(&first, 1) != 1)
        return;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    if (first == FrontTlsHandshake)
        socket->startServerEncryption();
    else
        read(socket);
}

void HttpFront::read(QTcpSocket* socket)
{
    const HttpParse parse = parseHttp(socket->peek(HttpMaxHeader + HttpMaxBody));
    if (parse.state == HttpParse::State::Incomplete)
        return;
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    delete socket->findChild<QTimer*>(u"guard"_s);
    // Whoever speaks plainly to a server with TLS is told so, and nothing else.
    const auto* secure = qobject_cast<QSslSocket*>(socket);
    const bool plain = secure && !secure->isEncrypted();
    if (parse.state == HttpParse::State::Complete && !plain && parse.request.isWebSocketUpgrade() &&
        m_socketPaths.contains(parse.request.path) && !parse.request.headers.contains("origin"))
        return upgrade(socket);

    const auto respond = [guarded = QPointer(socket)](int status, const QByteArray& json,
                                                      const QList<std::pair<QByteArray, QByteArray>>& headers) {
        if (!guarded || guarded->state() != QAbstractSocket::ConnectedState)
            return;
        guarded->write(httpResponse(status, json, headers));
        guarded->disconnectFromHost();
    };
    if (parse.state == HttpParse::State::Bad)
        return respond(parse.status, R"({"error":"bad_request"})", {});
    if (plain) {
        socket->skip(parse.headerSize + parse.bodySize);
        return respond(400, R"({"error":"tls"})", {});
    }
    socket->skip(parse.headerSize + parse.bodySize);
    if (parse.request.isWebSocketUpgrade() && parse.request.headers.contains("origin"))
        return respond(403, R"({"error":"origin"})", {});
    const QHostAddress peer = socket->peerAddress();
    m_handler(parse.request, {peer, clientOf(peer, parse.request.headers.value("x-forwarded-for"))}, respond);
}

QHostAddress HttpFront::clientOf(const QHostAddress& peer, const QByteArray& forwardedFor) const
{
    const bool trusted = std::ranges::any_of(m_proxies, [&peer](const QHostAddress& proxy) {
        return peer.isEqual(proxy, QHostAddress::TolerantConversion);
    });
    if (!trusted)
        return peer;
    // The last one is what the proxy saw; whatever stands before it, anybody may have written.
    const QHostAddress client(QString::fromLatin1(forwardedFor.split(',').last().trimmed()));
    return client.isNull() ? peer : client;
}

void HttpFront::upgrade(QTcpSocket* socket)
{
    disconnect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->setReadBufferSize(0);
    m_sockets.handleConnection(socket);
    // The handshake lies unread in the socket; Qt waits for the news of its arrival.
    QMetaObject::invokeMethod(socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

}  // namespace Forecourt
