// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/leaseguard.h"

#include "models/base/whendone.h"

namespace Forecourt {

namespace {

constexpr int LeaseLookEvery = 60'000;
// Somebody who has just reached the network waits in front of the lock.
constexpr int LeaseLookWhenOver = 1'000;

}  // namespace

LeaseGuard::LeaseGuard(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LeaseGuard::look);
    m_steady.start();
    look();
}

void LeaseGuard::look()
{
    if (m_looking)
        return;
    m_looking = true;
    const auto look = [now = m_store.clock().now(),
                       passed = m_steady.restart()](Connection& connection) -> Expected<DeviceLease> {
        auto lease = DeviceLease::load(connection);
        if (!lease || lease->lengthMs == 0)
            return lease;
        const bool wasOver = lease->isOver();
        lease->see(now, passed);
        // Once it is over only a contact changes anything, and that is noted where it happens.
        if (!wasOver)
            FC_TRY(lease->save(connection));
        return lease;
    };
    whenDone(m_store.write(look), this, [this](const Expected<DeviceLease>& lease) {
        m_looking = false;
        // A store that cannot be written says so elsewhere; what was known of the lease stays.
        if (lease)
            seen(*lease);
        m_timer.start(isOver() ? LeaseLookWhenOver : LeaseLookEvery);
    });
}

void LeaseGuard::seen(const DeviceLease& lease)
{
    const State state = lease.isOver() ? State::Over : lease.endsSoon() ? State::EndsSoon : State::Open;
    const bool other = state != m_state || (state != State::Open && lease.endsAt() != m_lease.endsAt());
    m_lease = lease;
    m_state = state;
    if (other)
        Q_EMIT changed();
}

}  // namespace Forecourt
