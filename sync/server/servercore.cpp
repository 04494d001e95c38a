// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"
#include "sync/server/servercore_p.h"

#include <algorithm>
#include <deque>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr double CoreRequestCost = 9;  // beyond the message itself: 20 requests a second
constexpr UtcMs CoreAckedEvery = 60'000;
constexpr UtcMs CoreLookForFilesEvery = 1'000;
constexpr size_t CoreCommonPages = 16;
/// So many get a change, and say that they have it, within a bit more than half a millisecond: the rest is for what
/// else there is to do.
constexpr UtcMs CoreWorkstationsPerMs = 40;

/// What a person sees of the location that their workstation asks for first, or else of their first one.
Access firstPagesOf(const Wire::Hello& hello, Access access)
{
    const bool theirs = !hello.location.isNull() &&
                        (access.locations.empty() || std::ranges::binary_search(access.locations, hello.location));
    if (theirs)
        access.locations = {hello.location};
    else if (access.locations.size() > 1)
        access.locations.resize(1);
    return access;
}

}  // namespace

ServerCore::ServerCore(Options options)
    : m_options(std::move(options)),
      m_schema(m_options.schema ? *m_options.schema : Schema::current()),
      m_ring(m_options.ringCapacity)
{
}

ServerCore::~ServerCore() = default;

std::vector<ServerAction> ServerCore::takeActions()
{
    return std::exchange(m_actions, {});
}

int ServerCore::sessions() const
{
    return static_cast<int>(m_sessions.size());
}

ServerCore::Session* ServerCore::find(SessionId session)
{
    const auto found = m_sessions.find(session);
    return found == m_sessions.end() || found->second->state == Session::State::Ended ? nullptr : found->second.get();
}

void ServerCore::connected(SessionId id, SocketKind kind, UtcMs now, const QString& address)
{
    auto session = std::make_unique<Session>();
    session->id = id;
    session->kind = kind;
    session->address = address;
    session->since = session->heardAt = session->tokensAt = now;
    m_sessions.emplace(id, std::move(session));
}

void ServerCore::closed(SessionId id)
{
    const auto found = m_sessions.find(id);
    if (found == m_sessions.end())
        return;
    if (const Session& session = *found->second; session.acked > session.ackedNoted)
        m_actions.emplace_back(StorageAction{AckedRequest{session.author.device, session.acked}});
    m_following -= found->second->follows() ? 1 : 0;
    m_sessions.erase(found);
}

void ServerCore::received(SessionId id, const QByteArray& bytes, UtcMs now)
{
    Session* session = find(id);
    if (!session)
        return;
    session->heardAt = now;
    session->tokens =
        std::min(CoreMessageBurst, session->tokens + static_cast<double>(std::max<UtcMs>(now - session->tokensAt, 0)) *
                                                         CoreMessagesPerSecond / 1000);
    session->tokensAt = now;
    session->tokens -= 1;
    if (session->tokens < 0)
        return end(*session, u"rate"_s, u"too many messages"_s, CoreRetryMs);

    auto message = Wire::decodeClientMessage(bytes);
    if (!message)
        return end(*session, u"malformed"_s, message.error().detail);
    if (std::holds_alternative<Wire::Bye>(*message))
        return end(*session, {});
    if (const auto* hello = std::get_if<Wire::Hello>(&*message))
        return on(*session, *hello, now);
    if (const auto* proof = std::get_if<Wire::Proof>(&*message))
        return on(*session, *proof);
    if (session->state != Session::State::Live)
        return end(*session, u"malformed"_s, u"hello comes first"_s);
    if (const auto* ping = std::get_if<Wire::Ping>(&*message))
        return send(*session, Wire::Pong{ping->sent, now});
    if (const auto* token = std::get_if<Wire::Token>(&*message)) {
        m_actions.emplace_back(
            StorageAction{TokenRequest{session->id, sha256(token->token), session->author.device, session->family}});
        return;
    }
    if (session->kind == SocketKind::Rows)
        onRows(*session, std::move(*message), now);
    else
        onBlobs(*session, std::move(*message), now);
}

