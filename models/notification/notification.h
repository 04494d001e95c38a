// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace Forecourt {

class Connection;

/// Something that the program wants a person to know; stays until read. Local to this store, never synced.
struct Notification {
    qint64 nid = 0;
    UtcMs at = 0;
    QString kind;             ///< code word: "duplicate_vin"; words are made in ui
    std::uint16_t table = 0;  ///< record it is about; 0 = none
    Uuid record;
    QStringList arguments;  ///< values for the words, in the order that the kind documents
    bool read = false;

    friend bool operator==(const Notification&, const Notification&) = default;
};

/// Reads and marks notifications, on the thread that owns the connection. Errors as Connection::run.
namespace NotificationRepository {

/// The newest `limit`, newest first.
Expected<std::vector<Notification>> newest(Connection& connection, int limit);
Expected<int> unreadCount(Connection& connection);
/// Inside Store::write.
Expected<void> markRead(Connection& connection, qint64 nid, UtcMs now);
Expected<void> markAllRead(Connection& connection, UtcMs now);

}  // namespace NotificationRepository

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Notification)
