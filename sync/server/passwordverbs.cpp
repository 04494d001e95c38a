// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/passwordverbs.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/devicesignout.h"
#include "sync/server/password.h"
#include "sync/server/passwordhasher.h"
#include "sync/server/passwordrules.h"
#include "sync/server/personcheck.h"
#include "sync/server/storageengine.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// How many computers were signed out. Inside a transaction.
Expected<int> passwordSignOutOthers(StorageEngine& engine, const Author& author)
{
    const auto sessions = engine.storage().sessions();
    if (!sessions)
        return fail(sessions.error());
    int count = 0;
    for (const DeviceSession& session : *sessions) {
        if (session.user != author.access.user || session.device == author.device || session.revokedAt != 0)
            continue;
        if (const auto done = signDeviceOutWithin(engine, session.device, author); !done)
            return fail(done.error());
        ++count;
    }
    return count;
}

/// Stores the new one, inside a transaction.
Expected<VerbOutcome> passwordReplace(StorageEngine& engine, const VerbCall& call, Account account,
                                      const QString& wanted)
{
    auto hash = call.hasher.hash(wanted);
    if (!hash)
        return fail(hash.error());
    account.password = std::move(*hash);
    account.temporary = false;
    FC_TRY(engine.storage().putAccount(account));
    AuditEntry entry;
    entry.kind = AuditKind::PasswordChanged;
    entry.user = call.author.access.user;
    entry.device = call.author.device;
    entry.address = call.author.address;
    entry.record = account.user;
    entry.detail = encodeAuditDetail({.opid = 0, .changes = {}, .name = account.login, .code = {}, .reason = {}});
    AuditTrail audit(engine.storage(), engine.clock().now());
    audit.note(std::move(entry));
    FC_TRY(audit.write());
    const auto others = call.arguments.value("sign_out_others"_L1).toBool() ? passwordSignOutOthers(engine, call.author)
                                                                            : Expected<int>(0);
    if (!others)
        return fail(others.error());
    return VerbOutcome{{}, {{u"signed_out"_s, *others}}};
}

Expected<VerbOutcome> passwordChange(StorageEngine& engine, const VerbCall& call)
{
    const QString old = call.arguments.value("old_password"_L1).toString();
    const QString wanted = call.arguments.value("new_password"_L1).toString();
    if (wanted.isEmpty() || wanted.size() > PasswordMaxTyped)
        return VerbOutcome::refused("malformed"_L1);
    const auto account = engine.storage().account(call.author.access.user);
    if (!account)
        return fail(account.error());
    if (!*account)
        return VerbOutcome::refused("no_access"_L1);
    // First what needs no hashing: it says nothing about the old one.
    if (const auto flaw = flawOfPassword(wanted, (*account)->login, (*account)->displayName))
        return VerbOutcome::refused(PasswordWords::code(*flaw));
    return confirmPerson(engine, call, old, [&](const Account& present) -> Expected<VerbOutcome> {
        if (wanted.normalized(QString::NormalizationForm_C) == old.normalized(QString::NormalizationForm_C))
            return VerbOutcome::refused(PasswordWords::code(PasswordFlaw::Same));
        return passwordReplace(engine, call, present, wanted);
    });
}

constexpr Verb PasswordVerbList[] = {
    {"password.change"_L1, Roles::All, true, &passwordChange},
};

}  // namespace

std::span<const Verb> PasswordVerbs::all()
{
    return PasswordVerbList;
}

}  // namespace Forecourt