void ServerCore::on(Session& session, const Wire::Hello& hello, UtcMs)
{
    if (session.state != Session::State::AwaitingHello)
        return end(session, u"malformed"_s, u"second hello"_s);
    if (hello.protocolMax < Wire::ProtocolMin || hello.protocolMin > Wire::ProtocolMax)
        return end(session, u"protocol"_s,
                   u"this server speaks %1 to %2"_s.arg(Wire::ProtocolMin).arg(Wire::ProtocolMax));
    session.hello = hello;
    session.state = Session::State::Challenged;
    session.challenge = m_options.challenge();
    send(session, Wire::Challenge{session.challenge});
}

void ServerCore::on(Session& session, const Wire::Proof& proof)
{
    if (session.state != Session::State::Challenged)
        return end(session, u"malformed"_s, u"nobody asked for a proof"_s);
    session.state = Session::State::Authenticating;
    m_actions.emplace_back(
        StorageAction{AuthenticateRequest{session.id, sha256(session.hello.token), session.hello.device,
                                          session.challenge, proof.mac, session.hello.app, session.address}});
}

void ServerCore::on(const TokenReply& reply, UtcMs)
{
    Session* session = find(reply.session);
    if (!session)
        return;
    if (!reply.refusal.isEmpty())
        return end(*session, reply.refusal, {}, reply.refusal == "fault"_L1 ? CoreRetryMs : 0);
    session->tokenEndsAt = reply.endsAt;
    send(*session, Wire::Renewed{reply.endsAt});
}

void ServerCore::on(const AuthenticateReply& reply, UtcMs now)
{
    if (reply.principal && reply.principal->seq > m_ring.seq())
        m_ring.skipTo(reply.principal->seq);
    Session* session = find(reply.session);
    if (!session)
        return;
    if (!reply.principal)
        return end(*session, reply.refusal, {}, reply.refusal == "fault"_L1 ? CoreRetryMs : 0);
    welcome(*session, *reply.principal, now);
}

void ServerCore::welcome(Session& session, const Principal& principal, UtcMs now)
{
    const Wire::Hello& hello = session.hello;
    session.author = principal.author;
    session.author.address = session.address;
    session.audience = Audience(principal.author.access, m_schema);
    session.family = principal.family;
    session.tokenEndsAt = principal.tokenEndsAt;
    session.state = Session::State::Live;
    m_following += session.follows() ? 1 : 0;

    const qint64 newest = m_ring.seq();
    const bool sameEpoch = hello.epoch == principal.epoch && hello.cursor <= newest;
    const bool empty = hello.cursor == 0 && hello.view.isEmpty();
    // Until where the workstation knows what was removed: a backup that was put back has the beginning in common with
    // what went on without it. A store that was put back by hand, with its epoch, has nothing.
    const auto common = [&](const HistoryPoint& point) {
        const qint64 seq = commonHistory(point, principal.epoch, principal.forks);
        return seq > newest ? 0 : seq;
    };
    const HistoryPoint begun = View::heard(hello.view);
    const qint64 heard = std::max(common({hello.epoch, hello.cursor}), common(begun));
    const bool fresh = !empty && heard < principal.floor.seq;
    session.sent = session.told = session.acked = session.ackedNoted = sameEpoch && !fresh ? hello.cursor : 0;
    session.heard = {principal.epoch, empty || fresh ? newest : heard};
    const bool takes = takesSnapshots(session);
    const auto first =
        takes && sameEpoch && !fresh ? View::narrowed(hello.view, principal.author.access, m_schema) : std::nullopt;
    if (first) {
        narrow(session, *first);
    } else if (session.kind == SocketKind::Rows) {
        auto step = View::stepFrom(fresh ? QByteArray() : hello.view, principal.author.access, m_schema);
        if (step || begun.epoch != principal.epoch)
            session.view = View::pack(principal.author.access, m_schema, session.heard);
        if (step) {
            session.viewMatters = !hello.view.isEmpty();
            // An empty store has nothing to forget and gets everything anyway.
            if (!empty && !fresh) {
                session.had = step->had;
                session.knew = step->knows;
                session.step = std::move(step);
            }
        }
    }
    session.ackedNotedAt = now;
    send(session,
         Wire::Welcome{std::min(hello.protocolMax, Wire::ProtocolMax), principal.epoch, now, principal.pushedOpid,
                       newest, m_options.credit, m_schema.version(), principal.dealership, principal.author.access.user,
                       principal.author.access.role, principal.displayName, principal.author.access.locations,
                       session.audience.withheld(), fresh, session.tokenEndsAt, m_options.leaseMs});
    if (session.kind != SocketKind::Rows)
        return;
    if (takes && (first || empty || fresh)) {
        session.snapshot.whose = SnapshotClass::of(principal.author.access, m_schema);
        session.snapshot.epoch = principal.epoch;
        session.snapshot.notBefore = principal.floor.seq;
        if (!first)
            session.snapshot.first = firstPagesOf(hello, principal.author.access);
        findSnapshot(session, hello.snapshotHere);
    } else if (!hello.snapshotHere.isEmpty() && hello.protocolMax >= Wire::ProtocolWithSnapshots) {
        send(session, Wire::Gone{hello.snapshotHere});
    }
    pump(session, now);
}

