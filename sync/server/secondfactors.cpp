// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/secondfactors.h"

#include "sync/server/secrets.h"
#include "sync/server/totp.h"

#include <QLoggingCategory>

#include <sodium.h>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(factorLog, "forecourt.server.factor")

constexpr qsizetype RecoveryLetters = 12;
constexpr qsizetype RecoveryGroup = 4;
constexpr unsigned long long RecoveryPasses = 1;
constexpr size_t RecoveryMemory = size_t(8) * 1024 * 1024;
constexpr qsizetype RecoveryHashSize = 32;
/// Crockford's: none that is mistaken for another.
constexpr QLatin1StringView RecoveryAlphabet("0123456789abcdefghjkmnpqrstvwxyz");

/// As it was made, however it is typed.
QString factorTyped(const QString& typed)
{
    QString plain;
    for (const QChar letter : typed.toLower()) {
        if (letter == u'o')
            plain += u'0';
        else if (letter == u'i' || letter == u'l')
            plain += u'1';
        else if (letter.isLetterOrNumber())
            plain += letter;
    }
    return plain;
}

QString factorRecoveryCode()
{
    QString code;
    for (qsizetype at = 0; at < RecoveryLetters; ++at)
        code += RecoveryAlphabet.at(randombytes_uniform(static_cast<quint32>(RecoveryAlphabet.size())));
    return code;
}

Expected<QByteArray> factorRecoveryHash(const QString& code, const QByteArray& salt)
{
    const QByteArray text = code.toUtf8();
    QByteArray hash(RecoveryHashSize, Qt::Uninitialized);
    if (salt.size() != crypto_pwhash_SALTBYTES ||
        crypto_pwhash(reinterpret_cast<unsigned char*>(hash.data()), static_cast<unsigned long long>(hash.size()),
                      text.constData(), static_cast<unsigned long long>(text.size()),
                      reinterpret_cast<const unsigned char*>(salt.constData()), RecoveryPasses, RecoveryMemory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::ServerFault, {}, u"a recovery code cannot be hashed"_s);
    return hash;
}

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
    const QString code = factorTyped(typed.left(MaxTyped));
    if (code.size() == RecoveryLetters) {
        const auto hash = factorRecoveryHash(code, factor.salt);
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
    const auto step = secret ? Totp::stepOf(*secret, factorTyped(typed.left(MaxTyped)), m_now, 0) : std::nullopt;
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
    QStringList shown;
    std::vector<QByteArray> hashes;
    for (int made = 0; made < RecoveryCodes; ++made) {
        QString code = factorRecoveryCode();
        auto hash = factorRecoveryHash(code, factor.salt);
        if (!hash)
            return fail(hash.error());
        hashes.push_back(std::move(*hash));
        for (qsizetype at = RecoveryLetters - RecoveryGroup; at > 0; at -= RecoveryGroup)
            code.insert(at, u'-');
        shown.append(code);
    }
    FC_TRY(m_storage.replaceRecoveryCodes(factor.user, hashes));
    return shown;
}

}  // namespace Forecourt
