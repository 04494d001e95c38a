// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/snapshotpacking.h"

#include <QFile>

#include <zstd.h>

#include <memory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Beyond this it takes twice the time for a twentieth less.
constexpr int SnapshotPackingLevel = 3;
constexpr qint64 SnapshotPackingPiece = qint64{256} * 1024;

struct SnapshotContextFree {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

}  // namespace

Expected<void> packSnapshot(const QString& from, const QString& to, const std::atomic<bool>& stop)
{
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, from, in.errorString());
    QFile out(to);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnwritable, to, out.errorString());

    const std::unique_ptr<ZSTD_CCtx, SnapshotContextFree> context(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, SnapshotPackingLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setPledgedSrcSize(context.get(), static_cast<unsigned long long>(in.size()));
    QByteArray packed(static_cast<qsizetype>(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    for (bool done = false; !done;) {
        if (stop)
            return fail(ErrorCode::Cancelled);
        const QByteArray read = in.read(SnapshotPackingPiece);
        if (in.error() != QFileDevice::NoError)
            return fail(ErrorCode::FileUnreadable, from, in.errorString());
        const bool last = in.atEnd();
        ZSTD_inBuffer input{read.constData(), static_cast<size_t>(read.size()), 0};
        for (bool flushed = false; !flushed;) {
            ZSTD_outBuffer output{packed.data(), static_cast<size_t>(packed.size()), 0};
            const size_t left =
                ZSTD_compressStream2(context.get(), &output, &input, last ? ZSTD_e_end : ZSTD_e_continue);
            if (ZSTD_isError(left))
                return fail(ErrorCode::FileUnreadable, from, QString::fromLatin1(ZSTD_getErrorName(left)));
            const auto size = static_cast<qint64>(output.pos);
            if (out.write(packed.constData(), size) != size)
                return fail(out.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                            to, out.errorString());
            flushed = last ? left == 0 : input.pos == input.size;
        }
        done = last;
    }
    return {};
}

}  // namespace Forecourt
