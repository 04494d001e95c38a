// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/base/rowclock.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/messages.h"
#include "sync/server/access.h"

#include <span>

namespace Forecourt {

/// Newest state of one row as the server keeps it. The server does not know what the fields mean; their numbers, types
/// and rules come from the shared schema, and fields of a newer schema are kept as they are.
struct RowState {
    /// Stands for the row's being there or not: deleting and restoring stamp this field.
    static constexpr std::uint16_t Existence = 0;

    std::uint16_t table = 0;
    Uuid id;
    qint64 seq = 0;
    bool known = false;  ///< false: this row was never seen
    bool deleted = false;
    RowClock clock;
    Wire::FieldValues values;  ///< ascending by field
    RowScope scope;            ///< who receives it, as its values and those of its parent say
    Uuid parent;               ///< row whose scope it shares; null: none

    /// Null if the field has no value here.
    const QVariant* value(std::uint16_t field) const;
    void setValue(std::uint16_t field, const QVariant& value);

    /// The whole row, as it goes to a workstation.
    Wire::Row whole() const;
    /// Only the named fields of it.
    Wire::Row part(std::span<const std::uint16_t> fields) const;
};

}  // namespace Forecourt
