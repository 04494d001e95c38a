// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/outbox/blobstore.h"

#include <QFuture>
#include <QImage>
#include <QPageSize>
#include <QRectF>
#include <QString>

#include <utility>
#include <vector>

class QPainter;

namespace Forecourt {

/// What the photo sheet of a vehicle says: one page with its facts and all of its photos.
struct PhotoSheet {
    QString stock;                                   ///< "B26-1187"
    QString title;                                   ///< "2019 Toyota RAV4 XLE"
    std::vector<std::pair<QString, QString>> facts;  ///< "Odometer", "84,200 km"; those without a value are left out
    QString foot;                                    ///< "Montréal – Saint-Léonard, printed 28 Nov 2026"
    std::vector<QImage> photos;                      ///< the first one large
};

/// Paints the sheet into `page`, in points (1/72 inch). Every photo is whole: nothing is cut off. Any number of photos
/// stays on the page; they get smaller.
void paintPhotoSheet(QPainter& painter, const QRectF& page, const PhotoSheet& sheet);

/// Pictures for a sheet, read from files of the BlobStore and reduced to what `paintPhotoSheet` shows at 200 dots an
/// inch. Those that are not here or are no pictures are left out. On the caller's thread: never the GUI's.
std::vector<QImage> readSheetPhotos(const BlobStore& blobs, const std::vector<QByteArray>& shas);

/// Reads the photos and writes the sheet as PDF, in the background; the file is replaced once it is complete.
/// Errors: FileUnwritable, DiskFull.
QFuture<Expected<void>> writePhotoSheet(const PhotoSheet& sheet, const BlobStore& blobs,
                                        const std::vector<QByteArray>& shas, const QPageSize& size,
                                        const QString& path);

}  // namespace Forecourt