void ServerCore::onRows(Session& session, Wire::ClientMessage message, UtcMs now)
{
    if (auto* push = std::get_if<Wire::Push>(&message)) {
        if (++session.pushesAhead > Wire::MaxPushesAhead)
            return end(session, u"rate"_s, u"too many pushes ahead of their answers"_s, CoreRetryMs);
        m_actions.emplace_back(StorageAction{PushRequest{session.id, session.author, std::move(push->ops)}});
    } else if (const auto* ack = std::get_if<Wire::Ack>(&message)) {
        // Acks are bounded by the pages they answer.
        session.tokens += 1;
        while (!session.unacked.empty() && session.unacked.front() <= ack->seq) {
            session.acked = session.unacked.front();
            session.unacked.pop_front();
        }
        pump(session, now);
    } else if (auto* request = std::get_if<Wire::Request>(&message)) {
        on(session, std::move(*request));
    } else if (const auto* take = std::get_if<Wire::Take>(&message)) {
        on(session, *take);
    } else {
        end(session, u"malformed"_s, u"message of the other socket"_s);
    }
}

void ServerCore::on(Session& session, Wire::Request request)
{
    if (++session.requestsAhead > Wire::MaxRequestsAhead)
        return end(session, u"rate"_s, u"too many requests ahead of their answers"_s, CoreRetryMs);
    session.tokens -= CoreRequestCost;
    VerbRequest verb{session.id, session.author, std::move(request)};
    for (const auto& [id, other] : m_sessions) {
        if (other->follows())
            verb.connected.push_back(other->author.device);
    }
    std::ranges::sort(verb.connected);
    m_actions.emplace_back(StorageAction{std::move(verb)});
}

void ServerCore::on(VerbReply reply, UtcMs)
{
    if (Session* session = find(reply.session)) {
        session->requestsAhead -= 1;
        send(*session, reply.answer);
    }
    if (reply.changes)
        watch();
}

void ServerCore::on(HashingReply reply, UtcMs)
{
    // Nobody hashes for those who have left: whoever comes and goes would keep others waiting.
    if (find(reply.request.session))
        m_actions.emplace_back(HashAction{std::move(reply.request)});
}

void ServerCore::stored(StorageReply reply, UtcMs now)
{
    std::visit([&](auto&& answer) { on(std::forward<decltype(answer)>(answer), now); }, std::move(reply));
}

