// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditedoperation.h"

#include "sync/server/auditdetail.h"

namespace Forecourt {

AuditedOperation::AuditedOperation(const Wire::Op& operation, const RowState& before)
    : m_opid(operation.opid),
      m_table(operation.table),
      m_record(operation.id),
      m_deletes(operation.kind == Wire::Op::Kind::Delete),
      m_wasKnown(before.known),
      m_wasDeleted(before.deleted)
{
    if (m_deletes)
        return;
    m_fields.reserve(operation.fields.size());
    for (const Wire::Op::FieldEdit& edit : operation.fields) {
        const QVariant* value = before.value(edit.field);
        m_fields.push_back({edit.field, value ? *value : QVariant(), edit.value});
    }
}

AuditEntry AuditedOperation::entryOf(const Author& author) const
{
    AuditEntry entry;
    entry.user = author.access.user;
    entry.device = author.device;
    entry.address = author.address;
    entry.table = m_table;
    entry.record = m_record;
    return entry;
}

AuditEntry AuditedOperation::refused(const Refusal& refusal, const Author& author) const
{
    AuditDetail detail;
    detail.opid = m_opid;
    detail.code = refusal.code;
    detail.reason = refusal.reason;
    for (const Field& field : m_fields)
        detail.changes.push_back({field.number, field.before, field.asked, false});
    AuditEntry entry = entryOf(author);
    entry.kind = AuditKind::Refused;
    entry.detail = encodeAuditDetail(detail);
    return entry;
}

std::optional<AuditEntry> AuditedOperation::merged(const RowState& row, const MergeOutcome& outcome,
                                                   const Author& author) const
{
    AuditDetail detail;
    detail.opid = m_opid;
    for (const Field& field : m_fields) {
        const QVariant* value = row.value(field.number);
        // Nothing is written about a field that begins empty.
        if (value && *value != field.before)
            detail.changes.push_back({field.number, field.before, *value, true});
    }
    for (const LostValue& lost : outcome.lost)
        detail.changes.push_back({lost.field, lost.kept, lost.lost, false});
    AuditEntry entry = entryOf(author);
    if (m_deletes && row.deleted && !m_wasDeleted)
        entry.kind = AuditKind::Deleted;
    else if (!m_wasKnown)
        entry.kind = AuditKind::Created;
    else if (m_wasDeleted && !row.deleted)
        entry.kind = AuditKind::Restored;
    else if (outcome.lost.size() < detail.changes.size())
        entry.kind = AuditKind::Changed;
    else if (!outcome.lost.empty())
        entry.kind = AuditKind::Overruled;
    else
        return std::nullopt;
    entry.detail = encodeAuditDetail(detail);
    return entry;
}

}  // namespace Forecourt
