// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/limits.h"
#include "sync/server/servercore_p.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Where they go away again and again, pages are the better way.
constexpr int CoreSnapshotsLost = 3;

/// Says that none will come.
Wire::Gone coreNoSnapshot()
{
    constexpr qsizetype HashSize = 32;
    return {QByteArray(HashSize, '\0')};
}

}  // namespace

bool ServerCore::takesSnapshots(const Session& session) const
{
    const Wire::Hello& hello = session.hello;
    // There is a sequence for every row.
    return m_options.snapshotsFrom > 0 && m_ring.seq() >= m_options.snapshotsFrom && session.kind == SocketKind::Rows &&
           hello.protocolMax >= Wire::ProtocolWithSnapshots && hello.snapshots >= Wire::SnapshotFormat &&
           hello.schema == m_schema.version();
}

void ServerCore::findSnapshot(Session& session, const QByteArray& here)
{
    Session::Snapshot& snapshot = session.snapshot;
    snapshot.stage = Session::Snapshot::Stage::Sought;
    snapshot.offer.reset();
    snapshot.here = here;
    // The workstation must not take the end of the first pages for the end of everything.
    send(session, Wire::Making{0, m_ring.seq()});
    m_actions.emplace_back(FindSnapshotAction{session.id, snapshot.whose, snapshot.first, snapshot.epoch,
                                              snapshot.notBefore, m_ring.seq(), here});
}

void ServerCore::snapshotFound(const SnapshotFinding& finding, UtcMs now)
{
    Session* session = find(finding.session);
    if (!session || session->snapshot.stage != Session::Snapshot::Stage::Sought)
        return;
    Session::Snapshot& snapshot = session->snapshot;
    const bool here = finding.kind == SnapshotFinding::Kind::Here;
    if (!snapshot.here.isEmpty() && (!here || finding.snapshot.sha != snapshot.here))
        send(*session, Wire::Gone{snapshot.here});
    snapshot.here.clear();
    if (finding.kind == SnapshotFinding::Kind::Pages) {
        goOnWithPages(*session);
    } else {
        snapshot.stage = Session::Snapshot::Stage::Awaited;
        if (here)
            snapshot.offer = finding.snapshot;
        if (finding.first)
            snapshot.first.locations = {*finding.first};
        if (finding.fewAtFirst && !session->narrowed && session->sent == 0) {
            narrow(*session, snapshot.first);
            session->view = View::pack(snapshot.first, m_schema, session->heard);
        }
        // Nobody waits for the making without anything to look at: it is for those who come later.
        if (!here && !session->narrowed)
            goOnWithPages(*session);
    }
    pump(*session, now);
}

void ServerCore::snapshotMaking(const QByteArray& key, const Wire::Making& making)
{
    for (const auto& [id, session] : m_sessions) {
        const Session::Snapshot& snapshot = session->snapshot;
        if (session->state == Session::State::Live && snapshot.stage == Session::Snapshot::Stage::Awaited &&
            !snapshot.offer && snapshot.whose.key == key)
            send(*session, making);
    }
}

void ServerCore::snapshotMade(const QByteArray& key, const std::optional<Wire::Snapshot>& made, UtcMs now)
{
    for (const auto& [id, session] : m_sessions) {
        Session::Snapshot& snapshot = session->snapshot;
        if (session->state != Session::State::Live || snapshot.stage != Session::Snapshot::Stage::Awaited ||
            snapshot.offer || snapshot.whose.key != key)
            continue;
        if (made)
            snapshot.offer = made;
        else
            goOnWithPages(*session);
        pump(*session, now);
    }
}

void ServerCore::narrow(Session& session, const Access& access)
{
    session.narrowed = true;
    session.snapshot.first = access;
    session.audience = Audience(access, m_schema);
}

/// From the first pages to everything, as when somebody is given more locations.
void ServerCore::widen(Session& session)
{
    session.narrowed = session.widening = false;
    auto step =
        View::stepFrom(View::pack(session.snapshot.first, m_schema, session.heard), session.author.access, m_schema);
    session.audience = Audience(session.author.access, m_schema);
    session.view = View::pack(session.author.access, m_schema, session.heard);
    session.viewMatters = true;
    if (step) {
        session.had = step->had;
        session.knew = step->knows;
        session.stage = ViewRequest::Stage::Forgetting;
        session.stageAfter = 0;
        session.step = std::move(step);
    }
}

void ServerCore::goOnWithPages(Session& session)
{
    session.snapshot.stage = Session::Snapshot::Stage::None;
    session.snapshot.offer.reset();
    session.widening = session.narrowed;
    // Whoever has the first pages waits for nothing else: told that there is no snapshot, it would think it has all.
    if (session.widening)
        session.snapshot.toBeRevoked = true;
    else
        send(session, coreNoSnapshot());
}

void ServerCore::revokeSnapshot(Session& session)
{
    const bool hasAll = !session.step && !session.widening && !session.reading && session.sent >= m_ring.seq();
    if (session.snapshot.toBeRevoked && hasAll && session.follows()) {
        session.snapshot.toBeRevoked = false;
        send(session, coreNoSnapshot());
    }
}

void ServerCore::offerSnapshot(Session& session)
{
    Session::Snapshot& snapshot = session.snapshot;
    if (session.state != Session::State::Live || snapshot.stage != Session::Snapshot::Stage::Awaited)
        return;
    if (session.narrowed) {
        if (snapshot.firstUpto < 0 && !session.reading && session.sent >= m_ring.seq())
            snapshot.firstUpto = session.sent;
        const bool firstAreThere =
            snapshot.firstUpto >= 0 && (session.unacked.empty() || session.unacked.front() > snapshot.firstUpto);
        if (!firstAreThere)
            return;
    }
    if (!snapshot.offer)
        return;
    snapshot.stage = Session::Snapshot::Stage::Offered;
    send(session, *snapshot.offer);
}

void ServerCore::on(Session& session, const Wire::Take& take)
{
    Session::Snapshot& snapshot = session.snapshot;
    if (snapshot.stage != Session::Snapshot::Stage::Offered || !snapshot.offer || snapshot.offer->sha != take.sha)
        return send(session, Wire::Gone{take.sha});
    if (take.count > Wire::MaxPiecesAhead || snapshot.piecesAhead + static_cast<int>(take.count) > Wire::MaxPiecesAhead)
        return end(session, u"rate"_s, u"too many pieces ahead"_s, CoreRetryMs);
    snapshot.piecesAhead += static_cast<int>(take.count);
    m_actions.emplace_back(ReadPiecesAction{session.id, take});
}

void ServerCore::piecesRead(SessionId id, const Wire::Take& take, const std::optional<std::vector<Wire::Piece>>& pieces,
                            UtcMs now)
{
    Session* session = find(id);
    if (!session)
        return;
    Session::Snapshot& snapshot = session->snapshot;
    snapshot.piecesAhead -= static_cast<int>(take.count);
    if (!snapshot.offer || snapshot.offer->sha != take.sha)
        return;
    if (pieces) {
        for (const Wire::Piece& piece : *pieces)
            send(*session, piece);
        return;
    }
    send(*session, Wire::Gone{take.sha});
    if (++snapshot.lost < CoreSnapshotsLost)
        return findSnapshot(*session, {});
    goOnWithPages(*session);
    pump(*session, now);
}

}  // namespace Forecourt
