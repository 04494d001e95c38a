// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/housekeeping.h"

#include <algorithm>

namespace Forecourt {

Expected<bool> Housekeeping::step()
{
    FC_TRY(m_storage.begin());
    auto more = work();
    if (more) {
        if (const auto committed = m_storage.commit(); !committed)
            more = fail(committed.error());
    }
    if (!more)
        m_storage.rollback();
    return more;
}

Expected<bool> Housekeeping::work()
{
    FC_TRY(mark());
    const auto floor = raiseFloor();
    if (!floor)
        return fail(floor.error());
    const auto tombstones = m_storage.removeTombstones(floor->seq, Together);
    if (!tombstones)
        return fail(tombstones.error());
    const auto exits = m_storage.removeExits(floor->seq, Together);
    if (!exits)
        return fail(exits.error());
    const auto answers = m_storage.removeExceptionsBefore(m_now - KeepAnswers, Together);
    if (!answers)
        return fail(answers.error());
    return std::max({*tombstones, *exits, *answers}) == Together;
}

Expected<void> Housekeeping::mark()
{
    // Marks of a clock that was ahead say nothing.
    FC_TRY(m_storage.removeSeqMarks(m_now - 2 * KeepAtLeast, m_now));
    const auto newest = m_storage.seqMark(m_now);
    if (!newest)
        return fail(newest.error());
    if (*newest && m_now - (*newest)->at < MarkEvery)
        return {};
    const auto seq = m_storage.seq();
    if (!seq)
        return fail(seq.error());
    return m_storage.putSeqMark({m_now, *seq});
}

Expected<HistoryFloor> Housekeeping::raiseFloor()
{
    const auto present = m_storage.historyFloor();
    if (!present)
        return present;
    const auto aged = m_storage.seqMark(m_now - KeepAtLeast);
    if (!aged)
        return fail(aged.error());
    if (!*aged)
        return present;
    const auto sessions = m_storage.sessions();
    if (!sessions)
        return fail(sessions.error());
    HistoryFloor floor{(*aged)->seq, (*aged)->at};
    for (const DeviceSession& session : *sessions) {
        const auto device = m_storage.device(session.device);
        if (!device)
            return fail(device.error());
        const bool counts =
            session.revokedAt == 0 && *device && std::max((*device)->seenAt, session.refreshedAt) >= m_now - Lease;
        if (counts)
            floor.seq = std::min(floor.seq, (*device)->ackedSeq);
    }
    if (floor.seq <= present->seq)
        return present;
    FC_TRY(m_storage.setHistoryFloor(floor));
    return floor;
}

}  // namespace Forecourt
