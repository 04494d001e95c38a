// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/password.h"

#include <sodium.h>

#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long PasswordPasses = 4;
constexpr size_t PasswordMemory = size_t(32) * 1024 * 1024;

bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

}  // namespace

Expected<QByteArray> hashPassword(const QString& password)
{
    // The same letters may be typed as one or two code points, depending on the keyboard.
    const QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (!sodiumReady() || crypto_pwhash_str(out.data(), utf8.constData(), static_cast<unsigned long long>(utf8.size()),
                                            PasswordPasses, PasswordMemory) != 0)
        return fail(ErrorCode::ServerFault, {}, u"no memory to hash a password"_s);
    return QByteArray(out.data());
}

bool passwordMatches(const QByteArray& hash, const QString& password)
{
    const QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
    static const QByteArray nobody = hashPassword(u"nobody"_s).value_or(QByteArray());
    const QByteArray& stored = hash.isEmpty() ? nobody : hash;
    const bool matches = sodiumReady() && crypto_pwhash_str_verify(stored.constData(), utf8.constData(),
                                                                   static_cast<unsigned long long>(utf8.size())) == 0;
    return matches && !hash.isEmpty();
}

}  // namespace Forecourt
