// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/refusals.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs DiscardedKept = 7LL * 24 * 60 * 60 * 1000;

}  // namespace

Expected<void> Refusals::discard(Connection& connection, const std::vector<qint64>& opids, UtcMs now)
{
    auto old = connection.run(u"DELETE FROM sync_reject WHERE discarded_at < ?"_s, {qlonglong(now - DiscardedKept)});
    if (!old)
        return fail(old.error());
    for (const qint64 opid : opids) {
        auto gone = connection.run(u"UPDATE sync_reject SET discarded_at = ? WHERE opid = ? AND discarded_at IS NULL"_s,
                                   {qlonglong(now), opid});
        if (!gone)
            return fail(gone.error());
    }
    return {};
}

Expected<void> Refusals::bringBack(Connection& connection, const std::vector<qint64>& opids)
{
    for (const qint64 opid : opids) {
        auto back = connection.run(u"UPDATE sync_reject SET discarded_at = NULL WHERE opid = ?"_s, {opid});
        if (!back)
            return fail(back.error());
    }
    return {};
}

Expected<std::vector<qint64>> Refusals::discarded(Connection& connection)
{
    return connection.integers(u"SELECT opid FROM sync_reject WHERE discarded_at IS NOT NULL ORDER BY opid"_s);
}

}  // namespace Forecourt
