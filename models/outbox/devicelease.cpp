// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/devicelease.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

void DeviceLease::contact(UtcMs now, qint64 length)
{
    lengthMs = length;
    contactAt = newestSeen = now;
    ended = Ended::No;
    endedBy.clear();
}

void DeviceLease::end(Ended why, const QString& by)
{
    ended = why;
    endedBy = by;
}

void DeviceLease::see(UtcMs now, qint64 passed)
{
    newestSeen = std::max<UtcMs>(now, newestSeen + passed);
}

Expected<DeviceLease> DeviceLease::load(Connection& connection)
{
    auto rows = connection.run(u"SELECT k, v FROM sync_state WHERE k LIKE 'lease_%'"_s);
    if (!rows)
        return fail(rows.error());
    DeviceLease lease;
    while (rows->next()) {
        const QString key = rows->text(0);
        if (key == u"lease_length"_s)
            lease.lengthMs = rows->integer(1);
        else if (key == u"lease_contact"_s)
            lease.contactAt = rows->integer(1);
        else if (key == u"lease_seen"_s)
            lease.newestSeen = rows->integer(1);
        else if (key == u"lease_ended"_s)
            lease.ended = rows->integer(1) == 2   ? Ended::Disabled
                          : rows->integer(1) == 1 ? Ended::SignedOut
                                                  : Ended::No;
        else if (key == u"lease_ended_by"_s)
            lease.endedBy = rows->text(1);
    }
    return lease;
}

Expected<void> DeviceLease::save(Connection& connection) const
{
    auto stored = connection.run(
        u"INSERT INTO sync_state (k, v) VALUES ('lease_length', ?), ('lease_contact', ?), ('lease_seen', ?), "
        "('lease_ended', ?), ('lease_ended_by', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v"_s,
        {static_cast<qlonglong>(lengthMs), static_cast<qlonglong>(contactAt), static_cast<qlonglong>(newestSeen),
         ended == Ended::No          ? 0
         : ended == Ended::SignedOut ? 1
                                     : 2,
         endedBy.isNull() ? u""_s : endedBy});
    if (!stored)
        return fail(stored.error());
    return {};
}

Expected<void> DeviceLease::noteSeen(Connection& connection) const
{
    auto stored = load(connection);
    if (!stored)
        return fail(stored.error());
    if (stored->contactAt != contactAt || stored->newestSeen >= newestSeen)
        return {};
    stored->newestSeen = newestSeen;
    return stored->save(connection);
}

}  // namespace Forecourt
