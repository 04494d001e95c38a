// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/renditions.h"

#include "models/base/sha256.h"
#include "models/gallery/editedpicture.h"
#include "models/gallery/exif.h"
#include "models/gallery/heifdecoder.h"
#include "models/gallery/jpegstructure.h"
#include "models/gallery/photoformat.h"
#include "models/gallery/photolimits.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QLocale>
#include <QPainter>
#include <QTransform>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int JpegQuality = 82;
constexpr qint64 RoomForRenditions = 64LL * 1024 * 1024;  // beside the file and its decoded picture
constexpr int DotsPerMeter = 2835;                        // 72 per inch

struct DecodedPhoto {
    QImage image;  ///< as stored, scaled to about what is wanted
    QSize size;    ///< of the original, as stored
    Exif exif;

    QSize uprightSize() const { return exif.orientation >= 5 ? size.transposed() : size; }
};

/// Longer side that the decoded picture needs.
int wantedPixels(const DecodedPhoto& photo, const PhotoEdit& edit)
{
    return edit.isNone() ? Renditions::LargePixels : pixelsForEdit(edit, photo.uprightSize(), Renditions::LargePixels);
}

QSize fitted(QSize size, int box)
{
    if (size.width() <= box && size.height() <= box)
        return size;
    return size.scaled(box, box, Qt::KeepAspectRatio).expandedTo({1, 1});
}

// A JPEG decoder halves for nearly nothing, but any other factor costs a second pass over all pixels: take the half,
// quarter or eighth where it is nearly as large as is wanted.
QSize jpegTarget(QSize size, int box)
{
    const int nearly = box * 15 / 16;
    const int longer = std::max(size.width(), size.height());
    for (const int part : {2, 4, 8}) {
        if (longer / part >= nearly && longer / part <= box)
            return QSize(size.width() / part, size.height() / part).expandedTo({1, 1});
    }
    return fitted(size, box);
}

QByteArray readerName(PhotoFormat format)
{
    switch (format) {
    case PhotoFormat::Png: return "png";
    case PhotoFormat::WebP: return "webp";
    case PhotoFormat::Tiff: return "tiff";
    default: return "jpeg";
    }
}

Expected<DecodedPhoto> decodeWithReader(const QByteArray& bytes, PhotoFormat format, const QString& fileName,
                                        const PhotoEdit& edit)
{
    const JpegStructure jpeg = format == PhotoFormat::Jpeg ? readJpegStructure(bytes) : JpegStructure{true};
    if (!jpeg.complete || jpeg.scans > PhotoLimits::JpegScans)
        return fail(ErrorCode::PhotoTruncated, fileName);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, readerName(format));
    reader.setAutoTransform(false);

    DecodedPhoto photo;
    photo.size = reader.size();
    if (photo.size.isEmpty())
        return fail(reader.error() == QImageReader::UnsupportedFormatError ? ErrorCode::PhotoFormatUnsupported
                                                                           : ErrorCode::PhotoTruncated,
                    fileName, reader.errorString());
    const qint64 pixels = qint64{photo.size.width()} * photo.size.height();
    // Only JPEG shrinks while it decodes; the others need room for every pixel, WebP for twice as many.
    const int depth = std::max<int>(32, QImage::toPixelFormat(reader.imageFormat()).bitsPerPixel());
    const qint64 decoded = format == PhotoFormat::Jpeg ? jpeg.coefficientBytes
                                                       : pixels * depth / 8 * (format == PhotoFormat::WebP ? 2 : 1);
    if (pixels > PhotoLimits::Pixels || decoded > PhotoLimits::DecodeBytes ||
        decoded + bytes.size() > PhotoLimits::WorkerBytes - RoomForRenditions)
        return fail(ErrorCode::PhotoTooManyPixels, fileName,
                    u"%1 × %2"_s.arg(photo.size.width()).arg(photo.size.height()));
    photo.exif = readExif(bytes);
    if (format == PhotoFormat::Jpeg)
        reader.setScaledSize(jpegTarget(photo.size, wantedPixels(photo, edit)));
    if (!reader.read(&photo.image))
        return fail(ErrorCode::PhotoTruncated, fileName, reader.errorString());
    return photo;
}

Expected<DecodedPhoto> decodePhoto(const QByteArray& bytes, PhotoFormat format, const QString& fileName,
                                   const PhotoEdit& edit)
{
    if (format != PhotoFormat::Heic && format != PhotoFormat::Avif)
        return decodeWithReader(bytes, format, fileName, edit);
    auto heif = decodeHeif(bytes, fileName);
    if (!heif)
        return fail(heif.error());
    DecodedPhoto photo{heif->image, heif->image.size(), readExifBlock(heif->exif)};
    photo.exif.orientation = 1;
    return photo;
}

