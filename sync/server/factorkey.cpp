// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/factorkey.h"

#include "sync/server/secrets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <sodium.h>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int FactorKeyLockMs = 10'000;
constexpr qsizetype FactorKeySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype FactorNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype FactorTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* sodiumBytes(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* sodiumBytes(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

Expected<FactorKey> FactorKey::in(const QString& file)
{
    QDir().mkpath(QFileInfo(file).path());
    // Servers that share the directory must not each make one.
    QLockFile lock(file + u".lock"_s);
    if (!QFile::exists(file) && lock.tryLock(FactorKeyLockMs) && !QFile::exists(file)) {
        QSaveFile made(file);
        const QByteArray text = secretBytes(FactorKeySize).toHex() + '\n';
        // Before anything is in it.
        const bool written = made.open(QIODevice::WriteOnly) &&
                             made.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                             made.write(text) == text.size() && made.commit();
        if (!written)
            return fail(ErrorCode::DiskFull, file, made.errorString());
    }
    QFile kept(file);
    if (!kept.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file, kept.errorString());
    FactorKey key;
    key.m_key = QByteArray::fromHex(kept.readAll().trimmed());
    if (key.m_key.size() != FactorKeySize)
        return fail(ErrorCode::InvalidInput, file, u"not a key of %1 bytes in hexadecimal digits"_s.arg(FactorKeySize));
    return key;
}

Expected<QByteArray> FactorKey::seal(const QByteArray& secret, Uuid user) const
{
    if (m_key.isEmpty())
        return fail(ErrorCode::FileUnreadable, {}, u"no key for second factors"_s);
    const QByteArray nonce = secretBytes(FactorNonceSize);
    const QByteArray bound = user.toBytes();
    QByteArray sealed(secret.size() + FactorTagSize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sodiumBytes(sealed), nullptr, sodiumBytes(secret),
                                               static_cast<unsigned long long>(secret.size()), sodiumBytes(bound),
                                               static_cast<unsigned long long>(bound.size()), nullptr,
                                               sodiumBytes(nonce), sodiumBytes(m_key));
    return nonce + sealed;
}

std::optional<QByteArray> FactorKey::open(const QByteArray& sealed, Uuid user) const
{
    if (m_key.isEmpty() || sealed.size() < FactorNonceSize + FactorTagSize)
        return std::nullopt;
    const QByteArray nonce = sealed.first(FactorNonceSize);
    const QByteArray body = sealed.sliced(FactorNonceSize);
    const QByteArray bound = user.toBytes();
    QByteArray secret(body.size() - FactorTagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(sodiumBytes(secret), nullptr, nullptr, sodiumBytes(body),
                                                   static_cast<unsigned long long>(body.size()), sodiumBytes(bound),
                                                   static_cast<unsigned long long>(bound.size()), sodiumBytes(nonce),
                                                   sodiumBytes(m_key)) != 0)
        return std::nullopt;
    return secret;
}

}  // namespace Forecourt
