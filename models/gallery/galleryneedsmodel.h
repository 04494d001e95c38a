// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/galleryneeds.h"

#include <QAbstractListModel>

namespace Forecourt {

/// The vehicles of a GalleryNeeds, for the strip of the gallery page.
class GalleryNeedsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { GlanceRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    /// Rows that stay keep their place in views: they are changed, not made again.
    void setEntries(std::vector<GalleryGlance> entries);
    const std::vector<GalleryGlance>& entries() const { return m_entries; }
    /// Row of a vehicle, or -1.
    int rowOf(VehicleId vehicle) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<GalleryGlance> m_entries;
};

}  // namespace Forecourt
