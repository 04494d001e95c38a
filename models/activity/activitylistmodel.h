// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityfilter.h"
#include "models/activity/activityrequests.h"
#include "models/base/error.h"
#include "models/base/expected.h"
#include "models/outbox/synccontrol.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>

namespace Forecourt {

/// The server's audit log through a filter, newest first, page by page as somebody scrolls. Needs the server; what has
/// been read stays when the connection goes.
class ActivityListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class State {
        Loading,  ///< the server is being asked
        Ready,
        Paused,   ///< it has looked far back without finding much: lookFurther() goes on
        Failed,   ///< see error(); retry() asks again
        Offline,  ///< nothing was read yet, and there is no server
    };
    enum Role { EntryRole = Qt::UserRole };

    /// `sync` and `clock` must outlive the model. The first page is asked for by setFilter() or refresh().
    ActivityListModel(SyncControl& sync, const Clock& clock, QObject* parent = nullptr);

    const ActivityFilter& filter() const { return m_filter; }
    /// Forgets what is there and asks anew.
    void setFilter(const ActivityFilter& filter);
    /// Reads what is new since.
    void refresh();
    void lookFurther();
    void retry();

    State state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    /// Everything that passes the filter is here.
    bool isComplete() const { return m_asked && m_next == 0; }
    /// How far back was looked; 0 if nothing was asked yet, or everything is here.
    UtcMs reached() const { return m_reached; }
    /// When the newest page was read; 0: never.
    UtcMs asOf() const { return m_asOf; }
    const ActivityEntry& entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }

    /// Words for the other roles, from where words are made.
    using Wording = std::function<QVariant(const ActivityEntry& entry, int role)>;
    void setWording(Wording wording) { m_wording = std::move(wording); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void start();
    void askOlder();
    void askNewer();
    void take(const ActivityAnswer& page);
    void takeNewer(ActivityAnswer page);
    void setState(State state, std::optional<Error> error = {});
    void failWith(const Error& error);
    QJsonObject arguments() const;

    SyncControl& m_sync;
    ActivityRequests m_asker;
    const Clock& m_clock;
    ActivityFilter m_filter;
    Wording m_wording;
    std::vector<ActivityEntry> m_entries;
    State m_state = State::Ready;
    std::optional<Error> m_error;
    qint64 m_next = 0;
    UtcMs m_reached = 0;
    UtcMs m_asOf = 0;
    bool m_asked = false;
    bool m_newer = false;  ///< what failed was refresh()
    int m_found = 0;       ///< entries since somebody last asked for more …
    int m_requests = 0;    ///< … and requests that they took
    SyncStatus::Link m_link;
};

}  // namespace Forecourt
