// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportpicture.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int BestQuality = 90;
// Below this the blocks of JPEG show on paint, and a smaller picture looks better.
constexpr int LeastQuality = 60;
constexpr double SmallerStep = 0.85;
constexpr double WatermarkMargin = 0.02;  ///< of the longer side

/// The smallest size of this ratio that holds `picture`.
QSize framed(QSize picture, QSize ratio)
{
    if (ratio.isEmpty())
        return picture;
    const double wanted = double(ratio.width()) / ratio.height();
    const double present = double(picture.width()) / picture.height();
    return present > wanted ? QSize(picture.width(), qRound(picture.width() / wanted))
                            : QSize(qRound(picture.height() * wanted), picture.height());
}

QRect watermarkPlace(QSize canvas, QSize mark, ExportPreset::Corner corner)
{
    const int margin = qRound(qMax(canvas.width(), canvas.height()) * WatermarkMargin);
    const int right = canvas.width() - margin - mark.width();
    const int bottom = canvas.height() - margin - mark.height();
    switch (corner) {
    case ExportPreset::Corner::TopLeft: return {QPoint(margin, margin), mark};
    case ExportPreset::Corner::TopRight: return {QPoint(right, margin), mark};
    case ExportPreset::Corner::BottomLeft: return {QPoint(margin, bottom), mark};
    case ExportPreset::Corner::BottomRight: return {QPoint(right, bottom), mark};
    case ExportPreset::Corner::Centre: break;
    }
    return {QPoint((canvas.width() - mark.width()) / 2, (canvas.height() - mark.height()) / 2), mark};
}

QImage shaped(const QImage& picture, const ExportPreset& preset, const QImage& watermark, int longestSide)
{
    const QSize whole = framed(picture.size(), preset.ratio);
    const double scale = qMin(1.0, double(longestSide) / qMax(whole.width(), whole.height()));
    const auto scaled = [scale](QSize size) {
        return QSize(qRound(size.width() * scale), qRound(size.height() * scale)).expandedTo({1, 1});
    };
    const QSize canvas = scaled(whole);
    const QSize inner = scaled(picture.size()).boundedTo(canvas);
    QImage image(canvas, QImage::Format_RGB32);
    image.fill(preset.border);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // Scaling first: a painter's own smoothing looks at four pixels only and flickers at small sizes.
    painter.drawImage((canvas.width() - inner.width()) / 2, (canvas.height() - inner.height()) / 2,
                      picture.scaled(inner, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    if (!watermark.isNull()) {
        const QSize mark =
            watermark.size()
                .scaled(canvas.width() * preset.watermarkWidth / 100, canvas.height() / 2, Qt::KeepAspectRatio)
                .expandedTo({1, 1});
        painter.setOpacity(preset.watermarkOpacity / 100.0);
        painter.drawImage(watermarkPlace(canvas, mark, preset.corner),
                          watermark.scaled(mark, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return image;
}

QByteArray exportJpeg(const QImage& image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

/// The best quality that keeps the bound, or the least one.
ExportedPicture packed(const QImage& image, qint64 maxBytes)
{
    ExportedPicture best{exportJpeg(image, BestQuality), image.size(), BestQuality};
    if (maxBytes == 0 || best.jpeg.size() <= maxBytes)
        return best;
    best = {exportJpeg(image, LeastQuality), image.size(), LeastQuality};
    int low = LeastQuality;
    int high = BestQuality;
    while (best.jpeg.size() <= maxBytes && high - low > 1) {
        const int middle = (low + high) / 2;
        if (QByteArray tried = exportJpeg(image, middle); tried.size() <= maxBytes) {
            best = {std::move(tried), image.size(), middle};
            low = middle;
        } else {
            high = middle;
        }
    }
    return best;
}

}  // namespace

Expected<ExportedPicture> renderExport(const QImage& picture, const ExportPreset& preset, const QImage& watermark)
{
    const QSize whole = framed(picture.size(), preset.ratio);
    for (int side = qMin(preset.longestSide, qMax(whole.width(), whole.height()));; side = qFloor(side * SmallerStep)) {
        const ExportedPicture made = packed(shaped(picture, preset, watermark, side), preset.maxBytes);
        if (preset.maxBytes == 0 || made.jpeg.size() <= preset.maxBytes)
            return made;
        if (side * SmallerStep < ExportPreset::SmallestSide)
            return fail(ErrorCode::InvalidInput, {}, u"bytes"_s);
    }
}

}  // namespace Forecourt
