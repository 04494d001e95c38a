// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <QListView>

#include <vector>

namespace Forecourt {

class GalleryListModel;
class ThumbnailSource;

/// All photos of the gallery in one line below the lightbox; the current one is framed.
class Filmstrip : public QListView {
    Q_OBJECT

public:
    Filmstrip(GalleryListModel& photos, ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    void setRow(int row);

    /// From now on a click, or Space at the keyboard, chooses several photos instead of showing one.
    void setChoosing();
    /// Chooses these photos and no others; never `without`.
    void choose(const std::vector<PhotoId>& photos, PhotoId without);
    /// In the order of the gallery.
    std::vector<PhotoId> chosen(PhotoId without) const;

Q_SIGNALS:
    void rowChosen(int row);
};

}  // namespace Forecourt
