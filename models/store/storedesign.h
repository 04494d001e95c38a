// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/migrations.h"
#include "models/store/syncedtables.h"

#include <span>
#include <vector>

namespace Forecourt {

/// What a store is made of: this version's tables, unless a test is another version.
struct StoreDesign {
    std::vector<Migration> steps = migrations();
    std::span<const SyncedTable> tables = syncedTables();  ///< must outlive the store

    int version() const { return steps.empty() ? 0 : steps.back().number; }
};

}  // namespace Forecourt
