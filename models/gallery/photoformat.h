// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QString>

namespace Forecourt {

/// Kinds of pictures that a gallery takes.
enum class PhotoFormat { Jpeg, Png, WebP, Tiff, Heic, Avif };

/// How many leading bytes sniffPhotoFormat() looks at, at most.
inline constexpr int PhotoSniffLength = 64;

/// Tells the kind by the first bytes, never by the name. Errors: FileEmpty, PhotoFormatUnsupported for pictures, videos
/// and documents of other kinds (detail: which), PhotoNotAnImage for anything else.
Expected<PhotoFormat> sniffPhotoFormat(QByteArrayView head, const QString& fileName);

/// "image/jpeg".
QString photoMime(PhotoFormat format);

}  // namespace Forecourt
