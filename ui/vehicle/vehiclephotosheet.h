// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/vehicle/vehicle.h"
#include "ui/gallery/galleryview.h"

namespace Forecourt {

class LocationDirectory;

/// What the photo sheet says of a vehicle, in the language of the moment. Costs are never on it.
PhotoSheet vehiclePhotoSheet(const Vehicle& vehicle, const LocationDirectory& locations, UtcMs now);

}  // namespace Forecourt
