// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/renditionfile.h"

#include <QFile>
#include <QImageReader>

namespace Forecourt {

namespace {

constexpr int LargestRenditionSide = 4096;

}  // namespace

Expected<QImage> readRendition(const QString& path, QSize size, Qt::AspectRatioMode mode, const char* format)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, path);
    QImageReader reader(&file, format);
    reader.setAutoTransform(false);
    const QSize own = reader.size();
    if (own.isEmpty() || own.width() > LargestRenditionSide || own.height() > LargestRenditionSide)
        return fail(ErrorCode::PhotoTruncated, path);
    if (size.isValid())
        if (const QSize wanted = own.scaled(size, mode); wanted.width() < own.width())
            reader.setScaledSize(wanted.expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::PhotoTruncated, path);
    return image;
}

}  // namespace Forecourt
