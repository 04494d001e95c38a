// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/notification/notification.h"

#include "models/store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace NotificationRepository {

Expected<std::vector<Notification>> newest(Connection& connection, int limit)
{
    auto query = connection.run(
        u"SELECT nid, at, kind, tbl, id, arguments, read_at FROM notifications ORDER BY at DESC, nid DESC LIMIT ?"_s,
        {limit});
    if (!query)
        return fail(query.error());
    std::vector<Notification> found;
    while (query->next()) {
        Notification notification;
        notification.nid = query->integer(0);
        notification.at = query->integer(1);
        notification.kind = query->text(2);
        notification.table = static_cast<std::uint16_t>(query->integer(3));
        notification.record = Uuid::fromBytes(query->blob(4));
        for (const QJsonValue argument : QJsonDocument::fromJson(query->text(5).toUtf8()).array())
            notification.arguments.append(argument.toVariant().toString());
        notification.read = !query->isNull(6);
        found.push_back(std::move(notification));
    }
    return found;
}

Expected<int> unreadCount(Connection& connection)
{
    const auto count = connection.scalar(u"SELECT count(*) FROM notifications WHERE read_at IS NULL"_s);
    if (!count)
        return fail(count.error());
    return count->toInt();
}

Expected<void> markRead(Connection& connection, qint64 nid, UtcMs now)
{
    FC_TRY(connection.run(u"UPDATE notifications SET read_at = ? WHERE nid = ? AND read_at IS NULL"_s,
                          {QVariant::fromValue<qint64>(now), nid}));
    return {};
}

Expected<void> markAllRead(Connection& connection, UtcMs now)
{
    FC_TRY(connection.run(u"UPDATE notifications SET read_at = ? WHERE read_at IS NULL"_s,
                          {QVariant::fromValue<qint64>(now)}));
    return {};
}

}  // namespace NotificationRepository

}  // namespace Forecourt
