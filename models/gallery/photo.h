// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/gallery/photocover.h"
#include "models/gallery/photoedit.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace Forecourt {

/// Whether a photo is to stay, as far as somebody has gone through the gallery.
enum class PhotoCull { None = 0, Keep = 1, Reject = 2 };

/// One photo of a vehicle, or a video, whose renditions show one frame. Files are named by their SHA-256 (32 bytes;
/// empty = not known yet) and lie in BlobStore.
struct Photo {
    PhotoId id;
    VehicleId vehicle;
    QString position;           ///< fractional index; ties are broken by id
    QByteArray originalSha;     ///< the untouched file
    QByteArray largeSha;        ///< JPEG as edited, at most 2048 px, upright, sRGB, without metadata
    QByteArray mediumSha;       ///< likewise, at most 1024 px
    QByteArray thumbSha;        ///< likewise, at most 256 px
    qint64 originalSize = 0;    ///< bytes
    int width = 0, height = 0;  ///< upright pixels of the original
    QString fileName;
    QString mime;
    QString caption;
    std::optional<UtcMs> takenAt;  ///< from EXIF
    UtcMs addedAt = 0;
    UserId addedBy;
    std::optional<qint64> durationMs;  ///< of a video only
    QString slot;                      ///< code of the shot that it is, empty for none
    PhotoCull cull = PhotoCull::None;
    PhotoEdit edit;
    std::vector<PhotoCover> covers;
    bool renditionsBehind = false;  ///< the renditions do not show the edit and the covers yet

    bool isVideo() const { return durationMs.has_value(); }
    /// Pixels of the photo as edited.
    QSize editedSize() const { return edit.sizeFor({width, height}); }
    /// The smallest rendition that still fills `pixels` (device pixels of the longer side).
    const QByteArray& shaFor(int pixels) const;

    friend bool operator==(const Photo&, const Photo&) = default;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Photo)
