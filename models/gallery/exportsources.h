// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"
#include "models/gallery/photoexporter.h"
#include "models/vehicle/vehicle.h"

namespace Forecourt {

/// All photos of a vehicle in their order, with the words for their names.
std::vector<ExportSource> exportSources(const Vehicle& vehicle, const Gallery& gallery);

}  // namespace Forecourt
