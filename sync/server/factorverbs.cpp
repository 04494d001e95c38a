// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/factorverbs.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/password.h"
#include "sync/server/personcheck.h"
#include "sync/server/secondfactors.h"
#include "sync/server/storageengine.h"
#include "sync/server/totp.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

SecondFactors factorsOf(StorageEngine& engine)
{
    return {engine.storage(), engine.factorKey(), engine.clock().now()};
}

Expected<void> factorNote(StorageEngine& engine, const Author& author, AuditKind kind)
{
    AuditEntry entry;
    entry.kind = kind;
    entry.user = entry.record = author.access.user;
    entry.device = author.device;
    entry.address = author.address;
    AuditTrail audit(engine.storage(), engine.clock().now());
    entry.detail = encodeAuditDetail({});
    audit.note(std::move(entry));
    return audit.write();
}

/// In one transaction, which stays only where `body` says that it was done.
template <class Body>
Expected<VerbOutcome> factorTogether(StorageEngine& engine, Body body)
{
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    Expected<VerbOutcome> outcome = body();
    if (outcome && outcome->code.isEmpty()) {
        if (const auto stored = storage.commit(); !stored)
            outcome = fail(stored.error());
        else
            return outcome;
    }
    storage.rollback();
    return outcome;
}

/// Whether it is this person, by password and code. Done: yes.
Expected<VerbOutcome> factorConfirmed(StorageEngine& engine, const VerbCall& call)
{
    const auto account = engine.storage().account(call.author.access.user);
    if (!account)
        return fail(account.error());
    const QString password = call.arguments.value("password"_L1).toString();
    if (!*account || password.isEmpty() || password.size() > PasswordMaxTyped)
        return VerbOutcome::refused("malformed"_L1);
    return confirmPerson(engine, call.author, **account, password, call.arguments.value("secret_code"_L1).toString());
}

QJsonArray factorCodes(const QStringList& codes)
{
    return QJsonArray::fromStringList(codes);
}

Expected<VerbOutcome> factorState(StorageEngine& engine, const VerbCall& call)
{
    const Uuid user = call.author.access.user;
    const auto factor = factorsOf(engine).of(user);
    if (!factor)
        return fail(factor.error());
    if (!*factor)
        return VerbOutcome{{}, {{u"on"_s, false}}};
    const auto left = engine.storage().recoveryCodes(user);
    if (!left)
        return fail(left.error());
    return VerbOutcome{{}, {{u"on"_s, true}, {u"since"_s, qint64((*factor)->confirmedAt)}, {u"codes_left"_s, *left}}};
}

Expected<VerbOutcome> factorBegin(StorageEngine& engine, const VerbCall& call)
{
    const Uuid user = call.author.access.user;
    const auto factor = factorsOf(engine).of(user);
    if (!factor)
        return fail(factor.error());
    if (*factor)
        return VerbOutcome::refused("factor_on"_L1);
    if (auto confirmed = factorConfirmed(engine, call); !confirmed || !confirmed->code.isEmpty())
        return confirmed;
    const auto account = engine.storage().account(user);
    if (!account)
        return fail(account.error());
    return factorTogether(engine, [&]() -> Expected<VerbOutcome> {
        const auto secret = factorsOf(engine).begin(user);
        if (!secret)
            return fail(secret.error());
        return VerbOutcome{{},
                           {{u"secret"_s, Totp::secretText(*secret)},
                            {u"secret_uri"_s, Totp::uri(*secret, (*account)->login).toString(QUrl::FullyEncoded)}}};
    });
}

Expected<VerbOutcome> factorConfirm(StorageEngine& engine, const VerbCall& call)
{
    const QString code = call.arguments.value("secret_code"_L1).toString();
    return factorTogether(engine, [&]() -> Expected<VerbOutcome> {
        const auto codes = factorsOf(engine).confirm(call.author.access.user, code);
        if (!codes)
            return fail(codes.error());
        if (!*codes)
            return VerbOutcome::refused("wrong_code"_L1);
        FC_TRY(factorNote(engine, call.author, AuditKind::FactorOn));
        return VerbOutcome{{}, {{u"secret_codes"_s, factorCodes(**codes)}}};
    });
}

Expected<VerbOutcome> factorNewCodes(StorageEngine& engine, const VerbCall& call)
{
    if (auto confirmed = factorConfirmed(engine, call); !confirmed || !confirmed->code.isEmpty())
        return confirmed;
    return factorTogether(engine, [&]() -> Expected<VerbOutcome> {
        SecondFactors factors = factorsOf(engine);
        const auto factor = factors.of(call.author.access.user);
        if (!factor)
            return fail(factor.error());
        if (!*factor)
            return VerbOutcome::refused("not_found"_L1);
        const auto codes = factors.makeRecoveryCodes(**factor);
        if (!codes)
            return fail(codes.error());
        FC_TRY(factorNote(engine, call.author, AuditKind::FactorCodesMade));
        return VerbOutcome{{}, {{u"secret_codes"_s, factorCodes(*codes)}}};
    });
}

Expected<VerbOutcome> factorOff(StorageEngine& engine, const VerbCall& call)
{
    if (auto confirmed = factorConfirmed(engine, call); !confirmed || !confirmed->code.isEmpty())
        return confirmed;
    return factorTogether(engine, [&]() -> Expected<VerbOutcome> {
        const auto factor = factorsOf(engine).of(call.author.access.user);
        if (!factor)
            return fail(factor.error());
        if (!*factor)
            return VerbOutcome::refused("not_found"_L1);
        FC_TRY(engine.storage().removeSecondFactor(call.author.access.user));
        FC_TRY(factorNote(engine, call.author, AuditKind::FactorOff));
        return VerbOutcome{};
    });
}

constexpr Verb FactorVerbList[] = {
    {"factor.state"_L1, Roles::All, false, &factorState},     {"factor.begin"_L1, Roles::All, false, &factorBegin},
    {"factor.confirm"_L1, Roles::All, false, &factorConfirm}, {"factor.codes"_L1, Roles::All, false, &factorNewCodes},
    {"factor.off"_L1, Roles::All, false, &factorOff},
};

}  // namespace

std::span<const Verb> FactorVerbs::all()
{
    return FactorVerbList;
}

}  // namespace Forecourt
