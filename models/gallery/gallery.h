// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <vector>

namespace Forecourt {

/// The live photos of one vehicle in their order.
struct Gallery {
    static constexpr int MaxPhotos = 50;

    VehicleId vehicle;
    std::vector<Photo> photos;  ///< by (position, id)
    PhotoId wishedPrimary;      ///< vehicles.primary_photo_id; may name a photo that is gone

    /// The photo that stands for the vehicle: the wished one if it is here, else the first; null in an empty gallery.
    const Photo* primary() const;
    /// Row of a photo, or -1.
    int indexOf(PhotoId id) const;
    /// How many photos can be added; 0 also when sync brought more than MaxPhotos together.
    int freeSlots() const;

    friend bool operator==(const Gallery&, const Gallery&) = default;
};

}  // namespace Forecourt
