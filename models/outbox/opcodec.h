// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/clockedvalues.h"

namespace Forecourt {

/// In `prev` of an edit that waits: whether the server has removed the row meanwhile. It shows once the edit is
/// refused.
inline constexpr std::uint16_t RemovedField = 0;

}  // namespace Forecourt
