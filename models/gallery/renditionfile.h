// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace Forecourt {

/// Decodes a file that this program made: a rendition, or a logo. Never enlarged; with a valid `size` reduced while it
/// is read, to cover it (KeepAspectRatioByExpanding) or to fit in (KeepAspectRatio), pixels. Files come from other
/// computers too, so one that claims more than 4096 pixels a side is not decoded. Takes milliseconds: not for the GUI
/// thread. Errors: NotFound (the file is not here), PhotoTruncated (it is no such picture).
Expected<QImage> readRendition(const QString& path, QSize size = {}, Qt::AspectRatioMode mode = Qt::KeepAspectRatio,
                               const char* format = "jpeg");

}  // namespace Forecourt
