// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <limits>

namespace Forecourt::Tests {

/// Stands between a workstation and a server, counts the bytes of each direction, and ends all connections at a certain
/// byte. What was let through arrives. Lives on the thread of the test, whose event loop has to run.
class MeteringProxy : public QObject {
public:
    explicit MeteringProxy(const QUrl& server) : m_target(server)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                new Pipe(this, socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("proxy: %s", qUtf8Printable(m_server.errorString()));
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

    /// One direction: bytes that came to the other end, and where it is cut next.
    struct Way {
        qint64 passed = 0;
        qint64 cutAt = std::numeric_limits<qint64>::max();  ///< as `passed`; after it, never again unless set anew

        void cutAfter(qint64 bytes) { cutAt = passed + bytes; }
    };
    Way up;
    Way down;
    int cuts = 0;

private:
    class Pipe : public QObject {
    public:
        Pipe(MeteringProxy* proxy, QTcpSocket* near)
            : QObject(proxy), m_proxy(*proxy), m_near(near), m_far(new QTcpSocket(this))
        {
            near->setParent(this);
            join(m_near, m_far, m_proxy.up);
            join(m_far, m_near, m_proxy.down);
            connect(m_far, &QTcpSocket::connected, this, [this] { move(m_near, m_far, m_proxy.up); });
            m_far->connectToHost(m_proxy.m_target.host(), static_cast<quint16>(m_proxy.m_target.port()));
        }

        void end()
        {
            for (QTcpSocket* end : {m_near, m_far}) {
                end->disconnect(this);
                end->disconnectFromHost();
            }
            if (!std::exchange(m_ended, true))
                QMetaObject::invokeMethod(
                    this, [this] { deleteWhenSent(); }, Qt::QueuedConnection);
        }

    private:
        void join(QTcpSocket* from, QTcpSocket* to, Way& way)
        {
            connect(from, &QTcpSocket::readyRead, this, [this, from, to, &way] { move(from, to, way); });
            connect(from, &QTcpSocket::disconnected, this, [this, from, to, &way] {
                move(from, to, way);
                end();
            });
            connect(from, &QTcpSocket::errorOccurred, this, &Pipe::end);
        }
        void move(QTcpSocket* from, QTcpSocket* to, Way& way)
        {
            if (m_ended || to->state() != QAbstractSocket::ConnectedState)
                return;
            const QByteArray bytes = from->read(std::min<qint64>(from->bytesAvailable(), way.cutAt - way.passed));
            way.passed += bytes.size();
            to->write(bytes);
            if (way.passed < way.cutAt)
                return;
            way.cutAt = std::numeric_limits<qint64>::max();
            ++m_proxy.cuts;
            for (Pipe* pipe : m_proxy.findChildren<Pipe*>(Qt::FindDirectChildrenOnly))
                pipe->end();
        }
        void deleteWhenSent()
        {
            for (QTcpSocket* end : {m_near, m_far}) {
                if (end->state() == QAbstractSocket::ClosingState) {
                    connect(end, &QTcpSocket::disconnected, this, &Pipe::deleteWhenSent, Qt::UniqueConnection);
                    return;
                }
            }
            deleteLater();
        }

        MeteringProxy& m_proxy;
        QTcpSocket* m_near;
        QTcpSocket* m_far;
        bool m_ended = false;
    };

    const QUrl m_target;
    QTcpServer m_server;
};

}  // namespace Forecourt::Tests
