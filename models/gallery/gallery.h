// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <span>
#include <vector>

namespace Forecourt {

/// The live photos of one vehicle in their order. Whatever people did at once without seeing each other, every computer
/// that has the same rows sees the same photos fit and the same one primary, since both follow from the rows alone.
struct Gallery {
    static constexpr int MaxPhotos = 50;

    VehicleId vehicle;
    /// By (position, id); those after the first MaxPhotos did not fit. A wished primary photo always fits: one that
    /// would not stands in the last place that does.
    std::vector<Photo> photos;
    PhotoId wishedPrimary;  ///< vehicles.primary_photo_id; may name a photo that is gone

    /// The photos that did not fit, when people added more than MaxPhotos together: shown apart, exported nowhere. They
    /// come in by themselves when others go, or when they are moved before one that fits.
    std::span<const Photo> overflow() const;
    /// The photo that stands for the vehicle: the wished one if it is here, else the first; null in an empty gallery.
    const Photo* primary() const;
    /// Row of a photo, or -1.
    int indexOf(PhotoId id) const;
    /// How many photos can be added; 0 also when sync brought more than MaxPhotos together.
    int freeSlots() const;

    friend bool operator==(const Gallery&, const Gallery&) = default;
};

}  // namespace Forecourt
