// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <atomic>

namespace Forecourt::Bench {

/// Stands between workstations and a server and counts the bytes of both directions, on a thread of its own.
class CountingProxy {
public:
    explicit CountingProxy(const QUrl& server) : m_server(server)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~CountingProxy()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { delete m_listener; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    CountingProxy(const CountingProxy&) = delete;
    CountingProxy& operator=(const CountingProxy&) = delete;

    QUrl url() const
    {
        QUrl url = m_server;
        url.setPort(m_port);
        return url;
    }
    /// Bytes to and from the server since the last call.
    qint64 takeUp() { return m_up.exchange(0); }
    qint64 takeDown() { return m_down.exchange(0); }

private:
    void listen()
    {
        m_listener = new QTcpServer;
        QObject::connect(m_listener, &QTcpServer::newConnection, m_listener, [this] {
            while (QTcpSocket* client = m_listener->nextPendingConnection())
                join(client);
        });
        if (!m_listener->listen(QHostAddress::LocalHost))
            qFatal("the counting proxy cannot listen");
        m_port = m_listener->serverPort();
    }

    void join(QTcpSocket* client)
    {
        auto* server = new QTcpSocket(client);
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        pass(client, server, m_up);
        pass(server, client, m_down);
        QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    static void pass(QTcpSocket* from, QTcpSocket* to, std::atomic<qint64>& counter)
    {
        QObject::connect(from, &QTcpSocket::readyRead, to, [from, to, &counter] {
            const QByteArray bytes = from->readAll();
            counter += bytes.size();
            to->write(bytes);
        });
    }

    const QUrl m_server;
    int m_port = 0;
    std::atomic<qint64> m_up = 0;
    std::atomic<qint64> m_down = 0;
    QThread m_thread;
    QObject m_context;
    QTcpServer* m_listener = nullptr;
};

}  // namespace Forecourt::Bench
