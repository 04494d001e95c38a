// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Forecourt {

/// What the markers of a JPEG file say (ITU-T T.81, annex B), before anything is decoded.
struct JpegStructure {
    /// Whether it goes on to its end marker. Decoders fill what is missing of a cut file with grey and call it a
    /// success; this is how it is noticed. Bytes after the end marker are allowed.
    bool complete = false;
    /// Walks over the picture that a decoder has to make.
    int scans = 0;
    /// Memory for what several scans bring together: two bytes for each sample; 0 for a file of one scan, which is
    /// decoded row by row.
    qint64 coefficientBytes = 0;
};

JpegStructure readJpegStructure(QByteArrayView file);

}  // namespace Forecourt
