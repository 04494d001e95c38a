// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/overflowmodel.h"

#include "ui/gallery/galleryslotsmodel.h"

#include <memory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

const QString OverflowMime = u"application/x-forecourt-photos"_s;
constexpr qsizetype IdBytes = 16;

}  // namespace

OverflowModel::OverflowModel(GallerySlotsModel& places, QObject* parent)
    : QSortFilterProxyModel(parent), m_places(places)
{
    setSourceModel(&places);
    // Which rows are shown depends on their numbers, which change with the rows before them.
    const auto again = [this] { invalidateFilter(); };
    connect(&places, &QAbstractItemModel::rowsInserted, this, again);
    connect(&places, &QAbstractItemModel::rowsRemoved, this, again);
    connect(&places, &QAbstractItemModel::rowsMoved, this, again);
}

PhotoId OverflowModel::photoAt(const QModelIndex& index) const
{
    const Photo* photo = m_places.photoAt(mapToSource(index).row());
    return photo ? photo->id : PhotoId();
}

std::vector<PhotoId> OverflowModel::dragged(const QMimeData& data)
{
    const QByteArray bytes = data.data(OverflowMime);
    std::vector<PhotoId> photos;
    for (qsizetype at = 0; at + IdBytes <= bytes.size(); at += IdBytes)
        photos.push_back(PhotoId(Uuid::fromBytes(bytes.mid(at, IdBytes))));
    return photos;
}

bool OverflowModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    return row >= Gallery::MaxPhotos && m_places.photoAt(row);
}

Qt::ItemFlags OverflowModel::flags(const QModelIndex& index) const
{
    return QSortFilterProxyModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList OverflowModel::mimeTypes() const
{
    return {OverflowMime};
}

QMimeData* OverflowModel::mimeData(const QModelIndexList& indexes) const
{
    QByteArray bytes;
    for (const QModelIndex& index : indexes)
        bytes += photoAt(index).toBytes();
    auto data = std::make_unique<QMimeData>();
    data->setData(OverflowMime, bytes);
    return data.release();
}

/// A view removes what was moved out of it; these rows go when the edit is done.
Qt::DropActions OverflowModel::supportedDragActions() const
{
    return Qt::CopyAction;
}

}  // namespace Forecourt
