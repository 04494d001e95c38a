// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/frame.h"

#include "sync/protocol/limits.h"

#include <zstd.h>

#include <memory>

namespace Forecourt::Wire {

using namespace Qt::StringLiterals;

namespace {

constexpr char FramePlain = 0;
constexpr char FrameZstd = 1;
constexpr int FrameLevel = 1;

struct FrameContextFree {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

QByteArray wrapFrame(const QByteArray& payload)
{
    if (payload.size() > CompressAbove) {
        // Contexts are kept per thread: making one costs more than compressing a small message.
        thread_local const std::unique_ptr<ZSTD_CCtx, FrameContextFree> context(ZSTD_createCCtx());
        const size_t bound = ZSTD_compressBound(static_cast<size_t>(payload.size()));
        QByteArray out(static_cast<qsizetype>(bound) + 1, Qt::Uninitialized);
        const size_t size = ZSTD_compressCCtx(context.get(), out.data() + 1, bound, payload.constData(),
                                              static_cast<size_t>(payload.size()), FrameLevel);
        if (!ZSTD_isError(size) && static_cast<qsizetype>(size) < payload.size()) {
            out[0] = FrameZstd;
            out.truncate(static_cast<qsizetype>(size) + 1);
            out.squeeze();
            return out;
        }
    }
    QByteArray out;
    out.reserve(payload.size() + 1);
    out.append(FramePlain);
    out.append(payload);
    return out;
}

Expected<QByteArray> unwrapFrame(const QByteArray& bytes)
{
    if (bytes.size() < 2)
        return fail(ErrorCode::MessageMalformed, {}, u"empty message"_s);
    if (bytes.size() > MaxMessage)
        return fail(ErrorCode::MessageMalformed, {}, u"message too large"_s);
    const char* body = bytes.constData() + 1;
    const auto bodySize = static_cast<size_t>(bytes.size() - 1);
    if (bytes.front() == FramePlain)
        return QByteArray(body, static_cast<qsizetype>(bodySize));
    if (bytes.front() != FrameZstd)
        return fail(ErrorCode::MessageMalformed, {}, u"unknown frame"_s);

    const unsigned long long inflated = ZSTD_getFrameContentSize(body, bodySize);
    if (inflated == ZSTD_CONTENTSIZE_UNKNOWN || inflated == ZSTD_CONTENTSIZE_ERROR)
        return fail(ErrorCode::MessageMalformed, {}, u"compressed size not given"_s);
    if (inflated > static_cast<unsigned long long>(MaxInflated))
        return fail(ErrorCode::MessageMalformed, {}, u"message inflates beyond the limit"_s);
    thread_local const std::unique_ptr<ZSTD_DCtx, FrameContextFree> context(ZSTD_createDCtx());
    QByteArray out(static_cast<qsizetype>(inflated), Qt::Uninitialized);
    const size_t size = ZSTD_decompressDCtx(context.get(), out.data(), static_cast<size_t>(out.size()), body, bodySize);
    if (ZSTD_isError(size) || size != static_cast<size_t>(out.size()))
        return fail(ErrorCode::MessageMalformed, {}, u"broken compression"_s);
    return out;
}

}  // namespace Forecourt::Wire
