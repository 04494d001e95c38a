// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/connection.h"

#include <QString>

namespace Forecourt {

/// How long this store may be opened without contact to its server: a computer that was lost does not show forever what
/// it holds. The server says for how long; each contact begins it anew. Kept in sync_state.
///
/// Everything is by the clock of this computer, which people can set. So the newest time that was ever seen is kept: a
/// clock that is set back brings nothing. Only a contact takes it back, which is where a clock that was once far ahead
/// is healed.
struct DeviceLease {
    /// Whether the server ended it before its time.
    enum class Ended {
        No,
        SignedOut,  ///< this computer was signed out
        Disabled,   ///< whoever is signed in here may not sign in any more
    };

    qint64 lengthMs = 0;   ///< 0: no limit, or never joined to a server
    UtcMs contactAt = 0;   ///< last contact
    UtcMs newestSeen = 0;  ///< at least the last contact
    Ended ended = Ended::No;
    QString endedBy = {};  ///< of SignedOut, who did it; empty: the server itself

    /// Milliseconds before the end from which on people are warned.
    static constexpr qint64 WarnBefore = 2LL * 86'400'000;

    UtcMs endsAt() const { return contactAt + lengthMs; }
    bool isOver() const { return ended != Ended::No || (lengthMs > 0 && newestSeen >= endsAt()); }
    bool endsSoon() const { return lengthMs > 0 && !isOver() && newestSeen >= endsAt() - WarnBefore; }

    /// The server answered, and allows `length` milliseconds (0: without limit) from now on.
    void contact(UtcMs now, qint64 length);
    /// The server said that this computer is not to be used any more: over until the next contact.
    void end(Ended why, const QString& by);
    /// It is `now`, and since the last look `passed` milliseconds went by on a clock that nobody can set: while the
    /// program runs, time passes whatever the clock of the computer says.
    void see(UtcMs now, qint64 passed = 0);

    static Expected<DeviceLease> load(Connection& connection);
    [[nodiscard]] Expected<void> save(Connection& connection) const;
    /// Saves `newestSeen` alone, unless there was a contact since this was loaded: that may have put the clock right.
    [[nodiscard]] Expected<void> noteSeen(Connection& connection) const;

    friend bool operator==(const DeviceLease&, const DeviceLease&) = default;
};

}  // namespace Forecourt
