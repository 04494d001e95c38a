// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/secrets.h"

#include <sodium.h>

namespace Forecourt {

namespace {

constexpr auto SecretLetters = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

}  // namespace

QByteArray secretBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised");
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return bytes;
}

QByteArray secretText(const QByteArray& bytes)
{
    return bytes.toBase64(SecretLetters);
}

QByteArray secretFromText(const QByteArray& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, SecretLetters | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

bool sameSecret(const QByteArray& one, const QByteArray& other)
{
    return !one.isEmpty() && one.size() == other.size() &&
           sodium_memcmp(one.constData(), other.constData(), static_cast<size_t>(one.size())) == 0;
}

}  // namespace Forecourt
