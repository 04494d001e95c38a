// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/note.h"

namespace Forecourt {

class GalleryListModel;
class RenditionKeeper;

/// Says which photos of a gallery cannot be shown as they were edited, why, and what to do; hidden while there are
/// none. Model and keeper must outlive it.
class RenditionNote : public Note {
    Q_OBJECT

public:
    RenditionNote(const GalleryListModel& photos, RenditionKeeper& keeper, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const GalleryListModel& m_photos;
    RenditionKeeper& m_keeper;
    Button* m_retry;
};

}  // namespace Forecourt
