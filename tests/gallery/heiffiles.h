// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/photofiles.h"

#include <libheif/heif.h>

#include <optional>

namespace Forecourt::Tests {

/// A HEIC or AVIF file, turned by the container's own orientation and with an EXIF block that names one as well.
/// Nothing where this libheif cannot write the format.
inline std::optional<QByteArray> heifFile(const QImage& stored, heif_compression_format format, int orientation)
{
    if (heif_have_encoder_for_format(format) == 0)
        return {};
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    heif_context_get_encoder_for_format(context, format, &encoder);
    heif_encoder_set_lossy_quality(encoder, 90);
    heif_image* image = nullptr;
    heif_image_create(stored.width(), stored.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    heif_image_add_plane(image, heif_channel_interleaved, stored.width(), stored.height(), 24);
    int stride = 0;
    uint8_t* pixels = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    const QImage rgb = stored.convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), rgb.width() * 3, pixels + y * stride);
    heif_encoding_options* options = heif_encoding_options_alloc();
    options->image_orientation = static_cast<heif_orientation>(orientation);
    heif_image_handle* handle = nullptr;
    const heif_error done = heif_context_encode_image(context, image, encoder, options, &handle);
    if (done.code != heif_error_Ok)
        qFatal("libheif: %s", done.message);
    const QByteArray exif = exifBlock(orientation);
    heif_context_add_exif_metadata(context, handle, exif.constData(), static_cast<int>(exif.size()));
    QByteArray file;
    heif_writer writer{1, [](heif_context*, const void* data, size_t size, void* target) {
                           static_cast<QByteArray*>(target)->append(static_cast<const char*>(data),
                                                                    static_cast<qsizetype>(size));
                           return heif_error{heif_error_Ok, heif_suberror_Unspecified, "Success"};
                       }};
    heif_context_write(context, &writer, &file);
    heif_image_handle_release(handle);
    heif_encoding_options_free(options);
    heif_image_release(image);
    heif_encoder_release(encoder);
    heif_context_free(context);
    return file;
}

}  // namespace Forecourt::Tests
