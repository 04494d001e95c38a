// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/sqlsession.h"

#include <QByteArray>

namespace Forecourt {

/// Begins another epoch in a store that was put back from a backup, and notes where the one before ended in it.
/// `epoch`: 8 bytes that were never used before. Errors: those of the database.
[[nodiscard]] Expected<void> renewEpoch(SqlSession& store, const QByteArray& epoch);

}  // namespace Forecourt
