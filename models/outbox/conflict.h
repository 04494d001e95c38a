// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/store/connection.h"
#include "models/store/schema.h"

#include <QString>
#include <QVariant>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// One field that two people changed without having seen each other's change: what stayed, and what was lost.
struct Conflict {
    ConflictId id;
    std::uint16_t table = 0;  ///< as in syncedTables()
    Uuid record;
    QString field;  ///< column name; the number as text where this version does not know the field
    QVariant kept;  ///< SQL types
    QVariant lost;
    UserId keptBy;  ///< null: nobody known
    UserId lostBy;
    UtcMs noticedAt = 0;  ///< server time
};

/// Reads conflicts, on the thread that owns the connection.
namespace ConflictRepository {

/// Those that nobody has decided yet, newest first, at most `limit`. Errors as Connection::run.
Expected<std::vector<Conflict>> open(Connection& connection, const Schema& schema, int limit);

}  // namespace ConflictRepository

}  // namespace Forecourt
