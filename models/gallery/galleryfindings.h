// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/photocheck.h"
#include "models/store/store.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Forecourt {

/// What a person might look at again in the gallery that a model shows, kept up to date some moments after it. Photos
/// that were added elsewhere are measured on the way. Lives on the GUI thread; works on the store's readers.
class GalleryFindings : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    GalleryFindings(Store& store, const GalleryListModel& photos, QObject* parent = nullptr);

    /// In the order of the gallery, without photos that nothing was found about.
    const std::vector<PhotoFindings>& all() const { return m_findings; }
    /// Null where nothing was found.
    const PhotoFindings* of(PhotoId photo) const;
    /// What was measured, of clean photos too; null while that is not known.
    const PhotoQuality* qualityOf(PhotoId photo) const;

Q_SIGNALS:
    void changed();

private:
    void check();

    Store& m_store;
    const GalleryListModel& m_photos;
    std::vector<PhotoFindings> m_findings;
    QHash<PhotoId, PhotoQuality> m_qualities;
    VehicleId m_checked;
    bool m_checking = false;
    bool m_stale = false;
    QTimer m_lull;  ///< photos that come one after another are looked at together
};

}  // namespace Forecourt
