// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBuffer>
#include <QColor>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QTransform>
#include <QtEndian>

#include <array>

/// Photos for tests, good and bad, made on the spot.
namespace Forecourt::Tests {

/// Red, green, blue and white quarters (top left, top right, bottom left, bottom right): shows how a picture lies.
inline QImage quarters(int width = 96, int height = 64)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2;
            const bool bottom = y >= height / 2;
            image.setPixelColor(x, y,
                                bottom ? (right ? QColor(Qt::white) : QColor(Qt::blue))
                                       : (right ? QColor(0, 255, 0) : QColor(Qt::red)));
        }
    }
    return image;
}

/// Which of "rgbw" each quarter shows, in reading order; "rgbw" is upright.
inline QByteArray layOf(const QImage& image)
{
    QByteArray lay;
    for (const QPoint& place : {QPoint(1, 1), QPoint(3, 1), QPoint(1, 3), QPoint(3, 3)}) {
        const QColor color = image.pixelColor(image.width() * place.x() / 4, image.height() * place.y() / 4);
        const bool red = color.red() > 128;
        const bool green = color.green() > 128;
        const bool blue = color.blue() > 128;
        lay += red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '?';
    }
    return lay;
}

inline QByteArray encoded(const QImage& image, const char* format, int quality = 92)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        qFatal("no writer for %s", format);
    return bytes;
}

/// How a camera stores an upright picture that it marks with this EXIF orientation.
inline QImage storedFor(const QImage& upright, int orientation)
{
    const auto turned = [](const QImage& image, int degrees) {
        return image.transformed(QTransform().rotate(degrees));
    };
    switch (orientation) {
    case 2: return upright.mirrored(true, false);
    case 3: return turned(upright, 180);
    case 4: return upright.mirrored(false, true);
    case 5: return turned(upright.mirrored(true, false), 270);
    case 6: return turned(upright, 270);
    case 7: return turned(upright.mirrored(true, false), 90);
    case 8: return turned(upright, 90);
    default: return upright;
    }
}

namespace Bytes {

inline QByteArray big16(int value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(value), bytes.data());
    return bytes;
}

inline QByteArray big32(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

inline QByteArray little32(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// CRC-32 of ISO 3309, as PNG wants it.
inline quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFFu;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

inline QByteArray pngChunk(const QByteArray& name, const QByteArray& data)
{
    return big32(static_cast<quint32>(data.size())) + name + data + big32(crc32(name + data));
}

}  // namespace Bytes

/// Words that must never leave the original.
inline const QByteArray SecretSerial = "SERIAL-4711-SECRET";

/// A big-endian EXIF block: orientation, a time with its offset, a camera serial number and a GPS latitude.
inline QByteArray exifBlock(int orientation)
{
    using namespace Bytes;
    const auto entry = [](int tag, int type, quint32 count, const QByteArray& value) {
        return big16(tag) + big16(type) + big32(count) + value;
    };
    constexpr quint32 FirstDirectory = 8;
    constexpr quint32 PhotoDirectory = FirstDirectory + 2 + 3 * 12 + 4;
    constexpr quint32 PhotoValues = PhotoDirectory + 2 + 3 * 12 + 4;
    const QByteArray taken("2026:07:14 09:30:00\0", 20);
    const QByteArray offset("-04:00\0\0", 8);
    const QByteArray serial = SecretSerial + '\0' + '\0';
    const quint32 position = PhotoValues + static_cast<quint32>(taken.size() + offset.size() + serial.size());
    QByteArray block = "MM" + big16(42) + big32(FirstDirectory);
    block += big16(3) + entry(0x0112, 3, 1, big16(orientation) + big16(0)) +
             entry(0x8769, 4, 1, big32(PhotoDirectory)) + entry(0x8825, 4, 1, big32(position)) + big32(0);
    block += big16(3) + entry(0x9003, 2, 20, big32(PhotoValues)) + entry(0x9011, 2, 7, big32(PhotoValues + 20)) +
             entry(0xA431, 2, static_cast<quint32>(SecretSerial.size()) + 1, big32(PhotoValues + 28)) + big32(0);
    block += taken + offset + serial;
    block +=
        big16(2) + entry(0x0001, 2, 2, QByteArray("N\0\0\0", 4)) + entry(0x0002, 5, 3, big32(position + 30)) + big32(0);
    for (const quint32 part : {45u, 1u, 30u, 1u, 17u, 1u})
        block += big32(part);
    return block;
}

inline QByteArray jpegWithExif(const QImage& stored, int orientation)
{
    QByteArray file = encoded(stored, "jpeg");
    const QByteArray data = QByteArray("Exif\0\0", 6) + exifBlock(orientation);
    file.insert(2, "\xFF\xE1" + Bytes::big16(static_cast<int>(data.size()) + 2) + data);
    return file;
}

inline QByteArray pngWithExif(const QImage& stored, int orientation)
{
    constexpr int AfterHeader = 8 + 25;
    QByteArray file = encoded(stored, "png");
    file.insert(AfterHeader, Bytes::pngChunk("eXIf", exifBlock(orientation)));
    return file;
}

inline QByteArray webpWithExif(const QImage& stored, int orientation)
{
    constexpr int AfterHeader = 12;
    const auto chunk = [](const QByteArray& name, const QByteArray& data) {
        return name + Bytes::little32(static_cast<quint32>(data.size())) + data + QByteArray(data.size() % 2, '\0');
    };
    const QByteArray picture = encoded(stored, "webp").mid(AfterHeader);
    const QByteArray extended = QByteArray("\x08\0\0\0", 4) +
                                Bytes::little32(static_cast<quint32>(stored.width() - 1)).left(3) +
                                Bytes::little32(static_cast<quint32>(stored.height() - 1)).left(3);
    const QByteArray body = "WEBP" + chunk("VP8X", extended) + picture + chunk("EXIF", exifBlock(orientation));
    return "RIFF" + Bytes::little32(static_cast<quint32>(body.size())) + body;
}

inline QByteArray tiffWithOrientation(const QImage& stored, int orientation)
{
    static constexpr std::array Transformations{QImageIOHandler::TransformationNone,
                                                QImageIOHandler::TransformationMirror,
                                                QImageIOHandler::TransformationRotate180,
                                                QImageIOHandler::TransformationFlip,
                                                QImageIOHandler::TransformationFlipAndRotate90,
                                                QImageIOHandler::TransformationRotate90,
                                                QImageIOHandler::TransformationMirrorAndRotate90,
                                                QImageIOHandler::TransformationRotate270};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "tiff");
    writer.setTransformation(Transformations[static_cast<size_t>(orientation - 1)]);
    if (!writer.write(stored))
        qFatal("no writer for tiff");
    return bytes;
}

/// The header of a PNG of any size, and nothing behind it but an empty picture.
inline QByteArray pngHeader(quint32 width, quint32 height)
{
    using namespace Bytes;
    return "\x89PNG\r\n\x1A\n" + pngChunk("IHDR", big32(width) + big32(height) + QByteArray("\x08\x02\0\0\0", 5)) +
           pngChunk("IDAT", QByteArray("\x78\x9C\x03\x00\x00\x00\x00\x01", 8)) + pngChunk("IEND", {});
}

inline QString writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(path));
    return path;
}

}  // namespace Forecourt::Tests
