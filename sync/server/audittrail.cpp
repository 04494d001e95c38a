// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/audittrail.h"

#include "sync/server/auditdetail.h"

#include <algorithm>

namespace Forecourt {

Expected<void> AuditTrail::write()
{
    if (m_entries.empty())
        return {};
    const auto ends = m_storage.auditEnds();
    if (!ends)
        return fail(ends.error());
    AuditMark mark = ends->newest;
    // Ascending times make a day findable by halving, whatever the clock of this computer did.
    const UtcMs at = std::max(m_now, mark.at);
    for (AuditEntry& entry : m_entries) {
        entry.id = mark.id + 1;
        entry.at = at;
        entry.before = mark.hash;
        if (entry.detail.isEmpty())
            entry.detail = encodeAuditDetail({});
        mark = {entry.id, at, auditHash(entry)};
    }
    FC_TRY(m_storage.appendAudit(m_entries, mark));
    m_entries.clear();
    return {};
}

Expected<void> writeAudit(ServerStorage& storage, AuditEntry entry, UtcMs now)
{
    FC_TRY(storage.begin());
    AuditTrail trail(storage, now);
    trail.note(std::move(entry));
    if (const auto written = trail.write(); !written) {
        storage.rollback();
        return fail(written.error());
    }
    return storage.commit();
}

Expected<qint64> firstAuditSince(ServerStorage& storage, UtcMs time)
{
    const auto ends = storage.auditEnds();
    if (!ends)
        return fail(ends.error());
    qint64 low = ends->pruned.id + 1;
    qint64 high = ends->newest.id + 1;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const auto found = storage.auditEntries({.from = middle, .upto = middle}, 1);
        if (!found)
            return fail(found.error());
        if (!found->empty() && found->front().at < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Expected<bool> pruneAudit(ServerStorage& storage, UtcMs now, qint64 most)
{
    FC_TRY(storage.begin());
    bool more = false;
    const auto prune = [&]() -> Expected<bool> {
        const auto ends = storage.auditEnds();
        if (!ends)
            return fail(ends.error());
        const auto first = firstAuditSince(storage, now - AuditKeep);
        if (!first)
            return fail(first.error());
        const qint64 upto = std::min(*first - 1, ends->pruned.id + most);
        more = upto < *first - 1;
        const auto last = storage.auditEntries({.upto = upto, .newestFirst = true}, 1);
        if (!last)
            return fail(last.error());
        if (last->empty())
            return false;
        const AuditEntry& entry = last->front();
        FC_TRY(storage.removeAudit({entry.id, entry.at, auditHash(entry)}));
        AuditDetail detail;
        detail.opid = entry.id;
        AuditEntry note;
        note.kind = AuditKind::Pruned;
        note.address = QStringLiteral("console");
        note.detail = encodeAuditDetail(detail);
        AuditTrail trail(storage, now);
        trail.note(std::move(note));
        FC_TRY(trail.write());
        return true;
    };
    const auto pruned = prune();
    if (pruned && *pruned) {
        FC_TRY(storage.commit());
        return more;
    }
    storage.rollback();
    if (!pruned)
        return fail(pruned.error());
    return false;
}

}  // namespace Forecourt
