// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/leaseguard.h"

#include "models/base/whendone.h"

#include <algorithm>

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
    // A disk that is full, or a long write, keeps nobody out: noting the time comes after looking, and may fail.
    const UtcMs now = m_store.clock().now();
    const qint64 passed = m_steady.restart();
    whenDone(m_store.read(&DeviceLease::load), this, [this, now, passed](Expected<DeviceLease> lease) {
        m_looking = false;
        if (lease) {
            if (lease->contactAt == m_lease.contactAt)
                lease->newestSeen = std::max(lease->newestSeen, m_lease.newestSeen);
            // Once it is over only a contact changes anything, and that is noted where it happens.
            if (lease->lengthMs > 0 && !lease->isOver()) {
                lease->see(now, passed);
                m_store.write([seen = *lease](Connection& connection) { return seen.noteSeen(connection); });
            }
            seen(*lease);
        } else if (m_state == State::Unknown) {
            // Whoever reads such a store is told what is wrong with it.
            seen({});
        }
        m_timer.start(isOver() ? LeaseLookWhenOver : LeaseLookEvery);
    });
}

void LeaseGuard::seen(const DeviceLease& lease)
{
    const State state = lease.isOver() ? State::Over : lease.endsSoon() ? State::EndsSoon : State::Open;
    const bool other = state != m_state || lease.ended != m_lease.ended ||
                       (state != State::Open && lease.endsAt() != m_lease.endsAt());
    m_lease = lease;
    m_state = state;
    if (other)
        Q_EMIT changed();
}

}  // namespace Forecourt
