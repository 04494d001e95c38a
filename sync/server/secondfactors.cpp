// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/secondfactors.h"

#include "sync/server/recoverycode.h"
#include "sync/server/secrets.h"
#include "sync/server/totp.h"

#include <QLoggingCategory>

#include <sodium.h>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(factorLog, "forecourt.server.factor")

}  // namespace

Expected<std::optional<SecondFactor>> SecondFactors::of(Uuid user)
{
    auto factor = m_storage.secondFactor(user);
    if (factor && *factor && (*factor)->confirmedAt == 0)
        return std::optional<SecondFactor>();
    return factor;
}

Expected<SecondFactors::Shown> SecondFactors::show(const SecondFactor& factor, const QString& typed)
{
    const QString code = typedRecoveryCode(typed.left(MaxTyped));
    if (code.size() == RecoveryCodeLetters) {
        const auto hash = m_hasher.recoveryHash(code, factor.salt);
        if (!hash)
            return fail(hash.error());
        const auto used = m_storage.removeRecoveryCode(factor.user, *hash);
        if (!used)
            return fail(used.error());
        return *used ? Shown::RecoveryCode : Shown::Wrong;
    }
    const auto secret = m_key.open(factor.secret, factor.user);
    if (!secret) {
        qCWarning(factorLog) << "The second factor of" << factor.user.toString()
                             << "was made with another factor.key; only recovery codes work";
        return Shown::Wrong;
    }
    const auto step = Totp::stepOf(*secret, code, m_now, factor.lastStep);
    if (!step)
        return Shown::Wrong;
    SecondFactor used = factor;
    used.lastStep = *step;
    FC_TRY(m_storage.putSecondFactor(used));
    return Shown::Code;
}

Expected<QByteArray> SecondFactors::begin(Uuid user)
{
    const QByteArray secret = secretBytes(Totp::SecretSize);
    const auto sealed = m_key.seal(secret, user);
    if (!sealed)
        return fail(sealed.error());
    FC_TRY(m_storage.removeSecondFactor(user));
    FC_TRY(m_storage.putSecondFactor({user, *sealed, secretBytes(crypto_pwhash_SALTBYTES), 0, 0}));
    return secret;
}

Expected<std::optional<QStringList>> SecondFactors::confirm(Uuid user, const QString& typed)
{
    auto factor = m_storage.secondFactor(user);
    if (!factor)
        return fail(factor.error());
    if (!*factor || (*factor)->confirmedAt != 0)
        return std::optional<QStringList>();
    const auto secret = m_key.open((*factor)->secret, user);
    const auto step = secret ? Totp::stepOf(*secret, typedRecoveryCode(typed.left(MaxTyped)), m_now, 0) : std::nullopt;
    if (!step)
        return std::optional<QStringList>();
    (*factor)->lastStep = *step;
    (*factor)->confirmedAt = m_now;
    FC_TRY(m_storage.putSecondFactor(**factor));
    auto codes = makeRecoveryCodes(**factor);
    if (!codes)
        return fail(codes.error());
    return std::optional(std::move(*codes));
}

Expected<QStringList> SecondFactors::makeRecoveryCodes(const SecondFactor& factor)
{
    const auto codes = m_hasher.recoveryCodes(factor.salt, RecoveryCodes);
    if (!codes)
        return fail(codes.error());
    QStringList shown;
    std::vector<QByteArray> hashes;
    for (const RecoveryCode& code : *codes) {
        shown.append(code.shown);
        hashes.push_back(code.hash);
    }
    FC_TRY(m_storage.replaceRecoveryCodes(factor.user, hashes));
    return shown;
}

}  // namespace Forecourt
