// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportsources.h"

namespace Forecourt {

std::vector<ExportSource> exportSources(const Vehicle& vehicle, const Gallery& gallery)
{
    std::vector<ExportSource> sources;
    for (const Photo& photo : gallery.photos) {
        const int position = static_cast<int>(sources.size()) + 1;
        sources.push_back({photo.id,
                           photo.largeSha,
                           {vehicle.stockNumber,
                            vehicle.vin,
                            vehicle.year ? QString::number(*vehicle.year) : QString(),
                            vehicle.make,
                            vehicle.model,
                            {},
                            position}});
    }
    return sources;
}

}  // namespace Forecourt
