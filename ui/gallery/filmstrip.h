// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace Forecourt {

class GalleryListModel;
class ThumbnailSource;

/// All photos of the gallery in one line below the lightbox; the current one is framed.
class Filmstrip : public QListView {
    Q_OBJECT

public:
    Filmstrip(GalleryListModel& photos, ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    void setRow(int row);

Q_SIGNALS:
    void rowChosen(int row);
};

}  // namespace Forecourt
