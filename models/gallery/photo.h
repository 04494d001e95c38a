// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Forecourt {

/// One photo of a vehicle. Files are named by their SHA-256 (32 bytes; empty = not known yet) and lie in BlobStore.
struct Photo {
    PhotoId id;
    VehicleId vehicle;
    QString position;           ///< fractional index; ties are broken by id
    QByteArray originalSha;     ///< the untouched file
    QByteArray largeSha;        ///< JPEG, at most 2048 px, upright, sRGB, without metadata
    QByteArray mediumSha;       ///< likewise, at most 1024 px
    QByteArray thumbSha;        ///< likewise, at most 256 px
    qint64 originalSize = 0;    ///< bytes
    int width = 0, height = 0;  ///< upright pixels of the original
    QString fileName;
    QString mime;
    QString caption;
    QString slot;
    std::optional<UtcMs> takenAt;  ///< from EXIF
    UtcMs addedAt = 0;
    UserId addedBy;

    /// The smallest rendition that still fills `pixels` (device pixels of the longer side).
    const QByteArray& shaFor(int pixels) const;

    friend bool operator==(const Photo&, const Photo&) = default;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Photo)
