// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/videoformat.h"

class QIODevice;

namespace Forecourt {

/// Whether a video file is whole, as far as the lengths in its outermost parts tell: a copy that was cut off is not.
/// Reads a few bytes of each part; the device must be seekable.
bool isWholeVideo(QIODevice& device, VideoContainer container);

}  // namespace Forecourt
