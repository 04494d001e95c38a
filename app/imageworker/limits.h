// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Forecourt {

/// Keeps this process within `bytes` of memory; asking for more fails instead of slowing the computer down.
/// Where the system cannot do it, the process runs without.
void limitMemory(qint64 bytes);

/// Ends this process when one photo takes longer than `seconds`, should the program that started it be gone by then.
/// 0 switches it off.
void limitTime(int seconds);

}  // namespace Forecourt
