// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changes.h"

#include <algorithm>

namespace Forecourt {

bool ChangeSet::contains(Table table) const
{
    return everything || std::ranges::any_of(rows, [table](const Row& row) { return row.table == table; });
}

}  // namespace Forecourt
