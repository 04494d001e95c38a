// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/access.h"
#include "sync/server/rowstate.h"

#include <optional>

namespace Forecourt {

/// Who sends operations.
struct Author {
    std::uint32_t device = 0;
    Access access;
    bool server = false;   ///< the server itself, for rows that only it may write
    QString address = {};  ///< of the peer, for the audit log
};

/// Why an operation is not taken; `code` goes over the wire, `reason` is for support.
struct Refusal {
    QLatin1StringView code;
    QString reason;
    bool forManager = false;  ///< somebody else may have use for what was typed
};

/// Checks shape, types and rights of one operation against the shared schema and the row as it is now. Whoever may not
/// see a row or a field may not write it. Nothing if it may be merged; where the row goes is checked by refuseMove().
/// Fields that a newer schema knows and this one does not are let through.
std::optional<Refusal> refuseOperation(const Wire::Op& operation, const TableSchema* schema, const RowState& row,
                                       const Author& author);

/// Checks that the author sees the row as it would be after the operation, with its scope resolved.
std::optional<Refusal> refuseMove(const RowState& after, const TableSchema& schema, const Author& author);

}  // namespace Forecourt
