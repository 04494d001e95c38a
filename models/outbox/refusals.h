// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/connection.h"

#include <vector>

namespace Forecourt {

/// Refused changes that a person does not want any more. They are kept for a week, in case that was a mistake. Used
/// inside a transaction on the writer thread; the counts also on a reader. Errors as Connection::run.
namespace Refusals {

Expected<void> discard(Connection& connection, const std::vector<qint64>& opids, UtcMs now);
/// Puts discarded ones back on the list.
Expected<void> bringBack(Connection& connection, const std::vector<qint64>& opids);
/// Those that could be brought back.
Expected<std::vector<qint64>> discarded(Connection& connection);

}  // namespace Refusals

}  // namespace Forecourt
