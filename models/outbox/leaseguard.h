// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/devicelease.h"
#include "models/store/store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Forecourt {

/// Watches the lease of a store while a window is open on it, and keeps noting the time. Lives on the GUI thread; reads
/// and writes in the background.
class LeaseGuard : public QObject {
    Q_OBJECT

public:
    enum class State {
        Unknown,  ///< not read yet
        Open,
        EndsSoon,
        Over,  ///< nothing of the store may be shown or edited
    };

    /// Looks at once. `store` must outlive the guard.
    explicit LeaseGuard(Store& store, QObject* parent = nullptr);

    State state() const { return m_state; }
    bool isOver() const { return m_state == State::Over; }
    /// By this computer's clock; for EndsSoon and Over.
    UtcMs endsAt() const { return m_lease.endsAt(); }
    UtcMs contactAt() const { return m_lease.contactAt; }
    /// Why, if it is Over before its time, and by whom.
    DeviceLease::Ended ended() const { return m_lease.ended; }
    QString endedBy() const { return m_lease.endedBy; }

    /// Looks now, and not only within the minute: somebody is here again, or the server answered.
    void look();

Q_SIGNALS:
    /// Another state, or another end.
    void changed();

private:
    void seen(const DeviceLease& lease);

    Store& m_store;
    QTimer m_timer;
    QElapsedTimer m_steady;
    DeviceLease m_lease;
    State m_state = State::Unknown;
    bool m_looking = false;
};

}  // namespace Forecourt
