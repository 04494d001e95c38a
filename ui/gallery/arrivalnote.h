// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/note.h"

namespace Forecourt {

class GalleryListModel;
class SyncControl;
class ThumbnailSource;

/// Says how many photos of the gallery have not arrived on this computer yet, and when they can. Hidden when all are
/// here.
class ArrivalNote : public Note {
    Q_OBJECT

public:
    /// `sync` may be null: then nothing can arrive.
    ArrivalNote(const GalleryListModel& photos, ThumbnailSource& thumbnails, SyncControl* sync,
                QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const GalleryListModel& m_photos;
    ThumbnailSource& m_thumbnails;
    SyncControl* m_sync;
};

}  // namespace Forecourt
