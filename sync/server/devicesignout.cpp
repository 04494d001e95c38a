// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/devicesignout.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/sessiontokens.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<EnrolledDevice> signDeviceOutWithin(StorageEngine& engine, std::uint32_t device, const Author& by)
{
    ServerStorage& storage = engine.storage();
    const UtcMs now = engine.clock().now();
    auto enrolled = storage.device(device);
    if (!enrolled)
        return fail(enrolled.error());
    if (!*enrolled)
        return fail(ErrorCode::NotFound, QString::number(device));
    const auto done = SessionTokens(storage, now).revoke(device, by.access.user);
    if (!done)
        return fail(done.error());
    if (!*done)
        return fail(ErrorCode::NotFound, (*enrolled)->name);
    AuditEntry entry;
    entry.kind = AuditKind::DeviceRemoved;
    entry.user = by.access.user;
    entry.device = by.device;
    entry.address = by.address;
    entry.record = (*enrolled)->user;
    entry.detail = encodeAuditDetail(
        {.opid = 0, .changes = {}, .name = (*enrolled)->name, .code = QString::number(device), .reason = {}});
    AuditTrail audit(storage, now);
    audit.note(std::move(entry));
    FC_TRY(audit.write());
    return std::move(**enrolled);
}

Expected<EnrolledDevice> signDeviceOut(StorageEngine& engine, std::uint32_t device, const Author& by)
{
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    auto done = signDeviceOutWithin(engine, device, by);
    if (done) {
        if (const auto stored = storage.commit(); !stored)
            done = fail(stored.error());
    }
    if (!done)
        storage.rollback();
    return done;
}

}  // namespace Forecourt
