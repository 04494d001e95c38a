// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"

#include <QMimeData>
#include <QSortFilterProxyModel>

#include <vector>

namespace Forecourt {

class GallerySlotsModel;

/// The photos of a gallery that did not fit, with the roles of its places. They can be dragged.
class OverflowModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit OverflowModel(GallerySlotsModel& places, QObject* parent = nullptr);

    /// Null for an index that is not valid.
    PhotoId photoAt(const QModelIndex& index) const;
    /// The photos in something that is dragged; empty if it comes from elsewhere.
    static std::vector<PhotoId> dragged(const QMimeData& data);

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    GallerySlotsModel& m_places;
};

}  // namespace Forecourt
