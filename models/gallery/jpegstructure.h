// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Forecourt {

/// Whether a JPEG file goes on to its end marker (ITU-T T.81, annex B). Decoders fill what is missing of a cut file
/// with grey and call it a success; this is how it is noticed. Bytes after the end marker are allowed.
bool isCompleteJpeg(QByteArrayView file);

}  // namespace Forecourt
