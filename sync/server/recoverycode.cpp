// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/recoverycode.h"

#include <sodium.h>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype RecoveryGroup = 4;
constexpr unsigned long long RecoveryPasses = 1;
constexpr size_t RecoveryMemory = size_t(8) * 1024 * 1024;
constexpr qsizetype RecoveryHashSize = 32;
/// Crockford's: none that is mistaken for another.
constexpr QLatin1StringView RecoveryAlphabet("0123456789abcdefghjkmnpqrstvwxyz");

}  // namespace

QString makeRecoveryCode()
{
    QString code;
    for (qsizetype at = 0; at < RecoveryCodeLetters; ++at)
        code += RecoveryAlphabet.at(randombytes_uniform(static_cast<quint32>(RecoveryAlphabet.size())));
    return code;
}

QString shownRecoveryCode(QString code)
{
    for (qsizetype at = RecoveryCodeLetters - RecoveryGroup; at > 0; at -= RecoveryGroup)
        code.insert(at, u'-');
    return code;
}

QString typedRecoveryCode(const QString& typed)
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

Expected<QByteArray> recoveryCodeHash(const QString& code, const QByteArray& salt)
{
    const QByteArray text = code.toUtf8();
    QByteArray hash(RecoveryHashSize, Qt::Uninitialized);
    if (sodium_init() < 0 || salt.size() != crypto_pwhash_SALTBYTES ||
        crypto_pwhash(reinterpret_cast<unsigned char*>(hash.data()), static_cast<unsigned long long>(hash.size()),
                      text.constData(), static_cast<unsigned long long>(text.size()),
                      reinterpret_cast<const unsigned char*>(salt.constData()), RecoveryPasses, RecoveryMemory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::ServerFault, {}, u"a recovery code cannot be hashed"_s);
    return hash;
}

}  // namespace Forecourt
