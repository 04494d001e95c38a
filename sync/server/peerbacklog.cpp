// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/peerbacklog.h"

#include <QSslSocket>

#include <utility>

namespace Forecourt {

PeerBacklog::PeerBacklog(QTcpSocket* socket, qint64 most) : QObject(socket), m_socket(socket), m_most(most)
{
    connect(socket, &QTcpSocket::bytesWritten, this, [this] { m_moved = true; });
    connect(socket, &QTcpSocket::readyRead, this, [this] {
        if (isOverfull())
            Q_EMIT overfull();
    });
    if (auto* secure = qobject_cast<QSslSocket*>(socket))
        connect(secure, &QSslSocket::encryptedBytesWritten, this, [this] { m_moved = true; });
}

qint64 PeerBacklog::bytes() const
{
    const auto* secure = qobject_cast<const QSslSocket*>(m_socket);
    return m_socket->bytesToWrite() + (secure && secure->isEncrypted() ? secure->encryptedBytesToWrite() : 0);
}

bool PeerBacklog::isStuck(qint64 msecs)
{
    if (bytes() == 0) {
        m_waiting.invalidate();
        return false;
    }
    if (std::exchange(m_moved, false) || !m_waiting.isValid())
        m_waiting.start();
    return m_waiting.elapsed() >= msecs;
}

}  // namespace Forecourt
