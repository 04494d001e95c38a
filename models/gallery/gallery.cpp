// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/gallery.h"

#include <algorithm>

namespace Forecourt {

const Photo* Gallery::primary() const
{
    if (photos.empty())
        return nullptr;
    const int wished = indexOf(wishedPrimary);
    return &photos[static_cast<size_t>(std::max(wished, 0))];
}

std::span<const Photo> Gallery::overflow() const
{
    return std::span(photos).subspan(std::min<size_t>(photos.size(), MaxPhotos));
}

int Gallery::indexOf(PhotoId id) const
{
    const auto found = std::ranges::find(photos, id, &Photo::id);
    return found == photos.end() ? -1 : static_cast<int>(found - photos.begin());
}

int Gallery::freeSlots() const
{
    return std::max(0, MaxPhotos - static_cast<int>(photos.size()));
}

}  // namespace Forecourt
