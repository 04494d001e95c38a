// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditcheck.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int AuditCheckStep = 2'000;

tl::unexpected<Error> auditBroken(qint64 id, const QString& how)
{
    return fail(ErrorCode::StoreDamaged, {}, u"audit entry %1 %2"_s.arg(id).arg(how));
}

}  // namespace

Expected<AuditSummary> checkAudit(ServerStorage& storage)
{
    const auto ends = storage.auditEnds();
    if (!ends)
        return fail(ends.error());
    AuditSummary summary;
    AuditMark mark = ends->pruned;
    for (;;) {
        const auto entries = storage.auditEntries({.from = mark.id + 1}, AuditCheckStep);
        if (!entries)
            return fail(entries.error());
        if (entries->empty())
            break;
        for (const AuditEntry& entry : *entries) {
            if (entry.id > ends->newest.id)
                return auditBroken(entry.id, u"was inserted"_s);
            if (entry.id != mark.id + 1)
                return auditBroken(mark.id + 1, u"is missing"_s);
            // The entry behind knows what this one was: if that differs, the content of the one in front is not what it
            // was when the chain was made.
            if (entry.before != mark.hash)
                return mark.id == ends->pruned.id ? auditBroken(entry.id, u"does not follow its checkpoint"_s)
                                                  : auditBroken(mark.id, u"was changed"_s);
            mark = {entry.id, entry.at, auditHash(entry)};
            ++summary.entries;
        }
    }
    if (mark.id < ends->newest.id)
        return auditBroken(mark.id + 1, u"is missing"_s);
    if (mark.hash != ends->newest.hash)
        return auditBroken(mark.id, u"was changed"_s);
    summary.newest = mark;
    return summary;
}

}  // namespace Forecourt
