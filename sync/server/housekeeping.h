// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

namespace Forecourt {

/// Removes from the server's store what nobody needs any more: tombstones, rows' exits from scopes, answers to
/// operations.
///
/// A tombstone is needed until every workstation has heard of it. A workstation counts while it is signed in and was
/// seen within Lease; whoever comes later starts over (ServerCore, `fresh`), with everything that waits in its outbox.
/// The horizon is what all that count have acknowledged, but nothing younger than KeepAtLeast: undoing a removal and
/// looking into what happened last week stay cheap.
///
/// Sequences have no times, so now and then one is noted with the time (SeqMark). A clock that jumps ahead only makes
/// workstations start over earlier.
class Housekeeping {
public:
    static constexpr UtcMs KeepAtLeast = 7LL * 24 * 3600 * 1000;
    static constexpr UtcMs Lease = 60LL * 24 * 3600 * 1000;
    /// Answers outlive the lease: whoever comes back within it asks again for those that were lost on the way.
    static constexpr UtcMs KeepAnswers = Lease + 30LL * 24 * 3600 * 1000;
    static constexpr UtcMs MarkEvery = 6LL * 3600 * 1000;
    /// Rows of a kind that are removed in one step.
    static constexpr int Together = 500;

    Housekeeping(ServerStorage& storage, UtcMs now) : m_storage(storage), m_now(now) {}

    /// One bounded step, in a transaction of its own. True if there is more to do. Errors: those of the storage, and
    /// nothing has changed.
    Expected<bool> step();

private:
    Expected<bool> work();
    Expected<void> mark();
    Expected<HistoryFloor> raiseFloor();

    ServerStorage& m_storage;
    const UtcMs m_now;
};

}  // namespace Forecourt
