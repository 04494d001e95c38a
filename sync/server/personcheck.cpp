// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/personcheck.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/lockout.h"
#include "sync/server/password.h"
#include "sync/server/secondfactors.h"
#include "sync/server/storageengine.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> personNote(StorageEngine& engine, const Author& author, const Account& account, AuditKind kind,
                          const QString& code)
{
    AuditEntry entry;
    entry.kind = kind;
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

/// What does not fit, as a code; empty: nothing.
Expected<QString> personFlaw(StorageEngine& engine, const VerbCall& call, const Account& account,
                             const QString& password)
{
    const auto matches = call.hasher.matches(account.password, password);
    if (!matches)
        return fail(matches.error());
    if (!*matches)
        return u"wrong_password"_s;
    SecondFactors factors(engine.storage(), engine.factorKey(), call.hasher, engine.clock().now());
    const auto factor = factors.of(account.user);
    if (!factor)
        return fail(factor.error());
    if (!*factor)
        return QString();
    const QString code = call.arguments.value("secret_code"_L1).toString();
    if (code.isEmpty())
        return u"code_needed"_s;
    const auto shown = factors.show(**factor, code);
    if (!shown)
        return fail(shown.error());
    if (*shown == SecondFactors::Shown::Wrong)
        return u"wrong_code"_s;
    if (*shown == SecondFactors::Shown::RecoveryCode)
        FC_TRY(personNote(engine, call.author, account, AuditKind::FactorCodeUsed, {}));
    return QString();
}

Expected<VerbOutcome> personConfirmed(StorageEngine& engine, const VerbCall& call, const QString& password,
                                      const DoForPerson& then)
{
    // Whoever asks for the sequence keeps every other writer out until the transaction ends: the account stays as it
    // is.
    if (const auto seq = engine.storage().seq(); !seq)
        return fail(seq.error());
    const auto account = engine.storage().account(call.author.access.user);
    if (!account)
        return fail(account.error());
    if (!*account || (*account)->disabled)
        return VerbOutcome::refused("no_access"_L1);
    Lockout lockout(engine.storage(), engine.clock().now());
    const auto wait = lockout.waitFor((*account)->login);
    if (!wait)
        return fail(wait.error());
    if (*wait > 0)
        return VerbOutcome{u"locked"_s, {{u"wait"_s, qint64((*wait + 999) / 1000)}}};
    const auto wrong = personFlaw(engine, call, **account, password);
    if (!wrong)
        return fail(wrong.error());
    if (wrong->isEmpty()) {
        FC_TRY(lockout.succeeded((*account)->login));
        return then(**account);
    }
    if (*wrong != "code_needed"_L1) {
        const auto delay = lockout.failed((*account)->login);
        if (!delay)
            return fail(delay.error());
        FC_TRY(personNote(engine, call.author, **account, AuditKind::SignInRefused, *delay > 0 ? u"locked"_s : *wrong));
    }
    return VerbOutcome{*wrong, {}};
}

}  // namespace

Expected<VerbOutcome> confirmPerson(StorageEngine& engine, const VerbCall& call, const QString& password,
                                    const DoForPerson& then)
{
    if (password.isEmpty() || password.size() > PasswordMaxTyped)
        return VerbOutcome::refused("malformed"_L1);
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    auto outcome = personConfirmed(engine, call, password, then);
    if (outcome) {
        if (const auto stored = storage.commit(); !stored)
            outcome = fail(stored.error());
    }
    if (!outcome)
        storage.rollback();
    return outcome;
}

}  // namespace Forecourt
