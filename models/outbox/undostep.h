// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/outbox/fields.h"
#include "models/store/syncedtables.h"

#include <vector>

namespace Forecourt {

/// What one edit changed, with old and new values: enough to take it back, as a new edit.
struct UndoStep {
    struct Row {
        Table table;
        Uuid id;
        enum class Kind { Inserted, Updated, Removed } kind = Kind::Updated;
        Fields before;  ///< of the fields that changed; empty for Inserted
        Fields after;   ///< empty for Removed
    };
    std::vector<Row> rows;

    /// An edit that changed nothing leaves no undo entry.
    bool isEmpty() const { return rows.empty(); }
};

}  // namespace Forecourt
