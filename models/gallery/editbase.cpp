// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/editbase.h"

#include <QPainter>

namespace Forecourt {

namespace {

constexpr QRgb CutAway = 0xFF585E62u;

}  // namespace

EditBase editBaseOf(const QImage& rendition, QSize original, const PhotoEdit& shown, int box)
{
    EditBase base;
    base.original = original;
    base.exposure = shown.exposure;
    base.fromOriginal = false;
    const QSize size = original.width() <= box && original.height() <= box
                           ? original
                           : original.scaled(box, box, Qt::KeepAspectRatio).expandedTo({1, 1});
    base.picture = QImage(size, QImage::Format_RGB32);
    base.picture.fill(CutAway);
    const QSize edited = shown.sizeFor(original);
    const QTransform renditionToEdited =
        QTransform::fromScale(static_cast<double>(edited.width()) / rendition.width(),
                              static_cast<double>(edited.height()) / rendition.height());
    const QTransform originalToPicture = QTransform::fromScale(static_cast<double>(size.width()) / original.width(),
                                                               static_cast<double>(size.height()) / original.height());
    QPainter painter(&base.picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(renditionToEdited * shown.transformFor(original).inverted() * originalToPicture);
    painter.drawImage(0, 0, rendition);
    return base;
}

}  // namespace Forecourt
