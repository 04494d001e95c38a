// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photo.h"

#include "models/gallery/renditions.h"

namespace Forecourt {

const QByteArray& Photo::shaFor(int pixels) const
{
    if (pixels <= Renditions::ThumbPixels && !thumbSha.isEmpty())
        return thumbSha;
    if (pixels <= Renditions::MediumPixels && !mediumSha.isEmpty())
        return mediumSha;
    return largeSha;
}

}  // namespace Forecourt
