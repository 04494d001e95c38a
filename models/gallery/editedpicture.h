// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/renderrecipe.h"

#include <QImage>

namespace Forecourt {

/// The longer side that a scaled-down upright original of this size needs, for its edited picture to fill `box` pixels
/// wherever the original is large enough.
int pixelsForEdit(const PhotoEdit& edit, QSize original, int box);

/// The covered and edited picture of an upright, opaque one in sRGB (Format_RGB32), at most `box` pixels on the longer
/// side and never enlarged beyond what straightening asks. `original` is the full size that `upright` was scaled down
/// from.
QImage editedPicture(const QImage& upright, QSize original, const RenderRecipe& recipe, int box);

}  // namespace Forecourt
