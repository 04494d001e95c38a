// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/factorverbs.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/personcheck.h"
#include "sync/server/secondfactors.h"
#include "sync/server/storageengine.h"
#include "sync/server/totp.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

SecondFactors factorsOf(StorageEngine& engine, const VerbCall& call)
{
    return {engine.storage(), engine.factorKey(), call.hasher, engine.clock().now()};
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

QString factorPassword(const VerbCall& call)
{
    return call.arguments.value("password"_L1).toString();
}

QJsonArray factorCodes(const QStringList& codes)
{
    return QJsonArray::fromStringList(codes);
}

Expected<VerbOutcome> factorState(StorageEngine& engine, const VerbCall& call)
{
    const Uuid user = call.author.access.user;
    const auto factor = factorsOf(engine, call).of(user);
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
    const auto factor = factorsOf(engine, call).of(call.author.access.user);
    if (!factor)
        return fail(factor.error());
    if (*factor)
        return VerbOutcome::refused("factor_on"_L1);
    return confirmPerson(engine, call, factorPassword(call), [&](const Account& account) -> Expected<VerbOutcome> {
        const auto secret = factorsOf(engine, call).begin(account.user);
        if (!secret)
            return fail(secret.error());
        return VerbOutcome{{},
                           {{u"secret"_s, Totp::secretText(*secret)},
                            {u"secret_uri"_s, Totp::uri(*secret, account.login).toString(QUrl::FullyEncoded)}}};
    });
}

Expected<VerbOutcome> factorConfirm(StorageEngine& engine, const VerbCall& call)
{
    const QString code = call.arguments.value("secret_code"_L1).toString();
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    auto outcome = [&]() -> Expected<VerbOutcome> {
        const auto codes = factorsOf(engine, call).confirm(call.author.access.user, code);
        if (!codes)
            return fail(codes.error());
        if (!*codes)
            return VerbOutcome::refused("wrong_code"_L1);
        FC_TRY(factorNote(engine, call.author, AuditKind::FactorOn));
        FC_TRY(storage.commit());
        return VerbOutcome{{}, {{u"secret_codes"_s, factorCodes(**codes)}}};
    }();
    if (!outcome || !outcome->code.isEmpty())
        storage.rollback();
    return outcome;
}

Expected<VerbOutcome> factorNewCodes(StorageEngine& engine, const VerbCall& call)
{
    return confirmPerson(engine, call, factorPassword(call), [&](const Account& account) -> Expected<VerbOutcome> {
        SecondFactors factors = factorsOf(engine, call);
        const auto factor = factors.of(account.user);
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
    return confirmPerson(engine, call, factorPassword(call), [&](const Account& account) -> Expected<VerbOutcome> {
        const auto factor = factorsOf(engine, call).of(account.user);
        if (!factor)
            return fail(factor.error());
        if (!*factor)
            return VerbOutcome::refused("not_found"_L1);
        FC_TRY(engine.storage().removeSecondFactor(account.user));
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
