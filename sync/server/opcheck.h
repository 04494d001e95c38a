// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/rowstate.h"

#include <optional>

namespace Forecourt {

/// Who sends operations.
struct Author {
    std::uint32_t device = 0;
    Uuid user;
    QString role;          ///< owner, manager, sales, support, buyer, viewer
    bool server = false;   ///< the server itself, for rows that only it may write
    QString address = {};  ///< of the peer, for the audit log
};

/// Why an operation is not taken; `code` goes over the wire, `reason` is for support.
struct Refusal {
    QLatin1StringView code;
    QString reason;
};

/// Checks shape, types and rights of one operation against the shared schema and the row as it is now.
/// Nothing if it may be merged. Fields that a newer schema knows and this one does not are let through.
std::optional<Refusal> refuseOperation(const Wire::Op& operation, const TableSchema* schema, const RowState& row,
                                       const Author& author);

/// The person whom a row of a personal table belongs to; null for rows that everybody receives.
Uuid ownerOf(const RowState& row, const TableSchema& schema);

}  // namespace Forecourt
