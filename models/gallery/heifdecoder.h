// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QImage>

namespace Forecourt {

/// A decoded HEIC or AVIF picture. libheif has turned and cropped it as the file says, so EXIF's orientation must not
/// be applied again.
struct HeifPicture {
    QImage image;
    QByteArray exif;  ///< EXIF block, or empty
};

/// Decodes the primary picture. Errors: PhotoTruncated, PhotoTooManyPixels, PhotoFormatUnsupported.
Expected<HeifPicture> decodeHeif(const QByteArray& bytes, const QString& fileName);

}  // namespace Forecourt
