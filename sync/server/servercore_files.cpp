// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "sync/server/servercore_p.h"

// The conversation about files, on the second socket.

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype CoreMaxWanted = 20'000;
constexpr qsizetype CoreLookedForTogether = 500;

}  // namespace

void ServerCore::onBlobs(Session& session, Wire::ClientMessage message, UtcMs)
{
    const bool known = std::holds_alternative<Wire::Offer>(message) || std::holds_alternative<Wire::Put>(message) ||
                       std::holds_alternative<Wire::Get>(message);
    if (!known)
        return end(session, u"malformed"_s, u"message of the other socket"_s);
    session.tokens += 1;  // bounded by what may run ahead
    const auto* get = std::get_if<Wire::Get>(&message);
    if (get && get->count > static_cast<std::uint32_t>(Wire::MaxChunksAhead))
        return end(session, u"rate"_s, u"too many chunks at a time"_s, CoreRetryMs);
    if (++session.blobsAhead > Wire::MaxPutsAhead + Wire::MaxChunksAhead)
        return end(session, u"rate"_s, u"too many messages ahead of their answers"_s, CoreRetryMs);
    if (session.author.access.role == "viewer"_L1 && !get) {
        const auto* offer = std::get_if<Wire::Offer>(&message);
        const QByteArray sha = offer ? offer->sha : std::get<Wire::Put>(message).sha;
        session.blobsAhead -= 1;
        return send(session, Wire::Missing{sha, u"no_access"_s});
    }
    if (std::holds_alternative<Wire::Put>(message)) {
        m_actions.emplace_back(BlobAction{session.id, std::move(message), false});
        return;
    }
    // A known hash is no right to the bytes.
    const QByteArray sha = get ? get->sha : std::get<Wire::Offer>(message).sha;
    // What is offered is asked about each time: the storage keeps it from being removed.
    if (get && session.readable.contains(sha)) {
        m_actions.emplace_back(BlobAction{session.id, std::move(message), true});
        return;
    }
    session.unsure.push_back(std::move(message));
    m_actions.emplace_back(
        StorageAction{FileRequest{session.id, session.author.device, session.author.access, sha, !get}});
}

void ServerCore::on(const FileReply& reply, UtcMs)
{
    Session* session = find(reply.session);
    if (!session || session->unsure.empty())
        return;
    // Answers come in the order of the questions.
    Wire::ClientMessage message = std::move(session->unsure.front());
    session->unsure.erase(session->unsure.begin());
    if (reply.mayRead && session->readable.size() < CoreMaxWanted)
        session->readable.insert(reply.sha);
    if (std::holds_alternative<Wire::Get>(message) && !reply.mayRead) {
        // The same answer as for a file that is not there: whether it is, is nobody's business. The right may come with
        // the upload, as who named the file has to show it first.
        session->blobsAhead -= 1;
        if (session->wanted.size() < CoreMaxWanted)
            session->wanted.insert(reply.sha);
        return send(*session, Wire::Missing{reply.sha, u"unknown"_s});
    }
    m_actions.emplace_back(BlobAction{session->id, std::move(message), reply.mayRead});
}

void ServerCore::blobAnswered(SessionId id, const std::vector<Wire::ServerMessage>& answers)
{
    Session* asker = find(id);
    if (asker)
        asker->blobsAhead -= 1;
    for (const Wire::ServerMessage& answer : answers) {
        const auto* got = std::get_if<Wire::Got>(&answer);
        if (got && asker) {
            // It has sent all of it, or might read it. Who never hears this offers the file again, and only then
            // others get it: so it is said once it is on the disk who has shown that they have the file. Also where
            // somebody else had sent it before: its own rows may be all that others see of it.
            m_actions.emplace_back(StorageAction{UploadedRequest{asker->id, asker->author.device, got->sha}});
            continue;
        }
        if (asker)
            send(*asker, answer);
        if (const auto* missing = std::get_if<Wire::Missing>(&answer); missing && asker) {
            if (missing->code == "unknown"_L1 && asker->wanted.size() < CoreMaxWanted)
                asker->wanted.insert(missing->sha);
        } else if (got) {
            tellWaiting(got->sha);
        }
    }
}

void ServerCore::on(const UploadedReply& reply, UtcMs)
{
    if (Session* asker = find(reply.session)) {
        if (!reply.stored)
            // As if it had never come: it is offered again.
            return send(*asker, Wire::Missing{reply.sha, u"fault"_s});
        if (asker->readable.size() < CoreMaxWanted)
            asker->readable.insert(reply.sha);
        send(*asker, Wire::Got{reply.sha});
    }
    if (reply.stored)
        tellWaiting(reply.sha);
}

void ServerCore::tellWaiting(const QByteArray& sha)
{
    for (const auto& [id, session] : m_sessions) {
        if (session->state == Session::State::Live && session->wanted.remove(sha))
            send(*session, Wire::Have{sha, 0, true, {}});
    }
}

void ServerCore::lookForFiles(Session& session)
{
    QList<QByteArray> wanted = session.wanted.values();
    // So many at a time, in turns.
    if (session.lookedFor >= wanted.size())
        session.lookedFor = 0;
    wanted = wanted.mid(session.lookedFor, CoreLookedForTogether);
    session.lookedFor += wanted.size();
    m_actions.emplace_back(LookForFilesAction{session.id, std::move(wanted)});
}

void ServerCore::filesFound(SessionId id, const QList<QByteArray>& found)
{
    Session* session = find(id);
    for (const QByteArray& sha : found) {
        if (session && session->wanted.remove(sha))
            send(*session, Wire::Have{sha, 0, true, {}});
    }
}

}  // namespace Forecourt
