// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>

#include <optional>

namespace Forecourt {

/// The little that is read from a photo's EXIF block. Position, serial numbers and all else stay in the original.
struct Exif {
    int orientation = 1;           ///< 1–8 as in EXIF 2.32, tag 0x0112: how the stored pixels lie
    std::optional<UtcMs> takenAt;  ///< DateTimeOriginal with its offset; without one, in this computer's time zone
};

/// From a whole file (JPEG, PNG, WebP, TIFF). Anything unreadable counts as absent.
Exif readExif(const QByteArray& file);
/// From the EXIF block alone, which starts with a TIFF header: for HEIC and AVIF.
Exif readExifBlock(const QByteArray& block);

}  // namespace Forecourt
