// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <zstd.h>

namespace Forecourt::Tests {

/// What a packed snapshot holds, by the shortest way.
inline QByteArray unpackSnapshot(const QByteArray& packed)
{
    const auto size = ZSTD_getFrameContentSize(packed.constData(), static_cast<size_t>(packed.size()));
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR)
        return {};
    QByteArray plain(static_cast<qsizetype>(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(plain.data(), static_cast<size_t>(plain.size()), packed.constData(),
                                       static_cast<size_t>(packed.size()));
    return got == static_cast<size_t>(plain.size()) ? plain : QByteArray();
}

}  // namespace Forecourt::Tests
