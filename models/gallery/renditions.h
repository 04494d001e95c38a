// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/gallery/photoquality.h"
#include "models/gallery/renderrecipe.h"

#include <QByteArray>
#include <QString>

QT_BEGIN_NAMESPACE
class QImage;
QT_END_NAMESPACE

#include <optional>

namespace Forecourt {

/// What an import makes of one photo, or of one frame of a video: three JPEG renditions, upright, in sRGB, without any
/// metadata, and what the gallery wants to know about the original.
struct Renditions {
    static constexpr int LargePixels = 2048;  ///< longer side at most; a photo that is smaller is not enlarged
    static constexpr int MediumPixels = 1024;
    static constexpr int ThumbPixels = 256;

    QByteArray large, medium, thumb;  ///< JPEG files
    QByteArray originalSha;           ///< SHA-256 of the bytes that were decoded
    qint64 originalSize = 0;          ///< bytes
    int width = 0, height = 0;        ///< upright pixels of the original
    PhotoQuality quality;             ///< of the medium rendition
    QString mime;
    std::optional<UtcMs> takenAt;
    std::optional<qint64> durationMs;  ///< of a video only

    friend bool operator==(const Renditions&, const Renditions&) = default;
};

/// Whether a file of `size` bytes is worth opening. Errors: FileEmpty, FileTooLarge.
Expected<void> checkPhotoSize(qint64 size, const QString& fileName);
/// Likewise for a video.
Expected<void> checkVideoSize(qint64 size, const QString& fileName);

/// The three files for a picture that is upright and in sRGB, and its size and quality; the rest stays empty.
Renditions renditionsOf(const QImage& picture);

/// Makes the renditions in this process: for helper processes and for pictures of our own. Photos of unknown origin go
/// through ImageWorkerPool. `fileName` is only used in errors. Errors: FileEmpty, FileTooLarge, PhotoNotAnImage,
/// PhotoFormatUnsupported, PhotoTruncated, PhotoTooManyPixels.
Expected<Renditions> renderPhoto(const QByteArray& bytes, const QString& fileName, const RenderRecipe& recipe = {});

/// As above for a file; its size is checked before it is opened. More errors: FileUnreadable.
Expected<Renditions> renderPhotoFile(const QString& path, const RenderRecipe& recipe = {});

}  // namespace Forecourt
