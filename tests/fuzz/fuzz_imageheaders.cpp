// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exif.h"
#include "models/gallery/jpegstructure.h"
#include "models/gallery/photoformat.h"

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

using namespace Forecourt;

/// What is read of a picture before any pixel: its format, its structure, what the camera wrote.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    std::ignore = sniffPhotoFormat(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), PhotoSniffLength)),
                                   QStringLiteral("fuzz"));
    std::ignore = readJpegStructure(bytes);
    for (const Exif& exif : {readExif(bytes), readExifBlock(bytes)}) {
        if (exif.orientation < 1 || exif.orientation > 8)
            std::abort();
    }
    return 0;
}
