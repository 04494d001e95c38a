// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/jpegstructure.h"

#include <cstring>

namespace Forecourt {

namespace {

constexpr uchar JpegEnd = 0xD9;
constexpr uchar JpegScan = 0xDA;

// Markers that stand alone, without a length: TEM, RST0–RST7, SOI.
bool standsAlone(uchar marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

}  // namespace

bool isCompleteJpeg(QByteArrayView file)
{
    const auto* bytes = reinterpret_cast<const uchar*>(file.data());
    const qsizetype size = file.size();
    bool inScan = false;
    qsizetype at = 0;
    while (at + 1 < size) {
        const void* found = std::memchr(bytes + at, 0xFF, static_cast<size_t>(size - at - 1));
        if (!found)
            return false;
        at = static_cast<const uchar*>(found) - bytes + 1;
        const uchar marker = bytes[at];
        if (marker == 0xFF)  // fill byte
            continue;
        ++at;
        if (marker == 0x00 || standsAlone(marker))
            continue;
        if (marker == JpegEnd)
            return inScan;
        if (at + 2 > size)
            return false;
        at += bytes[at] << 8 | bytes[at + 1];
        inScan = inScan || marker == JpegScan;
    }
    return false;
}

}  // namespace Forecourt
