// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>

class QTcpSocket;

namespace Forecourt {

/// What a peer has not taken yet of what was written to it, in this process. Whoever does not read must cost no memory
/// beyond a bound, and not for ever; also where it is Qt that writes, which answers every ping of a WebSocket by
/// itself.
class PeerBacklog : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the socket. `most`: bytes.
    PeerBacklog(QTcpSocket* socket, qint64 most);

    /// Within TLS, also what is encrypted already.
    qint64 bytes() const;
    bool isOverfull() const { return bytes() > m_most; }
    /// Nothing has moved for so long. To be asked about once a second: time is counted from one question to the next.
    bool isStuck(qint64 msecs);

Q_SIGNALS:
    /// Answers to what has just arrived made it too large.
    void overfull();

private:
    QTcpSocket* const m_socket;
    const qint64 m_most;
    bool m_moved = false;
    QElapsedTimer m_waiting;  ///< valid while there is something
};

}  // namespace Forecourt
