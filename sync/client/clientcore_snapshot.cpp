// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/clientcore.h"

namespace Forecourt {

SnapshotStatus ClientCore::snapshot() const
{
    using Stage = SnapshotStatus::Stage;
    if (m_phase < Phase::Resuming)
        return {};
    if (m_snapshot.offer()) {
        const qint64 here = m_snapshot.bytesHere();
        return {m_snapshot.isComplete() ? Stage::Storing : Stage::Receiving, here, m_snapshot.offer()->packedSize, 0};
    }
    if (m_making)
        return {Stage::Making, m_making->rows, m_making->total, 0};
    return {};
}

void ClientCore::received(const Wire::Making& making)
{
    m_making = making;
}

void ClientCore::received(Wire::Snapshot& snapshot)
{
    m_making.reset();
    if (!m_snapshotsWork || m_snapshot.offer())
        return;
    act(SyncAction::BeginSnapshot{m_linkNumber, snapshot});
    const bool begun = snapshot.sha == m_identity.part.sha;
    m_snapshot.begin(std::move(snapshot), begun ? m_identity.part.pieces : 0);
    askForPieces();
    installNext();
}

void ClientCore::askForPieces()
{
    while (auto take = m_snapshot.next())
        send(std::move(*take));
}

void ClientCore::received(Wire::Piece& piece)
{
    if (!m_snapshot.take(piece))
        return;
    act(SyncAction::KeepPiece{m_linkNumber, std::move(piece.data)});
    askForPieces();
    installNext();
}

void ClientCore::installNext()
{
    // Pages that are here already come before it: afterwards one of them might move the cursor past what the snapshot
    // does not have.
    if (m_phase != Phase::Running || m_installing || !m_snapshot.isComplete() || !m_applying.empty() ||
        !m_pages.empty())
        return;
    m_installing = true;
    act(SyncAction::InstallSnapshot{m_linkNumber, *m_snapshot.offer()});
}

void ClientCore::handle(const SyncEvent::SnapshotInstalled& event)
{
    if (event.link != m_linkNumber || m_phase != Phase::Running)
        return;
    m_installed = true;
    // The server hears in the next hello what the store has now.
    dropLink();
    connectNow();
}

void ClientCore::handle(const SyncEvent::SnapshotUnusable& event)
{
    m_snapshotsWork = false;
    if (event.link != m_linkNumber || m_phase < Phase::Resuming)
        return;
    act(SyncAction::DropSnapshot{});
    dropLink();
    connectNow();
}

void ClientCore::received(const Wire::Gone& gone)
{
    if (m_installing || (m_snapshot.offer() && m_snapshot.offer()->sha != gone.sha))
        return;
    // What hello named may be gone while another one is being made.
    if (m_snapshot.offer() || m_identity.part.sha != gone.sha)
        m_making.reset();
    m_snapshot.end();
    m_identity.part = {};
    act(SyncAction::DropSnapshot{});
}

}  // namespace Forecourt
