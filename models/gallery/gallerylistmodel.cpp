// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/gallerylistmodel.h"

#include "models/base/whendone.h"
#include "models/gallery/photorepository.h"
#include "models/store/store.h"

namespace Forecourt {

GalleryListModel::GalleryListModel(Store& store, QObject* parent) : QAbstractListModel(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, &GalleryListModel::onCommitted);
}

GalleryListModel::~GalleryListModel() = default;

void GalleryListModel::setVehicle(VehicleId vehicle)
{
    if (vehicle == m_gallery.vehicle)
        return;
    beginResetModel();
    m_gallery = {};
    m_gallery.vehicle = vehicle;
    m_primary = {};
    m_loaded = vehicle.isNull();
    m_error.reset();
    endResetModel();
    reload();
}

int GalleryListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_gallery.photos.size());
}

QVariant GalleryListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Photo& photo = m_gallery.photos[static_cast<size_t>(index.row())];
    switch (role) {
    case PhotoRole: return QVariant::fromValue(photo);
    case IdRole: return QVariant::fromValue(photo.id);
    case NumberRole: return index.row() + 1;
    case PrimaryRole: return photo.id == m_primary;
    case CaptionRole: return photo.caption;
    case FileNameRole: return photo.fileName;
    default: return {};
    }
}

void GalleryListModel::onCommitted(const ChangeSet& changes)
{
    if (changes.everything || changes.contains(Table::Photos) || changes.contains(Table::Vehicles))
        reload();
}

void GalleryListModel::reload()
{
    if (m_gallery.vehicle.isNull())
        return;
    // One reading at a time: what changes meanwhile is read once afterwards.
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    const VehicleId vehicle = m_gallery.vehicle;
    whenDone(m_store.read([vehicle](Connection& connection) { return PhotoRepository(connection).gallery(vehicle); }),
             this, [this](Expected<Gallery> fresh) {
                 m_reading = false;
                 const bool other = fresh && fresh->vehicle != m_gallery.vehicle;
                 if (m_stale || other)
                     reload();
                 if (other)
                     return;
                 m_error.reset();
                 if (fresh)
                     become(std::move(*fresh));
                 else
                     m_error = fresh.error();
                 m_loaded = true;
                 Q_EMIT loaded();
             });
}

void GalleryListModel::become(Gallery fresh)
{
    const int oldCount = rowCount();
    const PhotoId oldPrimary = m_primary;
    auto& photos = m_gallery.photos;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (fresh.indexOf(photos[static_cast<size_t>(row)].id) < 0) {
            beginRemoveRows({}, row, row);
            photos.erase(photos.begin() + row);
            endRemoveRows();
        }
    }
    bool shifted = rowCount() != oldCount;
    for (int row = 0; row < static_cast<int>(fresh.photos.size()); ++row) {
        Photo& photo = fresh.photos[static_cast<size_t>(row)];
        const int old = m_gallery.indexOf(photo.id);
        if (old < 0) {
            beginInsertRows({}, row, row);
            photos.insert(photos.begin() + row, std::move(photo));
            endInsertRows();
            shifted = true;
            continue;
        }
        if (old != row) {
            // Rows before `row` are final already, so the photo can only come from below.
            beginMoveRows({}, old, old, {}, row);
            std::rotate(photos.begin() + row, photos.begin() + old, photos.begin() + old + 1);
            endMoveRows();
            shifted = true;
        }
        Photo& shown = photos[static_cast<size_t>(row)];
        if (shown != photo) {
            shown = std::move(photo);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    m_gallery.wishedPrimary = fresh.wishedPrimary;
    const Photo* primary = m_gallery.primary();
    m_primary = primary ? primary->id : PhotoId();
    for (const PhotoId id : {oldPrimary, m_primary}) {
        if (const int row = rowOf(id); row >= 0 && oldPrimary != m_primary)
            Q_EMIT dataChanged(index(row), index(row), {PrimaryRole});
    }
    if (shifted && rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {NumberRole});
}

}  // namespace Forecourt
