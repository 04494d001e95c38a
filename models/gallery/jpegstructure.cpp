// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/jpegstructure.h"

#include <QtEndian>

#include <algorithm>
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

// SOF0–SOF15 without DHT, JPG and DAC, which lie between them.
bool startsFrame(uchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Of all samples of a frame, as T.81 A.1.1 counts them; `segment` is what follows the marker.
qint64 coefficientBytesOf(QByteArrayView segment)
{
    constexpr qsizetype Head = 8;  // length, precision, height, width, number of components
    if (segment.size() < Head)
        return 0;
    const auto* bytes = reinterpret_cast<const uchar*>(segment.data());
    const auto pixels = qint64{qFromBigEndian<quint16>(bytes + 3)} * qFromBigEndian<quint16>(bytes + 5);
    const qsizetype components = std::min<qsizetype>(bytes[7], (segment.size() - Head) / 3);
    qint64 area = 0;
    qint64 widest = 1;
    qint64 highest = 1;
    for (qsizetype i = 0; i < components; ++i) {
        const uchar sampling = bytes[Head + 3 * i + 1];
        area += qint64{sampling >> 4} * (sampling & 0xF);
        widest = std::max<qint64>(widest, sampling >> 4);
        highest = std::max<qint64>(highest, sampling & 0xF);
    }
    return 2 * pixels * area / (widest * highest);
}

}  // namespace

JpegStructure readJpegStructure(QByteArrayView file)
{
    JpegStructure structure;
    const auto* bytes = reinterpret_cast<const uchar*>(file.data());
    const qsizetype size = file.size();
    qint64 coefficients = 0;
    qsizetype at = 0;
    while (at + 1 < size) {
        const void* found = std::memchr(bytes + at, 0xFF, static_cast<size_t>(size - at - 1));
        if (!found)
            break;
        at = static_cast<const uchar*>(found) - bytes + 1;
        const uchar marker = bytes[at];
        if (marker == 0xFF)  // fill byte
            continue;
        ++at;
        if (marker == 0x00 || standsAlone(marker))
            continue;
        if (marker == JpegEnd) {
            structure.complete = structure.scans > 0;
            break;
        }
        if (at + 2 > size)
            break;
        const qsizetype length = bytes[at] << 8 | bytes[at + 1];
        if (startsFrame(marker))
            coefficients = std::max(coefficients, coefficientBytesOf(file.sliced(at, std::min(length, size - at))));
        structure.scans += marker == JpegScan ? 1 : 0;
        at += length;
    }
    structure.coefficientBytes = structure.scans > 1 ? coefficients : 0;
    return structure;
}

}  // namespace Forecourt
