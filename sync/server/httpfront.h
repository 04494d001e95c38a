// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http.h"
#include "sync/server/tlslistener.h"
#include "sync/server/waitingroom.h"

#include <QHash>
#include <QHostAddress>
#include <QWebSocketServer>

#include <functional>

class QSslSocket;
class QTcpSocket;
class QWebSocket;

namespace Forecourt {

/// One port for HTTP and WebSocket. Requests are read by our own small parser, since nobody is signed in yet at that
/// point and every size and time has to be bounded; WebSocket handshakes are handed to Qt once they are complete.
/// Any Origin header on a handshake is refused: workstations send none, and a web page must not get in.
class HttpFront : public QObject {
    Q_OBJECT

public:
    /// Sends the response; may be called later, once. Harmless if the connection is gone by then.
    using Respond = std::function<void(int status, const QByteArray& json,
                                       const QList<std::pair<QByteArray, QByteArray>>& headers)>;
    /// Where a request comes from.
    struct Source {
        QHostAddress peer;    ///< the other end of the connection
        QHostAddress client;  ///< whom it stands for, see setProxies(); usually the same
    };
    using Handler = std::function<void(const HttpRequest& request, const Source& source, Respond respond)>;

    struct Limits {
        WaitingRoom::Limits waiting;  ///< connections that are not answered yet
        int requestMs = 10'000;       ///< for a whole request
    };
    explicit HttpFront(QObject* parent = nullptr);
    explicit HttpFront(Limits limits, QObject* parent = nullptr);

    bool listen(const QHostAddress& address, quint16 port);
    QString errorString() const { return m_tcp.errorString(); }
    quint16 port() const { return m_tcp.serverPort(); }
    /// As in a URL: an IPv6 address is in brackets, "any" is this computer.
    QString address() const;
    void close();
    /// Speaks TLS on the connections from now on; again for a renewed certificate.
    void setTls(const QSslConfiguration& configuration) { m_tcp.setTls(configuration); }
    bool isTls() const { return m_tcp.isTls(); }

    /// For every request that is not a handshake.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Who may tell with X-Forwarded-For whom a request is from: without, everybody behind a proxy would be one
    /// address, and a few wrong passwords would keep all of them out.
    void setProxies(QList<QHostAddress> proxies) { m_proxies = std::move(proxies); }
    /// Connections that are not answered yet.
    int waiting() const { return m_room.size(); }
    /// What counts as one address for limits, see peerNetwork(). Empty for a proxy: whoever is behind it is not known
    /// before the request is read.
    QString addressOf(const QHostAddress& peer) const;
    /// The address behind a connection from `peer` whose request had this X-Forwarded-For.
    QHostAddress clientOf(const QHostAddress& peer, const QByteArray& forwardedFor) const;
    /// Paths on which WebSockets are accepted.
    void setSocketPaths(QList<QByteArray> paths) { m_socketPaths = std::move(paths); }

Q_SIGNALS:
    /// The receiver owns the socket. `connection`: what it is made of.
    void socketConnected(QWebSocket* socket, QTcpSocket* connection, const QByteArray& path);
    /// A connection was one too many.
    void turnedAway();

private:
    void accept(QTcpSocket* socket);
    void refuse(QTcpSocket* socket);
    bool isProxy(const QHostAddress& peer) const;
    void greet(QSslSocket* socket);
    void read(QTcpSocket* socket);
    void upgrade(QTcpSocket* socket);

    TlsListener m_tcp;
    QWebSocketServer m_sockets;
    Handler m_handler;
    QList<QByteArray> m_socketPaths;
    QList<QHostAddress> m_proxies;
    const Limits m_limits;
    WaitingRoom m_room;
    QHash<WaitingRoom::Id, QTcpSocket*> m_waiting;
    WaitingRoom::Id m_lastId = 0;
    /// Handed to Qt, which does not say what the WebSocket that comes of it is made of; by the other end.
    QHash<std::pair<QHostAddress, quint16>, QTcpSocket*> m_upgrading;
};

}  // namespace Forecourt
