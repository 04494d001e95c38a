// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportsources.h"

namespace Forecourt {

std::vector<ExportSource> exportSources(const Vehicle& vehicle, const Gallery& gallery)
{
    std::vector<ExportSource> sources;
    const auto fitting = std::span(gallery.photos).first(gallery.photos.size() - gallery.overflow().size());
    for (const Photo& photo : fitting) {
        if (photo.isVideo() || photo.cull == PhotoCull::Reject)
            continue;
        const int position = static_cast<int>(sources.size()) + 1;
        // What somebody has covered must not leave the dealership before the covers are on.
        const bool mayShow = !photo.renditionsBehind || photo.covers.empty();
        sources.push_back({photo.id,
                           mayShow ? photo.largeSha : QByteArray(),
                           {vehicle.stockNumber, vehicle.vin, vehicle.year ? QString::number(*vehicle.year) : QString(),
                            vehicle.make, vehicle.model, photo.slot, position}});
    }
    return sources;
}

}  // namespace Forecourt
