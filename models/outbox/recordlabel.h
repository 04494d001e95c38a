// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/store/connection.h"

#include <QString>

#include <cstdint>

namespace Forecourt {

/// How a person knows a record of any synced table, removed ones included: stock number of a vehicle, file name of a
/// photo; the id where there is no better name. Errors as Connection::run.
Expected<QString> recordLabel(Connection& connection, std::uint16_t table, Uuid id);

}  // namespace Forecourt
