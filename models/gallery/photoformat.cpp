// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoformat.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool holds(QByteArrayView head, qsizetype at, QByteArrayView bytes)
{
    return head.size() >= at + bytes.size() && head.sliced(at, bytes.size()) == bytes;
}

// ISO base media file: size, "ftyp", major brand, minor version, compatible brands (ISO/IEC 14496-12, 4.3).
std::optional<PhotoFormat> formatByBrand(QByteArrayView head)
{
    const auto length = static_cast<qsizetype>(quint32(quint8(head[0])) << 24 | quint32(quint8(head[1])) << 16 |
                                               quint32(quint8(head[2])) << 8 | quint32(quint8(head[3])));
    bool still = false;
    for (qsizetype at = 8; at + 4 <= std::min(length, head.size()); at += 4) {
        const QByteArrayView brand = head.sliced(at, 4);
        if (brand == "avif" || brand == "avis")
            return PhotoFormat::Avif;
        still = still || std::ranges::any_of(std::array{"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1"},
                                             [brand](const char* known) { return brand == known; });
    }
    return still ? std::optional(PhotoFormat::Heic) : std::nullopt;
}

struct ForeignKind {
    qsizetype at;
    QByteArrayView bytes;
    const char* name;
};

constexpr std::array ForeignKinds{
    ForeignKind{0, "GIF8", "GIF"},         ForeignKind{0, "%PDF-", "PDF"},
    ForeignKind{8, "crx ", "CR3"},         ForeignKind{8, "M4A ", "sound only"},
    ForeignKind{0, "8BPS", "Photoshop"},   ForeignKind{4, "ftyp", "video"},
    ForeignKind{8, "AVI ", "video"},       ForeignKind{0, "\x1A\x45\xDF\xA3", "video"},
    ForeignKind{0, "\xFF\x0A", "JPEG XL"}, ForeignKind{4, "JXL ", "JPEG XL"},
    ForeignKind{4, "jP  ", "JPEG 2000"},
};

}  // namespace

Expected<PhotoFormat> sniffPhotoFormat(QByteArrayView head, const QString& fileName)
{
    if (head.isEmpty())
        return fail(ErrorCode::FileEmpty, fileName);
    if (holds(head, 0, "\xFF\xD8\xFF"))
        return PhotoFormat::Jpeg;
    if (holds(head, 0, "\x89PNG\r\n\x1A\n"))
        return PhotoFormat::Png;
    if (holds(head, 0, "RIFF") && holds(head, 8, "WEBP"))
        return PhotoFormat::WebP;
    if (holds(head, 0, QByteArrayView("II*\0", 4)) || holds(head, 0, QByteArrayView("MM\0*", 4))) {
        // Canon's raw files are TIFF by their first bytes, but hold sensor data.
        if (holds(head, 8, "CR"))
            return fail(ErrorCode::PhotoFormatUnsupported, fileName, u"CR2"_s);
        return PhotoFormat::Tiff;
    }
    if (holds(head, 4, "ftyp")) {
        if (const auto format = formatByBrand(head))
            return *format;
    }
    if (holds(head, 0, "BM") && head.size() >= 26 && holds(head, 6, QByteArrayView("\0\0\0\0", 4)))
        return fail(ErrorCode::PhotoFormatUnsupported, fileName, u"BMP"_s);
    const auto foreign = std::ranges::find_if(
        ForeignKinds, [head](const ForeignKind& kind) { return holds(head, kind.at, kind.bytes); });
    if (foreign != ForeignKinds.end())
        return fail(ErrorCode::PhotoFormatUnsupported, fileName, QString::fromLatin1(foreign->name));
    return fail(ErrorCode::PhotoNotAnImage, fileName);
}

QString photoMime(PhotoFormat format)
{
    switch (format) {
    case PhotoFormat::Jpeg: return u"image/jpeg"_s;
    case PhotoFormat::Png: return u"image/png"_s;
    case PhotoFormat::WebP: return u"image/webp"_s;
    case PhotoFormat::Tiff: return u"image/tiff"_s;
    case PhotoFormat::Heic: return u"image/heic"_s;
    case PhotoFormat::Avif: return u"image/avif"_s;
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace Forecourt
