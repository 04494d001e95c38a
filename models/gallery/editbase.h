// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <QImage>

namespace Forecourt {

/// The picture that a preview of an edit is computed from: the whole upright photo as it was taken, scaled down.
///
/// Where the original is not on this computer, it is made of the rendition that is, with its edit undone as far as it
/// goes: what had been cut away is grey, and covers and clipped light stay.
struct EditBase {
    QImage picture;       ///< Format_RGB32
    QSize original;       ///< upright pixels of the original
    double exposure = 0;  ///< EV that the picture has already
    bool fromOriginal = true;

    bool isNull() const { return picture.isNull(); }
};

/// Undoes `shown`, the edit that `rendition` has, on a picture of at most `box` pixels.
EditBase editBaseOf(const QImage& rendition, QSize original, const PhotoEdit& shown, int box);

}  // namespace Forecourt
