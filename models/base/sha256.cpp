// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"

#include <QIODevice>

#include <openssl/evp.h>

#include <memory>

namespace Forecourt {

namespace {

constexpr int DigestSize = 32;

struct ContextFree {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

QByteArray sha256(QByteArrayView data)
{
    QByteArray digest(DigestSize, Qt::Uninitialized);
    EVP_Digest(data.data(), static_cast<size_t>(data.size()), reinterpret_cast<unsigned char*>(digest.data()), nullptr,
               EVP_sha256(), nullptr);
    return digest;
}

class Sha256::Private {
public:
    const std::unique_ptr<EVP_MD_CTX, ContextFree> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : d(std::make_unique<Private>())
{
    EVP_DigestInit_ex(d->context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView piece)
{
    EVP_DigestUpdate(d->context.get(), piece.data(), static_cast<size_t>(piece.size()));
}

QByteArray Sha256::result()
{
    QByteArray digest(DigestSize, Qt::Uninitialized);
    EVP_DigestFinal_ex(d->context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    return digest;
}

Expected<QByteArray> sha256(QIODevice& device)
{
    Sha256 hash;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(piece.data(), piece.size());
        if (got < 0)
            return fail(ErrorCode::FileUnreadable, {}, device.errorString());
        if (got == 0)
            return hash.result();
        hash.add(QByteArrayView(piece).first(got));
    }
}

}  // namespace Forecourt
