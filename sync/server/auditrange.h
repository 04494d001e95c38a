// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/access.h"
#include "sync/server/auditentry.h"

#include <limits>
#include <optional>
#include <vector>

namespace Forecourt {

/// Which entries of the audit log to read from the storage. Everything that is set has to hold.
struct AuditRange {
    qint64 from = 1;
    qint64 upto = std::numeric_limits<qint64>::max();
    bool newestFirst = false;
    Uuid user = {};                     ///< null: whoever
    Uuid record = {};                   ///< null: whatever
    std::vector<AuditKind> kinds = {};  ///< empty: all
    std::uint32_t device = 0;           ///< 0: any
    std::uint16_t table = 0;            ///< 0: any, and what has none
    /// Leaves entries about records out that this person does not see. A record that is not there, or not any more, is
    /// only for people who see every location.
    std::optional<Access> reader = {};
};

/// An entry by its number and time.
struct AuditPlace {
    qint64 id = 0;
    UtcMs at = 0;
};

}  // namespace Forecourt
