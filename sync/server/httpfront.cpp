// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/httpfront.h"

#include "sync/server/peernetwork.h"

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

constexpr int FrontBacklog = 512;
constexpr int FrontAnswerMs = 60'000;  // hashing passwords takes its time when many come at once
constexpr auto FrontRetryAfter = "10";
constexpr char FrontTlsHandshake = 0x16;  // first byte of every TLS connection

}  // namespace

HttpFront::HttpFront(QObject* parent) : HttpFront(Limits(), parent) {}

HttpFront::HttpFront(Limits limits, QObject* parent)
    : QObject(parent),
      m_sockets(u"Forecourt"_s, QWebSocketServer::NonSecureMode),
      m_limits(limits),
      m_room(limits.waiting)
{
    m_tcp.setMaxPendingConnections(FrontBacklog);
    m_tcp.setListenBacklogSize(FrontBacklog);
    connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_tcp.nextPendingConnection())
            accept(socket);
    });
    m_sockets.setMaxPendingConnections(FrontBacklog);
    connect(&m_sockets, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket* socket = m_sockets.nextPendingConnection())
            Q_EMIT socketConnected(socket, m_upgrading.take({socket->peerAddress(), socket->peerPort()}),
                                   socket->requestUrl().path().toUtf8());
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
    const WaitingRoom::Id id = ++m_lastId;
    const WaitingRoom::Entry entry = m_room.enter(id, addressOf(socket->peerAddress()));
    if (entry.victim || !entry.admitted)
        Q_EMIT turnedAway();
    if (entry.victim) {
        if (QTcpSocket* victim = m_waiting.take(*entry.victim))
            victim->abort();
    }
    if (!entry.admitted)
        return refuse(socket);
    m_waiting.insert(id, socket);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setReadBufferSize(HttpMaxHeader + HttpMaxBody);
    // The guard is this connection's time and its place in the room; it goes with the connection, or when a WebSocket
    // has come of it.
    auto* guard = new QTimer(socket);
    guard->setObjectName("guard"_L1);
    guard->setSingleShot(true);
    connect(guard, &QTimer::timeout, socket, [socket] { socket->abort(); });
    connect(guard, &QObject::destroyed, this, [this, id] {
        m_room.leave(id);
        m_waiting.remove(id);
    });
    guard->start(m_limits.requestMs);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (auto* secure = qobject_cast<QSslSocket*>(socket))
        connect(secure, &QTcpSocket::readyRead, this, [this, secure] { greet(secure); });
    else
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
}

void HttpFront::refuse(QTcpSocket* socket)
{
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    // Within TLS it would cost a handshake to say why.
    if (m_tcp.isTls())
        return socket->abort();
    socket->write(httpResponse(503, R"({"error":"busy"})", {{"Retry-After", FrontRetryAfter}}));
    socket->disconnectFromHost();
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
    auto* guard = socket->findChild<QTimer*>(u"guard"_s);
    // Whoever speaks plainly to a server with TLS is told so, and nothing else.
    const auto* secure = qobject_cast<QSslSocket*>(socket);
    const bool plain = secure && !secure->isEncrypted();
    const bool handshake = parse.state == HttpParse::State::Complete && parse.request.isWebSocketUpgrade() &&
                           m_socketPaths.contains(parse.request.path);
    if (handshake && !plain && !parse.request.headers.contains("origin") && parse.request.isSoundHandshake()) {
        delete guard;
        return upgrade(socket);
    }
    guard->start(FrontAnswerMs);

    const auto respond = [guarded = QPointer(socket), encrypted = secure && !plain](
                             int status, const QByteArray& json,
                             const QList<std::pair<QByteArray, QByteArray>>& headers) {
        if (!guarded || guarded->state() != QAbstractSocket::ConnectedState)
            return;
        auto all = headers;
        if (encrypted)
            all.emplaceBack("Strict-Transport-Security", "max-age=31536000");
        guarded->write(httpResponse(status, json, all));
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
    if (handshake)
        return respond(426, R"({"error":"handshake"})", {{"Sec-WebSocket-Version", "13"}});
    const QHostAddress peer = socket->peerAddress();
    m_handler(parse.request, {peer, clientOf(peer, parse.request.headers.value("x-forwarded-for"))}, respond);
}

bool HttpFront::isProxy(const QHostAddress& peer) const
{
    return std::ranges::any_of(m_proxies, [&peer](const QHostAddress& proxy) {
        return peer.isEqual(proxy, QHostAddress::TolerantConversion);
    });
}

QString HttpFront::addressOf(const QHostAddress& peer) const
{
    return isProxy(peer) ? QString() : peerNetwork(peer);
}

QHostAddress HttpFront::clientOf(const QHostAddress& peer, const QByteArray& forwardedFor) const
{
    if (!isProxy(peer))
        return peer;
    // The last one is what the proxy saw; whatever stands before it, anybody may have written.
    const QHostAddress client(QString::fromLatin1(forwardedFor.split(',').last().trimmed()));
    return client.isNull() ? peer : client;
}

void HttpFront::upgrade(QTcpSocket* socket)
{
    disconnect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->setReadBufferSize(0);
    const std::pair peer(socket->peerAddress(), socket->peerPort());
    m_upgrading.insert(peer, socket);
    connect(socket, &QObject::destroyed, this, [this, peer, socket] {
        if (m_upgrading.value(peer) == socket)
            m_upgrading.remove(peer);
    });
    m_sockets.handleConnection(socket);
    // The handshake lies unread in the socket; Qt waits for the news of its arrival.
    QMetaObject::invokeMethod(socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

}  // namespace Forecourt
