// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http.h"
#include "sync/server/servercore.h"

#include <QElapsedTimer>
#include <QHostAddress>

#include <deque>

namespace Forecourt {

/// Tells the log what passes between a server and its workstations: who came, stayed how long and did how much, what
/// was refused. Never a token or a password; names only of those who have signed in. Lives on the main thread.
class SessionLog {
public:
    SessionLog() { m_steady.start(); }

    /// An HTTP request, to be given back with its answer.
    struct Request {
        QString method;
        QString path;
        QString address;
        qint64 since = 0;
    };
    Request request(const HttpRequest& request, const QHostAddress& client) const;
    void answered(const Request& request, int status, const QByteArray& body) const;

    void opened(SessionId session, SocketKind kind, const QString& address);
    void received(SessionId session, qsizetype bytes);
    void sent(const SendAction& send);
    void asked(const StorageRequest& request);
    void stored(const StorageReply& reply);
    /// It does not read what it is sent.
    void unread(SessionId session) const;
    void closed(SessionId session);

private:
    struct Session {
        QString socket;
        QString address;
        qint64 since = 0;
        std::uint32_t device = 0;  ///< 0: not signed in yet
        QString user;
        qint64 bytesIn = 0;
        qint64 bytesOut = 0;
        struct Push {
            qint64 since = 0;
            qint64 operations = 0;
        };
        std::deque<Push> pushes;  ///< not answered yet
    };

    void stored(const AuthenticateReply& reply);
    void stored(const PushReply::Answer& answer);

    QElapsedTimer m_steady;
    QHash<SessionId, Session> m_sessions;
};

}  // namespace Forecourt