QImage shrunk(const QImage& image, int box)
{
    const QSize size = fitted(image.size(), box);
    return size == image.size() ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

// Opaque, in sRGB, and without anything that a writer could put into the file beside the pixels.
QImage plain(QImage image)
{
    const QColorSpace space = image.colorSpace();
    const bool alpha = image.hasAlphaChannel();
    image.convertTo(alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    image.setColorSpace(space);
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    QImage opaque(image.size(), QImage::Format_RGB32);
    // A new picture takes the resolution of this computer's screen; one photo should give the same files anywhere.
    opaque.setDotsPerMeterX(DotsPerMeter);
    opaque.setDotsPerMeterY(DotsPerMeter);
    if (alpha)
        opaque.fill(Qt::white);
    QPainter painter(&opaque);
    painter.setCompositionMode(alpha ? QPainter::CompositionMode_SourceOver : QPainter::CompositionMode_Source);
    image.setColorSpace({});
    painter.drawImage(0, 0, image);
    return opaque;
}

// EXIF 2.32, 4.6.4 A, Orientation: where the stored row 0 and column 0 lie.
QImage upright(const QImage& image, int orientation)
{
    switch (orientation) {
    case 2: return image.mirrored(true, false);
    case 3: return image.transformed(QTransform().rotate(180));
    case 4: return image.mirrored(false, true);
    case 5: return image.mirrored(true, false).transformed(QTransform().rotate(270));
    case 6: return image.transformed(QTransform().rotate(90));
    case 7: return image.mirrored(true, false).transformed(QTransform().rotate(90));
    case 8: return image.transformed(QTransform().rotate(270));
    default: return image;
    }
}

QByteArray jpegOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(JpegQuality);
    writer.write(image);
    return bytes;
}

Expected<void> checkSize(qint64 size, qint64 most, const QString& fileName)
{
    if (size == 0)
        return fail(ErrorCode::FileEmpty, fileName);
    const QLocale locale;
    if (size > most)
        return fail(ErrorCode::FileTooLarge, fileName,
                    locale.formattedDataSize(size, 1) + u" > "_s + locale.formattedDataSize(most, 0));
    return {};
}

}  // namespace

Expected<void> checkPhotoSize(qint64 size, const QString& fileName)
{
    return checkSize(size, PhotoLimits::FileBytes, fileName);
}

Expected<void> checkVideoSize(qint64 size, const QString& fileName)
{
    return checkSize(size, PhotoLimits::VideoBytes, fileName);
}

Renditions renditionsOf(const QImage& picture)
{
    const QImage large = shrunk(picture, Renditions::LargePixels);
    const QImage medium = shrunk(large, Renditions::MediumPixels);
    Renditions renditions;
    renditions.large = jpegOf(large);
    renditions.medium = jpegOf(medium);
    renditions.thumb = jpegOf(shrunk(medium, Renditions::ThumbPixels));
    renditions.width = picture.width();
    renditions.height = picture.height();
    renditions.quality = measureQuality(medium);
    return renditions;
}

Expected<Renditions> renderPhoto(const QByteArray& bytes, const QString& fileName, const RenderRecipe& recipe)
{
    FC_TRY(checkPhotoSize(bytes.size(), fileName));
    const auto format =
        sniffPhotoFormat(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), PhotoSniffLength)), fileName);
    if (!format)
        return fail(format.error());
    auto photo = decodePhoto(bytes, *format, fileName, recipe.edit);
    if (!photo)
        return fail(photo.error());

    const QColorSpace space = photo->image.colorSpace();
    QImage large = shrunk(photo->image, wantedPixels(*photo, recipe.edit));
    large.setColorSpace(space);
    photo->image = {};
    large = upright(plain(std::move(large)), photo->exif.orientation);
    if (!recipe.isNone())
        large = editedPicture(large, photo->uprightSize(), recipe, Renditions::LargePixels);
    if (large.isNull())
        return fail(ErrorCode::PhotoTooManyPixels, fileName,
                    u"%1 × %2"_s.arg(photo->size.width()).arg(photo->size.height()));
    Renditions renditions = renditionsOf(large);
    renditions.originalSha = sha256(bytes);
    renditions.originalSize = bytes.size();
    const QSize size = photo->uprightSize();
    renditions.width = size.width();
    renditions.height = size.height();
    renditions.mime = photoMime(*format);
    renditions.takenAt = photo->exif.takenAt;
    return renditions;
}

Expected<Renditions> renderPhotoFile(const QString& path, const RenderRecipe& recipe)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return fail(ErrorCode::FileUnreadable, info.fileName());
    FC_TRY(checkPhotoSize(info.size(), info.fileName()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, info.fileName(), file.errorString());
    const QByteArray bytes = file.read(info.size());
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::FileUnreadable, info.fileName(), file.errorString());
    return renderPhoto(bytes, info.fileName(), recipe);
}

}  // namespace Forecourt
