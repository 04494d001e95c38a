// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <atomic>

namespace Forecourt {

/// Packs the file `from` into the new file `to`, as one zstd frame that states its content size, in a few megabytes of
/// memory however large it is. Errors: FileUnreadable, FileUnwritable, DiskFull, Cancelled (once `stop` is true).
Expected<void> packSnapshot(const QString& from, const QString& to, const std::atomic<bool>& stop);

}  // namespace Forecourt
