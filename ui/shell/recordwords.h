// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/notification/notification.h"
#include "models/outbox/outboxops.h"
#include "ui/shell/route.h"

#include <QFuture>
#include <QObject>

#include <optional>
#include <vector>

namespace Forecourt {

/// A change, a notification or a conflict as one line of a list.
struct RecordLine {
    QString title;     ///< "Price of B26-1201 to $21,750", "7 photos of B26-1192"
    QString subtitle;  ///< empty: the list fills in the time
    QString iconName;
    Route route;                ///< where a click leads; empty for nowhere
    std::vector<qint64> opids;  ///< changes that this line stands for; the newest first
};

/// What one feature says about its records in the lists of the shell: what waits to be sent, what was refused, what
/// happened. Lives on the GUI thread.
class RecordWords : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether records of this table are this feature's.
    virtual bool knows(std::uint16_t table) const = 0;
    /// Lines for changes of its tables, in the order given; changes that belong together may share a line.
    virtual QFuture<Expected<std::vector<RecordLine>>> changes(std::vector<OutboxEntry> entries) = 0;
    /// Words for a notification, or nothing for a kind of another feature.
    virtual std::optional<RecordLine> notification(const Notification& notification) const
    {
        Q_UNUSED(notification);
        return std::nullopt;
    }
};

}  // namespace Forecourt
