// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/opcheck.h"

namespace Forecourt {

/// What the audit log says of a change of an account: each fact as it was and as it is, under its field of Users.
/// Locations are told by their names, as they were then: "all", or one after the other.
class AccountAudit {
public:
    AccountAudit(ServerStorage& storage, const Schema& schema, const Author& by);

    /// Notes what differs; `before` null: the account is new.
    [[nodiscard]] Expected<void> note(AuditTrail& audit, const Account* before, const Account& after);
    void notePassword(AuditTrail& audit, const Account& account);

private:
    AuditEntry entryOf(AuditKind kind, const Account& account, AuditDetail detail) const;
    Expected<QString> placesOf(const Account& account);

    ServerStorage& m_storage;
    const Schema& m_schema;
    const Author& m_by;
};

}  // namespace Forecourt
