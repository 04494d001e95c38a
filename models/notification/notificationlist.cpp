// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/notification/notificationlist.h"

#include "models/base/whendone.h"

#include <utility>

namespace Forecourt {

namespace {

constexpr int NotificationLimit = 200;

using NotificationRead = std::pair<std::vector<Notification>, int>;

}  // namespace

NotificationList::NotificationList(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, &NotificationList::refresh);
    refresh();
}

void NotificationList::refresh()
{
    // A burst of commits leads to one read now and one after it, not to one each.
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    whenDone(m_store.read([](Connection& connection) -> Expected<NotificationRead> {
        auto found = NotificationRepository::newest(connection, NotificationLimit);
        if (!found)
            return fail(found.error());
        const auto unread = NotificationRepository::unreadCount(connection);
        if (!unread)
            return fail(unread.error());
        return NotificationRead{std::move(*found), *unread};
    }),
             this, [this](Expected<NotificationRead> read) {
                 m_reading = false;
                 if (read && (read->first != m_all || read->second != m_unread)) {
                     m_all = std::move(read->first);
                     m_unread = read->second;
                     Q_EMIT changed();
                 }
                 if (std::exchange(m_stale, false))
                     refresh();
             });
}

void NotificationList::markRead(qint64 nid)
{
    whenDone(m_store.write([nid, now = m_store.clock().now()](Connection& connection) {
        return NotificationRepository::markRead(connection, nid, now);
    }),
             this, [this](const Expected<void>&) { refresh(); });
}

void NotificationList::markAllRead()
{
    whenDone(m_store.write([now = m_store.clock().now()](Connection& connection) {
        return NotificationRepository::markAllRead(connection, now);
    }),
             this, [this](const Expected<void>&) { refresh(); });
}

}  // namespace Forecourt
