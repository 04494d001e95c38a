// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sessionlog.h"

#include "sync/server/logevent.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Forecourt {

using namespace Qt::StringLiterals;

SessionLog::Request SessionLog::request(const HttpRequest& request, const QHostAddress& client) const
{
    return {QString::fromLatin1(request.method.left(16)), QString::fromLatin1(request.path.left(100)),
            client.toString(), m_steady.elapsed()};
}

void SessionLog::answered(const Request& request, int status, const QByteArray& body) const
{
    const bool signsIn = request.path.startsWith("/api/v1/auth/"_L1);
    const auto level = !signsIn       ? LogEvent::Level::Debug
                       : status < 400 ? LogEvent::Level::Info
                                      : LogEvent::Level::Warning;
    LogEvent event(signsIn ? u"sign_in"_s : u"request"_s, level);
    event.with(u"status"_s, status)
        .with(u"address"_s, request.address)
        .with(u"ms"_s, m_steady.elapsed() - request.since);
    // An address that does not exist may hold anything that somebody pasted.
    if (status != 404)
        event.with(u"method"_s, request.method).with(u"path"_s, request.path);
    if (!signsIn)
        return;
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    for (const QString& known : {u"error"_s, u"device"_s, u"user_id"_s, u"role"_s}) {
        if (answer.contains(known))
            event.with(known, answer.value(known));
    }
}

void SessionLog::opened(SessionId session, SocketKind kind, const QString& address)
{
    Session fresh;
    fresh.socket = kind == SocketKind::Rows ? u"rows"_s : u"files"_s;
    fresh.address = address;
    fresh.since = m_steady.elapsed();
    m_sessions.insert(session, fresh);
}

void SessionLog::received(SessionId session, qsizetype bytes)
{
    if (const auto at = m_sessions.find(session); at != m_sessions.end())
        at->bytesIn += bytes;
}

void SessionLog::sent(const SendAction& send)
{
    if (const auto at = m_sessions.find(send.session); at != m_sessions.end())
        at->bytesOut += send.bytes.size();
}

void SessionLog::asked(const StorageRequest& request)
{
    const auto* push = std::get_if<PushRequest>(&request);
    if (!push)
        return;
    if (const auto at = m_sessions.find(push->session); at != m_sessions.end())
        at->pushes.push_back({m_steady.elapsed(), static_cast<qint64>(push->ops.size())});
}

void SessionLog::stored(const StorageReply& reply)
{
    if (const auto* authenticated = std::get_if<AuthenticateReply>(&reply))
        stored(*authenticated);
    else if (const auto* pushed = std::get_if<PushReply>(&reply))
        for (const PushReply::Answer& answer : pushed->answers)
            stored(answer);
}

void SessionLog::stored(const AuthenticateReply& reply)
{
    const auto at = m_sessions.find(reply.session);
    if (at == m_sessions.end())
        return;
    if (!reply.principal) {
        LogEvent(u"session_refused"_s, LogEvent::Level::Warning)
            .with(u"code"_s, reply.refusal)
            .with(u"address"_s, at->address)
            .with(u"socket"_s, at->socket);
        return;
    }
    at->device = reply.principal->author.device;
    at->user = reply.principal->author.access.user.toString();
    LogEvent(u"session_started"_s)
        .with(u"session"_s, static_cast<qint64>(reply.session))
        .with(u"device"_s, static_cast<qint64>(at->device))
        .with(u"user"_s, at->user)
        .with(u"address"_s, at->address)
        .with(u"socket"_s, at->socket);
}

void SessionLog::stored(const PushReply::Answer& answer)
{
    const auto at = m_sessions.find(answer.session);
    if (at == m_sessions.end() || at->pushes.empty())
        return;
    const Session::Push push = at->pushes.front();
    at->pushes.pop_front();
    if (answer.refusal.isEmpty() && answer.pushed.exceptions.empty() && !LogEvent::isWanted(LogEvent::Level::Debug))
        return;
    QJsonArray codes;
    qint64 refused = 0;
    for (const Wire::OpException& exception : answer.pushed.exceptions) {
        if (exception.status != Wire::OpException::Status::Rejected)
            continue;
        ++refused;
        if (!codes.contains(exception.code))
            codes.append(exception.code);
    }
    const bool well = refused == 0 && answer.refusal.isEmpty();
    LogEvent event(u"push"_s, well ? LogEvent::Level::Debug : LogEvent::Level::Warning);
    event.with(u"session"_s, static_cast<qint64>(answer.session))
        .with(u"device"_s, static_cast<qint64>(at->device))
        .with(u"user"_s, at->user)
        .with(u"address"_s, at->address)
        .with(u"operations"_s, push.operations)
        .with(u"ms"_s, m_steady.elapsed() - push.since);
    if (refused > 0)
        event.with(u"refused"_s, refused).with(u"codes"_s, codes);
    if (!answer.refusal.isEmpty())
        event.with(u"fault"_s, answer.refusal);
}

void SessionLog::unread(SessionId session) const
{
    const Session known = m_sessions.value(session);
    LogEvent(u"session_does_not_read"_s, LogEvent::Level::Warning)
        .with(u"session"_s, static_cast<qint64>(session))
        .with(u"device"_s, static_cast<qint64>(known.device))
        .with(u"address"_s, known.address);
}

void SessionLog::closed(SessionId session)
{
    const Session known = m_sessions.take(session);
    LogEvent(u"session_ended"_s, known.device != 0 ? LogEvent::Level::Info : LogEvent::Level::Debug)
        .with(u"session"_s, static_cast<qint64>(session))
        .with(u"device"_s, static_cast<qint64>(known.device))
        .with(u"user"_s, known.user)
        .with(u"address"_s, known.address)
        .with(u"socket"_s, known.socket)
        .with(u"seconds"_s, (m_steady.elapsed() - known.since) / 1000)
        .with(u"bytes_in"_s, known.bytesIn)
        .with(u"bytes_out"_s, known.bytesOut);
}

}  // namespace Forecourt