void ServerCore::on(PushReply reply, UtcMs now)
{
    // What went out of somebody's sight may take files along.
    if (std::ranges::any_of(reply.changes, [](const Change& change) { return change.before.has_value(); })) {
        for (const auto& [id, session] : m_sessions)
            session->readable.clear();
    }
    m_ring.append(std::move(reply.changes));
    if (reply.seq > m_ring.seq())
        m_ring.skipTo(reply.seq);
    for (PushReply::Answer& answer : reply.answers) {
        Session* session = find(answer.session);
        if (!session)
            continue;
        session->pushesAhead -= 1;
        if (answer.refusal.isEmpty())
            send(*session, answer.pushed);
        else
            end(*session, answer.refusal, {}, answer.refusal == "fault"_L1 ? CoreRetryMs : 0);
    }
    pumpSoon(now);
}

void ServerCore::on(PageReply reply, UtcMs now)
{
    Session* session = find(reply.session);
    if (!session)
        return;
    session->reading = false;
    if (reply.failed)
        return end(*session, u"fault"_s, {}, CoreRetryMs);
    if (reply.page.upto > m_ring.seq())
        m_ring.skipTo(reply.page.upto);
    session->sent = std::max(session->sent, reply.page.upto);
    std::erase_if(reply.page.rows, [&](Wire::Row& row) { return !session->audience.withhold(row); });
    if (reply.page.upto > session->told || !reply.page.rows.empty() || !reply.page.forgotten.empty()) {
        reply.page.more = session->sent < m_ring.seq();
        sendPage(*session, std::move(reply.page));
    }
    pump(*session, now);
}

void ServerCore::watch()
{
    // Hints that come faster than they can be followed are one.
    if (std::exchange(m_watching, true))
        m_watchAgain = true;
    else
        m_actions.emplace_back(StorageAction{WatchRequest{}});
}

void ServerCore::on(const WatchReply& reply, UtcMs now)
{
    m_watching = false;
    if (std::exchange(m_watchAgain, false))
        watch();
    if (!reply.changed)
        return;
    QHash<Uuid, const Access*> allowed;
    for (const Access& access : reply.allowed)
        allowed.insert(access.user, &access);
    for (const auto& [id, session] : m_sessions) {
        if (session->state != Session::State::Live)
            continue;
        const Access* access = allowed.value(session->author.access.user);
        if (!access)
            end(*session, u"disabled"_s);
        else if (reply.signedIn.value(session->author.device) != session->family)
            end(*session, u"revoked"_s, reply.signedOutBy.value(session->author.device));
        else if (*access != session->author.access)
            end(*session, u"access"_s);
    }
    if (reply.seq > m_ring.seq())
        m_ring.skipTo(reply.seq);
    pumpAll(now);
}

void ServerCore::on(const HousekeepingReply& reply, UtcMs)
{
    // The next piece with the next tick: people come in between.
    if (reply.more)
        m_keptHouseAt = 0;
}

void ServerCore::changeView(Session& session)
{
    session.reading = true;
    m_actions.emplace_back(StorageAction{
        ViewRequest{session.id, session.stage, session.stageAfter, session.author.access, *session.step}});
}

void ServerCore::on(ViewReply reply, UtcMs now)
{
    Session* session = find(reply.session);
    if (!session || !session->step)
        return;
    session->reading = false;
    if (reply.failed)
        return end(*session, u"fault"_s, {}, CoreRetryMs);
    session->stageAfter = reply.after;
    if (reply.done) {
        session->stageAfter = 0;
        // Whoever begins at 0 gets everything anyway.
        if (reply.stage == ViewRequest::Stage::Forgetting && session->sent > 0)
            session->stage = ViewRequest::Stage::Giving;
        else
            session->step.reset();
    }
    std::erase_if(reply.page.rows, [&](Wire::Row& row) { return !session->audience.withhold(row); });
    if (!reply.page.rows.empty() || !reply.page.forgotten.empty() || (!session->step && session->viewMatters)) {
        // The cursor stays: what changed since is still to come. The last page of the step says that it is complete.
        session->viewMatters = true;
        reply.page.upto = session->sent;
        reply.page.more = session->step || session->sent < m_ring.seq();
        sendPage(*session, std::move(reply.page));
    }
    pump(*session, now);
}

