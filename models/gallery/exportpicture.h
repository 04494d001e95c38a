// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/exportpreset.h"

#include <QByteArray>
#include <QImage>

namespace Forecourt {

/// One exported file.
struct ExportedPicture {
    QByteArray jpeg;
    QSize size;       ///< pixels
    int quality = 0;  ///< of JPEG, 1 to 100
};

/// Shapes a picture by a preset: fits it into the ratio with a border, never cutting anything off and never enlarging
/// it, puts the watermark on, and packs it as JPEG, sRGB, without metadata. To keep `maxBytes` the quality goes down
/// first, to 60 at the least, then the size. `watermark` is null where there is none. Errors: InvalidInput with the
/// detail "bytes" when not even 320 pixels keep the bound.
Expected<ExportedPicture> renderExport(const QImage& picture, const ExportPreset& preset, const QImage& watermark);

}  // namespace Forecourt
