// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/photo.h"
#include "models/outbox/edittransaction.h"

#include <vector>

namespace Forecourt {

// Commands that change how photos look and what they are for. The originals stay as they are, and so do the renditions
// at first: RenditionKeeper makes them again. Photos that are gone are left out of those that take several.
// Videos stay as they are: they are left out where a command takes several.

/// Shows a photo with this edit; with none, as it was taken. Errors: NotFound, InvalidInput for a video.
struct EditPhoto {
    PhotoId photo;
    PhotoEdit edit;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Turns photos by quarters clockwise from how they lie now.
struct TurnPhotos {
    std::vector<PhotoId> photos;
    int quarters = 1;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Lays these covers over each of the photos, instead of those that they have.
struct CoverPhotos {
    std::vector<PhotoId> photos;
    std::vector<PhotoCover> covers;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Notes that photos are to stay or to go; none goes by that alone.
struct CullPhotos {
    std::vector<PhotoId> photos;
    PhotoCull cull = PhotoCull::None;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
