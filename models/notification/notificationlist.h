// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/notification/notification.h"
#include "models/store/store.h"

#include <QObject>

#include <vector>

namespace Forecourt {

/// The newest notifications, for the bell and its panel. Lives on the GUI thread, reads in the background when asked
/// and after each commit.
class NotificationList : public QObject {
    Q_OBJECT

public:
    /// `store` must outlive the list.
    explicit NotificationList(Store& store, QObject* parent = nullptr);

    /// At most 200, newest first.
    const std::vector<Notification>& all() const { return m_all; }
    int unread() const { return m_unread; }

    void refresh();
    void markRead(qint64 nid);
    void markAllRead();

Q_SIGNALS:
    void changed();

private:
    Store& m_store;
    std::vector<Notification> m_all;
    int m_unread = 0;
    bool m_reading = false;
    bool m_stale = false;
};

}  // namespace Forecourt
