// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/heifdecoder.h"

#include "models/gallery/photolimits.h"

#include <QColorSpace>

#include <libheif/heif.h>

#include <memory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeifLongestSide = 32'768;
constexpr size_t HeifLargestBlock = 4 << 20;  // of a colour profile or EXIF block
constexpr int PrimariesDisplayP3 = 12;        // ITU-T H.273, table 2: SMPTE EG 432-1

template <auto Free>
struct HeifFree {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using HeifContext = std::unique_ptr<heif_context, HeifFree<heif_context_free>>;
using HeifHandle = std::unique_ptr<heif_image_handle, HeifFree<heif_image_handle_release>>;
using HeifImage = std::unique_ptr<heif_image, HeifFree<heif_image_release>>;
using HeifOptions = std::unique_ptr<heif_decoding_options, HeifFree<heif_decoding_options_free>>;

Error heifError(const heif_error& error, const QString& fileName)
{
    const QString words = QString::fromUtf8(error.message);
    switch (error.code) {
    case heif_error_Memory_allocation_error: return {ErrorCode::PhotoTooManyPixels, fileName, words};
    case heif_error_Unsupported_filetype:
    case heif_error_Unsupported_feature:
        // A file says "unsupported" too where its size or a limit is out of bounds.
        if (error.subcode == heif_suberror_Security_limit_exceeded)
            return {ErrorCode::PhotoTooManyPixels, fileName, words};
        return {ErrorCode::PhotoFormatUnsupported, fileName, words};
    default: return {ErrorCode::PhotoTruncated, fileName, words};
    }
}

QColorSpace heifColorSpace(const heif_image_handle* handle)
{
    const size_t length = heif_image_handle_get_raw_color_profile_size(handle);
    if (length > 0 && length <= HeifLargestBlock) {
        QByteArray profile(static_cast<qsizetype>(length), Qt::Uninitialized);
        if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code == heif_error_Ok)
            return QColorSpace::fromIccProfile(profile);
    }
    heif_color_profile_nclx* nclx = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &nclx).code != heif_error_Ok)
        return {};
    const bool wide = static_cast<int>(nclx->color_primaries) == PrimariesDisplayP3;
    heif_nclx_color_profile_free(nclx);
    return wide ? QColorSpace(QColorSpace::DisplayP3) : QColorSpace();
}

QByteArray heifExif(const heif_image_handle* handle)
{
    constexpr qsizetype OffsetLength = 4;  // ISO/IEC 23008-12, A.2.1: the block starts with where its TIFF header is
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle, "Exif", &id, 1) != 1)
        return {};
    const size_t length = heif_image_handle_get_metadata_size(handle, id);
    if (length <= OffsetLength || length > HeifLargestBlock)
        return {};
    QByteArray block(static_cast<qsizetype>(length), Qt::Uninitialized);
    if (heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok)
        return {};
    return block.mid(OffsetLength);
}

}  // namespace

Expected<HeifPicture> decodeHeif(const QByteArray& bytes, const QString& fileName)
{
    const HeifContext context(heif_context_alloc());
    heif_context_set_maximum_image_size_limit(context.get(), HeifLongestSide);
    // Other photos are decoded beside this one: more threads would only cost memory.
    heif_context_set_max_decoding_threads(context.get(), 0);
    if (const heif_error error = heif_context_read_from_memory_without_copy(context.get(), bytes.constData(),
                                                                            static_cast<size_t>(bytes.size()), nullptr);
        error.code != heif_error_Ok)
        return fail(heifError(error, fileName));

    heif_image_handle* rawHandle = nullptr;
    if (const heif_error error = heif_context_get_primary_image_handle(context.get(), &rawHandle);
        error.code != heif_error_Ok)
        return fail(heifError(error, fileName));
    const HeifHandle handle(rawHandle);
    const qint64 width = heif_image_handle_get_width(handle.get());
    const qint64 height = heif_image_handle_get_height(handle.get());
    const bool alpha = heif_image_handle_has_alpha_channel(handle.get()) != 0;
    if (width * height > PhotoLimits::Pixels || width * height * 4 > PhotoLimits::DecodeBytes)
        return fail(ErrorCode::PhotoTooManyPixels, fileName, u"%1 × %2"_s.arg(width).arg(height));

    const HeifOptions options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    heif_image* rawImage = nullptr;
    if (const heif_error error =
            heif_decode_image(handle.get(), &rawImage, heif_colorspace_RGB,
                              alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
        error.code != heif_error_Ok)
        return fail(heifError(error, fileName));
    const HeifImage image(rawImage);

    int stride = 0;
    const uint8_t* pixels = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    if (!pixels)
        return fail(ErrorCode::PhotoTruncated, fileName);
    HeifPicture picture;
    picture.image = QImage(pixels, heif_image_get_width(image.get(), heif_channel_interleaved),
                           heif_image_get_height(image.get(), heif_channel_interleaved), stride,
                           alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888)
                        .convertToFormat(alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    picture.image.setColorSpace(heifColorSpace(handle.get()));
    picture.exif = heifExif(handle.get());
    return picture;
}

}  // namespace Forecourt
