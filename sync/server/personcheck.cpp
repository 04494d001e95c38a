// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/personcheck.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/lockout.h"
#include "sync/server/password.h"
#include "sync/server/storageengine.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> personRefused(StorageEngine& engine, const Author& author, const Account& account, const QString& code)
{
    AuditEntry entry;
    entry.kind = AuditKind::SignInRefused;
    entry.user = author.access.user;
    entry.device = author.device;
    entry.address = author.address;
    entry.record = account.user;
    entry.detail =
        encodeAuditDetail({.opid = 0, .changes = {}, .name = account.login, .code = code, .reason = u"confirmation"_s});
    AuditTrail audit(engine.storage(), engine.clock().now());
    audit.note(std::move(entry));
    return audit.write();
}

}  // namespace

Expected<VerbOutcome> confirmPerson(StorageEngine& engine, const Author& author, const Account& account,
                                    const QString& password)
{
    ServerStorage& storage = engine.storage();
    Lockout lockout(storage, engine.clock().now());
    FC_TRY(storage.begin());
    auto confirmed = [&]() -> Expected<VerbOutcome> {
        const auto wait = lockout.waitFor(account.login);
        if (!wait)
            return fail(wait.error());
        if (*wait > 0)
            return VerbOutcome{u"locked"_s, {{u"wait"_s, qint64((*wait + 999) / 1000)}}};
        if (passwordMatches(account.password, password)) {
            FC_TRY(lockout.succeeded(account.login));
            return VerbOutcome{};
        }
        const auto delay = lockout.failed(account.login);
        if (!delay)
            return fail(delay.error());
        FC_TRY(personRefused(engine, author, account, *delay > 0 ? u"locked"_s : u"wrong_password"_s));
        return VerbOutcome::refused("wrong_password"_L1);
    }();
    if (confirmed) {
        if (const auto stored = storage.commit(); !stored)
            confirmed = fail(stored.error());
    }
    if (!confirmed)
        storage.rollback();
    return confirmed;
}

}  // namespace Forecourt
