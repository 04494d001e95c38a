// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/videoformat.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool isOneOf(QByteArrayView bytes, std::initializer_list<QByteArrayView> known)
{
    return std::ranges::find(known, bytes) != known.end();
}

// Brands of ISO base media files that hold something else than a video: pictures (HEIF, AVIF), sensor data, sound.
bool isForeignBrand(QByteArrayView brand)
{
    return isOneOf(brand, {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis", "crx ",
                           "M4A ", "M4B ", "M4P ", "jp2 ", "jpx "});
}

}  // namespace

std::optional<VideoContainer> sniffVideoContainer(QByteArrayView head)
{
    constexpr qsizetype BrandEnd = 12;
    if (head.size() < BrandEnd)
        return {};
    const QByteArrayView type = head.sliced(4, 4);
    if (type == "ftyp") {
        const QByteArrayView brand = head.sliced(8, 4);
        if (isForeignBrand(brand))
            return {};
        return brand == "qt  " ? VideoContainer::QuickTime : VideoContainer::Mp4;
    }
    // Before 2001 QuickTime files began with any of these boxes (QuickTime File Format, "Movie atoms").
    if (isOneOf(type, {"moov", "mdat", "wide"}))
        return VideoContainer::QuickTime;
    if (head.startsWith("RIFF") && head.sliced(8, 4) == "AVI ")
        return VideoContainer::Avi;
    // The EBML header names its kind within the first bytes (RFC 8794, 11.2.6; RFC 9559, 4.3).
    if (head.startsWith("\x1A\x45\xDF\xA3"))
        return head.indexOf("webm") >= 0 ? VideoContainer::WebM : VideoContainer::Matroska;
    return {};
}

QString videoMime(VideoContainer container)
{
    switch (container) {
    case VideoContainer::Mp4: return u"video/mp4"_s;
    case VideoContainer::QuickTime: return u"video/quicktime"_s;
    case VideoContainer::Matroska: return u"video/x-matroska"_s;
    case VideoContainer::WebM: return u"video/webm"_s;
    case VideoContainer::Avi: return u"video/x-msvideo"_s;
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace Forecourt
