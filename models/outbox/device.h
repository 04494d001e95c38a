// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/hlc.h"
#include "models/base/id.h"
#include "models/outbox/storeaccess.h"
#include "models/store/connection.h"

#include <QByteArray>

namespace Forecourt {

/// What this store knows of itself, kept in sync_state. Loaded once, written back in the transaction that changed it.
/// Belongs to the writer thread.
struct Device {
    UserId user;
    std::uint32_t ordinal = 0;  ///< given by the server; 0 = not enrolled
    Uuid id;                    ///< made here at first open
    QByteArray dealership;
    QByteArray epoch;
    qint64 cursor = 0;
    QByteArray view;  ///< what the rows up to the cursor are complete for; opaque, from the server
    StoreAccess access;
    qint64 ackedSeq = 0;  ///< highest sequence of an acknowledged operation; not stored, the operations tell
    Hlc lastClock;
    qint64 nextOpid = 1;
    qint64 nextTxn = 1;

    /// Makes and stores the device id if there is none yet.
    static Expected<Device> load(Connection& connection);
    /// The part that every edit changes: clock and counters.
    [[nodiscard]] Expected<void> saveCounters(Connection& connection) const;
    [[nodiscard]] Expected<void> saveCursor(Connection& connection) const;
    [[nodiscard]] Expected<void> saveAccess(Connection& connection) const;
    [[nodiscard]] Expected<void> saveIdentity(Connection& connection) const;
};

}  // namespace Forecourt
