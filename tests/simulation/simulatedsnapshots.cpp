// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/simulatedsnapshots.h"

#include "sync/server/snapshotmaking.h"

namespace Forecourt::Tests {

void SimulatedSnapshots::step(ServerCore& core, ServerStorage& storage, UtcMs now)
{
    auto work = std::move(m_work.front());
    m_work.pop_front();
    if (auto* sought = std::get_if<FindSnapshotAction>(&work))
        return find(std::move(*sought), core, storage, now);
    if (const auto* begun = std::get_if<Begun>(&work))
        return make(*begun, core, now);
    const auto& read = std::get<ReadPiecesAction>(work);
    core.piecesRead(read.session, read.take, m_shelf.pieces(read.take.sha, read.take.piece, read.take.count), now);
}

void SimulatedSnapshots::find(FindSnapshotAction action, ServerCore& core, ServerStorage& storage, UtcMs now)
{
    View all;
    all.access = action.whose.access;
    View first;
    first.access = action.first;
    const auto rows = storage.countRows(all, From);
    const auto atFirst = storage.countRows(first, From);
    if (!rows || !atFirst)
        qFatal("rows of the simulated server");
    SnapshotFinding finding{action.session};
    if (*rows < From)
        return core.snapshotFound(finding, now);
    finding.fewAtFirst = *atFirst < From && !action.first.locations.empty();
    const SnapshotClass own = action.whose;
    if (!m_first)
        m_first = own;
    if (m_fault == Fault::SnapshotOfOthers)
        action.whose = *m_first;
    const auto entry = m_shelf.find({action.whose.key, action.epoch, action.notBefore, action.newest, action.here});
    if (entry) {
        finding.kind = SnapshotFinding::Kind::Here;
        finding.snapshot = entry->snapshot;
        if (m_fault == Fault::SnapshotOfOthers)
            finding.snapshot.view = View::pack(own.access, Schema::current(), {entry->epoch, entry->snapshot.upto});
    } else {
        finding.kind = SnapshotFinding::Kind::Made;
        if (!m_making.contains(action.whose.key)) {
            m_making.insert(action.whose.key);
            const auto upto = storage.seq();
            if (!upto)
                qFatal("sequence of the simulated server");
            m_work.emplace_back(Begun{action.whose, *upto});
        }
    }
    core.snapshotFound(finding, now);
}

void SimulatedSnapshots::make(const Begun& begun, ServerCore& core, UtcMs now)
{
    m_making.remove(begun.whose.key);
    const auto storage = m_store.openAsOf(begun.upto);
    const std::atomic<bool> stop = false;
    const auto entry =
        SnapshotMaking(*storage, Schema::current(), m_shelf, stop).make(begun.whose, [&](const Wire::Making& making) {
            core.snapshotMaking(begun.whose.key, making);
        });
    if (!entry)
        qFatal("snapshot of the simulated server: %s", qUtf8Printable(entry.error().detail));
    core.snapshotMade(begun.whose.key, entry->snapshot, now);
}

}  // namespace Forecourt::Tests