void ServerCore::pump(Session& session, UtcMs now)
{
    if (session.widening && !session.reading)
        widen(session);
    sendPages(session, now);
    offerSnapshot(session);
    revokeSnapshot(session);
}

void ServerCore::sendPages(Session& session, UtcMs now)
{
    using Stage = Session::Snapshot::Stage;
    // Whoever gets everything at once in a snapshot needs no pages before it.
    if (session.snapshot.stage == Stage::Sought || (session.snapshot.stage != Stage::None && !session.narrowed))
        return;
    while (session.follows() && !session.reading && (session.step || session.sent < m_ring.seq()) &&
           static_cast<int>(session.unacked.size()) < m_options.credit) {
        if (session.step)
            return changeView(session);
        if (!m_ring.covers(session.sent)) {
            session.reading = true;
            m_actions.emplace_back(
                StorageAction{PageRequest{session.id, session.sent, session.audience.access(), session.had}});
            return;
        }
        if (const CommonPage* known = commonPage(session)) {
            session.movedAt = now;
            sendCommon(session, *known);
            continue;
        }
        ChangeRing::Slice slice =
            m_ring.after(session.sent,
                         {session.author.device, session.audience, session.had ? &*session.had : nullptr,
                          session.knew ? &*session.knew : nullptr, session.id},
                         Wire::BatchRows);
        session.movedAt = now;
        Wire::Page page;
        page.upto = slice.upto;
        page.more = slice.upto < m_ring.seq();
        page.rows = std::move(slice.rows);
        page.forgotten = std::move(slice.forgotten);
        if (slice.common && session.view.isEmpty()) {
            sendCommon(session, keepCommon(session, page, std::move(slice.authors)));
        } else {
            session.sent = slice.upto;
            if (!page.rows.empty() || !page.forgotten.empty())
                sendPage(session, std::move(page));
        }
    }
}

const ServerCore::CommonPage* ServerCore::commonPage(const Session& session) const
{
    if (session.had || !session.view.isEmpty())
        return nullptr;
    const Access& access = session.audience.access();
    const auto known = std::ranges::find_if(m_common, [&](const CommonPage& page) {
        // One that was cut short stays what it is, whatever came since.
        return page.from == session.sent && (page.more || page.newest == m_ring.seq()) && page.role == access.role &&
               page.locations == access.locations &&
               std::ranges::find(page.authors, session.author.device) == page.authors.end();
    });
    return known == m_common.end() ? nullptr : &*known;
}

const ServerCore::CommonPage& ServerCore::keepCommon(const Session& session, const Wire::Page& page,
                                                     std::vector<std::uint32_t> authors)
{
    const Access& access = session.audience.access();
    const bool empty = page.rows.empty() && page.forgotten.empty();
    m_common.push_front({access.role, access.locations, session.sent, page.upto, page.more, m_ring.seq(),
                         std::move(authors), static_cast<qint64>(page.rows.size()),
                         empty ? QByteArray() : Wire::encode(Wire::ServerMessage(page))});
    if (m_common.size() > CoreCommonPages)
        m_common.pop_back();
    return m_common.front();
}

void ServerCore::sendCommon(Session& session, const CommonPage& page)
{
    session.sent = page.upto;
    if (page.bytes.isEmpty())
        return;
    session.told = page.upto;
    session.unacked.push_back(page.upto);
    m_actions.emplace_back(SendAction{session.id, page.bytes, page.rows});
}

