// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/photo.h"
#include "models/gallery/photoquality.h"
#include "models/outbox/edittransaction.h"

#include <vector>

namespace Forecourt {

/// A photo whose four files are in the BlobStore already, ready to join a gallery.
struct NewPhoto {
    PhotoId id;
    QByteArray originalSha, largeSha, mediumSha, thumbSha;
    qint64 originalSize = 0, largeSize = 0, mediumSize = 0, thumbSize = 0;  ///< bytes
    int width = 0, height = 0;
    QString fileName;
    QString mime;
    QString caption;
    std::optional<UtcMs> takenAt;
    std::optional<qint64> durationMs{};     ///< of a video
    QString slot{};                         ///< code of the shot that it is, empty for none
    std::optional<PhotoQuality> quality{};  ///< of the medium rendition, kept on this computer
};

/// Adds photos to a vehicle's gallery, before one of those that are there or else at the end, and notes their files for
/// sending.
/// Errors: GalleryFull (detail: number of free places), NotFound when the vehicle is gone.
struct AddPhotos {
    VehicleId vehicle;
    std::vector<NewPhoto> photos;
    PhotoId before{};  ///< null, or gone meanwhile: the end

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Puts photos, in the order given, before another one; a null `before` means the end. Nothing happens when that is
/// where they are. Photos that are gone are left out. Error: NotFound when `before` is gone.
struct MovePhotos {
    VehicleId vehicle;
    std::vector<PhotoId> photos;
    PhotoId before;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Two photos take each other's place: so one that did not fit comes in for another one. Error: NotFound when one of
/// them is gone.
struct SwapPhotos {
    VehicleId vehicle;
    PhotoId first, second;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Makes a photo the one that stands for its vehicle. Error: NotFound.
struct MakePrimary {
    PhotoId photo;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Removes photos; undo brings them back to their places. Photos that are gone already are left out.
struct RemovePhotos {
    std::vector<PhotoId> photos;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Writes what a photo shows. Errors: NotFound, InvalidInput when it is longer than MaxLength.
struct CaptionPhoto {
    static constexpr int MaxLength = 300;

    PhotoId photo;
    QString caption;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
