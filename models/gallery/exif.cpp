// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exif.h"

#include <QDateTime>
#include <QTimeZone>

#include <exiv2/exiv2.hpp>
#include <exiv2/webpimage.hpp>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ExifPrefixLength = 6;  // "Exif" and two zero bytes, which some writers put before the block

QString exifText(const Exiv2::ExifData& data, const char* key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? QString() : QString::fromStdString(found->toString()).trimmed();
}

std::optional<UtcMs> exifTime(const Exiv2::ExifData& data)
{
    QDateTime taken = QDateTime::fromString(exifText(data, "Exif.Photo.DateTimeOriginal"), u"yyyy:MM:dd HH:mm:ss"_s);
    if (!taken.isValid())
        return {};
    // Tag 0x9011 by its number: older versions of the library have no name for it.
    const QString offset = exifText(data, "Exif.Photo.0x9011");
    if (const QDateTime zoned = QDateTime::fromString(u"2000-01-01T00:00:00"_s + offset, Qt::ISODate);
        !offset.isEmpty() && zoned.isValid())
        taken.setOffsetFromUtc(zoned.offsetFromUtc());
    return taken.toMSecsSinceEpoch();
}

Exif exifFrom(const Exiv2::ExifData& data)
{
    Exif exif;
    const auto found = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
    // EXIF 2.32 knows it as a short number only; other programs take no notice of anything else.
    const bool isNumber = found != data.end() && found->typeId() == Exiv2::unsignedShort && found->count() == 1;
    const int orientation = isNumber ? QString::fromStdString(found->toString()).toInt() : 0;
    if (orientation >= 1 && orientation <= 8)
        exif.orientation = orientation;
    exif.takenAt = exifTime(data);
    return exif;
}

void quietExiv2()
{
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
}

// PNG keeps EXIF in a chunk named eXIf (PNG extensions 1.5.0, 3.7), which not every version of the library reads.
QByteArray pngExif(const QByteArray& file)
{
    constexpr qsizetype Signature = 8;
    constexpr qsizetype Framing = 12;  // length, name and checksum of a chunk
    qsizetype at = Signature;
    while (at + Framing <= file.size()) {
        const auto* head = reinterpret_cast<const uchar*>(file.constData()) + at;
        const auto length = static_cast<qsizetype>(quint32(head[0]) << 24 | quint32(head[1]) << 16 |
                                                   quint32(head[2]) << 8 | quint32(head[3]));
        if (length > file.size() - at - Framing)
            break;
        if (QByteArrayView(file).sliced(at + 4, 4) == "eXIf")
            return file.mid(at + 8, length);
        at += Framing + length;
    }
    return {};
}

}  // namespace

Exif readExif(const QByteArray& file)
{
    quietExiv2();
    if (file.startsWith("\x89PNG"))
        return readExifBlock(pngExif(file));
    const auto* bytes = reinterpret_cast<const Exiv2::byte*>(file.constData());
    try {
        // The library knows more formats than photos come in, and hangs on some films.
        const auto type = Exiv2::ImageFactory::getType(bytes, static_cast<long>(file.size()));
        if (type != Exiv2::ImageType::jpeg && type != Exiv2::ImageType::webp && type != Exiv2::ImageType::tiff)
            return {};
        auto image = Exiv2::ImageFactory::open(bytes, static_cast<long>(file.size()));
        image->readMetadata();
        return exifFrom(image->exifData());
    } catch (const Exiv2::AnyError&) {
        return {};
    }
}

Exif readExifBlock(const QByteArray& block)
{
    quietExiv2();
    const QByteArray tiff = block.startsWith("Exif") ? block.mid(ExifPrefixLength) : block;
    if (tiff.isEmpty())
        return {};
    try {
        Exiv2::ExifData data;
        Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte*>(tiff.constData()),
                                  static_cast<uint32_t>(tiff.size()));
        return exifFrom(data);
    } catch (const Exiv2::AnyError&) {
        return {};
    }
}

}  // namespace Forecourt
