// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <vector>

namespace Forecourt::Tests {

/// A bad network between workstations and servers: it delays, falls silent with the connection open, and cuts at any
/// byte. Lives on the thread of the test, whose event loop has to run.
class CuttingProxy : public QObject {
public:
    explicit CuttingProxy(quint32 seed) : m_random(seed)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                pair(socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("proxy: %s", qUtf8Printable(m_server.errorString()));
    }

    /// Each connection goes to one of them.
    void setServers(const std::vector<QUrl>& servers) { m_servers = servers; }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

    /// Connections from now on are cut after a number of bytes, and most bytes come late.
    void setBad(bool bad) { m_bad = bad; }
    /// Nothing goes on, in either direction, and nobody is told.
    void setSilent(bool silent)
    {
        m_silent = silent;
        for (Pipe* pipe : findChildren<Pipe*>(Qt::FindDirectChildrenOnly))
            pipe->pass();
    }
    void cutAll()
    {
        for (Pipe* pipe : findChildren<Pipe*>(Qt::FindDirectChildrenOnly))
            pipe->cut();
    }
    /// Connections that were cut in the middle of what was being sent.
    int cuts() const { return m_cuts; }

private:
    class Pipe : public QObject {
    public:
        Pipe(CuttingProxy* proxy, QTcpSocket* near, const QUrl& server)
            : QObject(proxy), m_proxy(*proxy), m_near(near), m_far(new QTcpSocket(this))
        {
            near->setParent(this);
            if (proxy->m_bad) {
                m_left = static_cast<qint64>(proxy->m_random.bounded(1U << (8 + proxy->m_random.bounded(9U))));
                m_delay = static_cast<int>(proxy->m_random.bounded(30U));
            }
            for (QTcpSocket* end : {m_near, m_far}) {
                connect(end, &QTcpSocket::readyRead, this, &Pipe::later);
                connect(end, &QTcpSocket::disconnected, this, &Pipe::finish);
                connect(end, &QTcpSocket::errorOccurred, this, &Pipe::finish);
            }
            connect(m_far, &QTcpSocket::connected, this, &Pipe::later);
            m_far->connectToHost(server.host(), static_cast<quint16>(server.port()));
        }

        void pass()
        {
            m_waiting = false;
            if (m_proxy.m_silent || m_far->state() == QAbstractSocket::HostLookupState ||
                m_far->state() == QAbstractSocket::ConnectingState)
                return;
            move(m_near, m_far);
            if (m_left != 0)
                move(m_far, m_near);
            if (m_left == 0) {
                ++m_proxy.m_cuts;
                cut();
            }
        }
        void cut()
        {
            for (QTcpSocket* end : {m_near, m_far}) {
                end->disconnect(this);
                end->flush();
                end->abort();
            }
            deleteLater();
        }

    private:
        void later()
        {
            if (std::exchange(m_waiting, true))
                return;
            QTimer::singleShot(m_delay, this, &Pipe::pass);
        }
        void finish()
        {
            if (!m_proxy.m_silent)
                pass();
            for (QTcpSocket* end : {m_near, m_far}) {
                end->disconnect(this);
                end->flush();
                end->disconnectFromHost();
            }
            deleteLater();
        }
        /// Also what an end sent before it closed.
        void move(QTcpSocket* from, QTcpSocket* to)
        {
            if (to->state() != QAbstractSocket::ConnectedState)
                return;
            const QByteArray bytes = m_left < 0 ? from->readAll() : from->read(m_left);
            if (m_left > 0)
                m_left -= bytes.size();
            to->write(bytes);
        }

        CuttingProxy& m_proxy;
        QTcpSocket* m_near;
        QTcpSocket* m_far;
        qint64 m_left = -1;  ///< bytes until it is cut; -1 = never
        int m_delay = 0;     ///< ms
        bool m_waiting = false;
    };

    void pair(QTcpSocket* socket)
    {
        new Pipe(this, socket, m_servers[m_random.bounded(static_cast<quint32>(m_servers.size()))]);
    }

    QTcpServer m_server;
    QRandomGenerator m_random;
    std::vector<QUrl> m_servers;
    bool m_bad = false;
    bool m_silent = false;
    int m_cuts = 0;
};

}  // namespace Forecourt::Tests
