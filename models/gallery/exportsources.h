// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"
#include "models/gallery/photoexporter.h"
#include "models/vehicle/vehicle.h"

namespace Forecourt {

/// The photos of a vehicle that others may see, in their order, with the words for their names: no videos, nothing that
/// was rejected or did not fit.
std::vector<ExportSource> exportSources(const Vehicle& vehicle, const Gallery& gallery);

}  // namespace Forecourt
