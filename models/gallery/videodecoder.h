// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/renditions.h"

namespace Forecourt {

/// Makes the renditions of a video from one of its frames, upright: the first at about a second (or a tenth of a short
/// video) that is not nearly black. Tells its length too. In this process: for the helper, which has limits on time
/// and memory; apart from the other models, since the decoders come with some hundred libraries.
/// Errors: FileEmpty, FileTooLarge, FileUnreadable, PhotoNotAnImage, PhotoFormatUnsupported (detail: the codec),
/// PhotoTruncated, PhotoTooManyPixels.
Expected<Renditions> renderVideoFile(const QString& path);

}  // namespace Forecourt