UtcMs ServerCore::pumpGap() const
{
    return m_following / CoreWorkstationsPerMs;
}

void ServerCore::pumpSoon(UtcMs now)
{
    m_pumpDue = true;
    // A clock may also be set back.
    if (now < m_pumpedAt || now - m_pumpedAt >= pumpGap())
        pumpAll(now);
}

std::optional<UtcMs> ServerCore::wakeAt() const
{
    return m_pumpDue ? std::optional(m_pumpedAt + pumpGap()) : std::nullopt;
}

void ServerCore::pumpAll(UtcMs now)
{
    m_pumpedAt = now;
    m_pumpDue = false;
    for (const auto& [id, session] : m_sessions)
        pump(*session, now);
    // Only now: whoever is up to date sees even a commit that is larger than the ring.
    m_ring.trim();
}

void ServerCore::sendPage(Session& session, Wire::Page page)
{
    session.told = page.upto;
    session.unacked.push_back(page.upto);
    if (!session.step)
        page.view = std::exchange(session.view, {});
    const auto rows = static_cast<qint64>(page.rows.size());
    m_actions.emplace_back(SendAction{session.id, Wire::encode(Wire::ServerMessage(std::move(page))), rows});
}

void ServerCore::send(Session& session, const Wire::ServerMessage& message)
{
    m_actions.emplace_back(SendAction{session.id, Wire::encode(message)});
}

void ServerCore::end(Session& session, const QString& code, const QString& reason, qint64 retryAfterMs)
{
    if (session.state == Session::State::Ended)
        return;
    if (!code.isEmpty())
        send(session, Wire::Bye{code, reason, retryAfterMs});
    m_following -= session.follows() ? 1 : 0;
    session.state = Session::State::Ended;
    m_actions.emplace_back(CloseAction{session.id});
}

void ServerCore::tick(UtcMs now)
{
    if (now - m_watchedAt >= m_options.watchEvery) {
        m_watchedAt = now;
        watch();
    }
    if (now - m_keptHouseAt >= m_options.keepHouseEvery) {
        m_keptHouseAt = now;
        m_actions.emplace_back(StorageAction{HousekeepingRequest{}});
    }
    if (m_pumpDue)
        pumpSoon(now);
    const bool lookForWanted = m_options.sharesFiles && now - m_lookedForFilesAt >= CoreLookForFilesEvery;
    if (lookForWanted)
        m_lookedForFilesAt = now;
    for (const auto& [id, session] : m_sessions) {
        if (session->state == Session::State::Ended)
            continue;
        if (lookForWanted && !session->wanted.isEmpty())
            lookForFiles(*session);
        if (session->state != Session::State::Live && now - session->since > Wire::HelloMs) {
            // Not "token", which a workstation that was only slow would take for the end of its sign-in.
            end(*session, u"rate"_s, u"no hello in time"_s);
            continue;
        }
        if (session->state == Session::State::Live && now >= session->tokenEndsAt) {
            end(*session, u"expired"_s);
            continue;
        }
        if (now - session->heardAt > m_options.silence) {
            end(*session, u"rate"_s, u"no sign of life"_s);
            continue;
        }
        if (session->sent > session->told && !session->reading && now - session->movedAt >= m_options.tellIdleAfter &&
            static_cast<int>(session->unacked.size()) < m_options.credit)
            sendPage(*session, {session->sent, session->sent < m_ring.seq(), {}});
        if (session->acked > session->ackedNoted && now - session->ackedNotedAt >= CoreAckedEvery) {
            session->ackedNoted = session->acked;
            session->ackedNotedAt = now;
            m_actions.emplace_back(StorageAction{AckedRequest{session->author.device, session->acked}});
        }
    }
}

void ServerCore::shutDown()
{
    for (const auto& [id, session] : m_sessions)
        end(*session, u"shutdown"_s, {}, CoreRetryMs);
}

}  // namespace Forecourt
