// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/ridset.h"

#include <vector>

namespace Forecourt {

/// What turns one list of rows into another, in the order it is to be done: runs of rows leave (last run first), rows
/// move, runs of rows come (first run first). As few rows as possible move.
struct RidListDiff {
    /// Rows `first` to `last`, both included.
    struct Run {
        int first = 0;
        int last = 0;

        friend bool operator==(const Run&, const Run&) = default;
    };
    /// Row `from` goes before row `before`, both counted before the move, as QAbstractItemModel::beginMoveRows has it.
    struct Move {
        int from = 0;
        int before = 0;

        friend bool operator==(const Move&, const Move&) = default;
    };

    std::vector<Run> removed;   ///< in the old list, last run first
    std::vector<Move> moved;    ///< of what stays
    std::vector<Run> inserted;  ///< in the new list, first run first
    bool isLarge = false;       ///< more steps than `limit`: `moved` is empty, rearrange at once instead

    bool isEmpty() const { return !isLarge && removed.empty() && moved.empty() && inserted.empty(); }
};

/// Both lists hold each number once. With more than `limit` runs and moves, one rearrangement is cheaper.
RidListDiff diffRidLists(const RidList& before, const RidList& after, int limit = 100);

}  // namespace Forecourt
