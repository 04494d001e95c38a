// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/auditentry.h"
#include "sync/server/merge.h"
#include "sync/server/opcheck.h"

#include <optional>

namespace Forecourt {

/// Watches one operation for the audit log: made before the row is touched, asked when it is clear what became of it.
class AuditedOperation {
public:
    AuditedOperation(const Wire::Op& operation, const RowState& before);

    /// The operation was not taken: the entry holds what it wanted.
    AuditEntry refused(const Refusal& refusal, const Author& author) const;
    /// The operation was merged into `row`. Nothing if it left no trace (a repetition, or the value was there already).
    std::optional<AuditEntry> merged(const RowState& row, const MergeOutcome& outcome, const Author& author) const;

private:
    AuditEntry entryOf(const Author& author) const;

    qint64 m_opid;
    std::uint16_t m_table;
    Uuid m_record;
    bool m_deletes;
    bool m_wasKnown;
    bool m_wasDeleted;
    struct Field {
        std::uint16_t number;
        QVariant before;
        QVariant asked;
    };
    std::vector<Field> m_fields;
};

}  // namespace Forecourt
