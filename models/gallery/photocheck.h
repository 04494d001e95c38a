// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/photoqualityrepository.h"
#include "models/outbox/blobstore.h"

#include <optional>
#include <vector>

namespace Forecourt {

/// What a person might look at again about one photo.
struct PhotoFindings {
    /// A photo of another vehicle that shows the same.
    struct Elsewhere {
        PhotoId photo;
        VehicleId vehicle;

        friend bool operator==(const Elsewhere&, const Elsewhere&) = default;
    };

    PhotoId photo;
    std::optional<PhotoQuality> quality;  ///< nothing while the medium rendition is not on this computer
    QualityHints hints;
    std::vector<PhotoId> nearDuplicates;  ///< in the same gallery, in its order
    std::vector<Elsewhere> elsewhere;     ///< compared with what was measured on this computer so far

    bool isClean() const { return !hints && nearDuplicates.empty() && elsewhere.empty(); }
    friend bool operator==(const PhotoFindings&, const PhotoFindings&) = default;
};

struct GalleryCheck {
    std::vector<PhotoFindings> photos;  ///< in the order of the gallery
    PhotoQualities measured;            ///< what was not known yet: give it to noteQualities()
};

/// Looks through the gallery of a vehicle, and measures the photos that other computers have added. Takes milliseconds
/// for each of those, and a fraction of a second where many thousand photos are known. Errors: those of
/// Connection::run.
Expected<GalleryCheck> checkGallery(Connection& connection, const BlobStore& blobs, VehicleId vehicle);

Expected<void> noteQualities(Connection& connection, const PhotoQualities& qualities);

}  // namespace Forecourt
