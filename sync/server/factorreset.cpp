// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/factorreset.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"

namespace Forecourt {

Expected<bool> resetSecondFactor(StorageEngine& engine, const Account& account, const Author& by)
{
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    const auto reset = [&]() -> Expected<bool> {
        const auto factor = storage.secondFactor(account.user);
        if (!factor)
            return fail(factor.error());
        if (!*factor)
            return false;
        FC_TRY(storage.removeSecondFactor(account.user));
        AuditEntry entry;
        entry.kind = AuditKind::FactorReset;
        entry.user = by.access.user;
        entry.device = by.device;
        entry.address = by.address;
        entry.record = account.user;
        entry.detail = encodeAuditDetail({.opid = 0, .changes = {}, .name = account.login, .code = {}, .reason = {}});
        AuditTrail audit(storage, engine.clock().now());
        audit.note(std::move(entry));
        FC_TRY(audit.write());
        FC_TRY(storage.commit());
        return true;
    }();
    if (!reset || !*reset)
        storage.rollback();
    return reset;
}

}  // namespace Forecourt
