// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::vector<EnrolledDevice>> SqlStorage::readDevices(const QString& condition, const QVariantList& parameters)
{
    auto query = session().run(
        u"SELECT ordinal, id, user_id, name, pushed_opid, acked_seq, app, address, enrolled_at, seen_at FROM devices "_s +
            condition + u" ORDER BY ordinal"_s,
        parameters);
    if (!query)
        return fail(query.error());
    std::vector<EnrolledDevice> found;
    while (query->next())
        found.push_back({static_cast<std::uint32_t>(query->integer(0)), Uuid::fromBytes(query->blob(1)),
                         Uuid::fromBytes(query->blob(2)), query->text(3), query->integer(4), query->integer(5),
                         query->text(6), query->text(7), query->integer(8), query->integer(9)});
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<std::vector<EnrolledDevice>> SqlStorage::devices()
{
    return readDevices(u"WHERE ordinal > 1"_s, {});
}

Expected<std::optional<EnrolledDevice>> SqlStorage::device(std::uint32_t ordinal)
{
    auto found = readDevices(u"WHERE ordinal = ?"_s, {ordinal});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Expected<EnrolledDevice> SqlStorage::enrol(Uuid id, Uuid user, const QString& name, UtcMs now)
{
    return together([&]() -> Expected<EnrolledDevice> {
        FC_TRY(
            execute(u"INSERT INTO devices (ordinal, id, user_id, name, enrolled_at, seen_at) "
                    "VALUES ((SELECT max(ordinal) + 1 FROM devices), ?, ?, ?, ?, ?) "
                    "ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, name = excluded.name, "
                    "seen_at = excluded.seen_at"_s,
                    {id.toBytes(), user.toBytes(), name, qint64(now), qint64(now)}));
        auto found = readDevices(u"WHERE id = ?"_s, {id.toBytes()});
        if (!found)
            return fail(found.error());
        return std::move(found->front());
    });
}

Expected<void> SqlStorage::noteArrival(std::uint32_t device, const QString& app, const QString& address, UtcMs now)
{
    return execute(u"UPDATE devices SET app = ?, address = ?, seen_at = ? WHERE ordinal = ?"_s,
                   {u""_s + app, u""_s + address, qint64(now), device});
}

Expected<void> SqlStorage::setPushed(std::uint32_t device, qint64 opid)
{
    return write(u"UPDATE devices SET pushed_opid = ? WHERE ordinal = ?"_s, {opid, device});
}

Expected<void> SqlStorage::setAcked(std::uint32_t device, qint64 seq, UtcMs now)
{
    return execute(u"UPDATE devices SET acked_seq = ?, seen_at = ? WHERE ordinal = ?"_s, {seq, qint64(now), device});
}

}  // namespace Forecourt
