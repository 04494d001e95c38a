// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/galleryslotsmodel.h"

#include "ui/gallery/findingwords.h"
#include "ui/gallery/shotwords.h"
#include "ui/widgets/format.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

GallerySlotsModel::GallerySlotsModel(GalleryListModel& photos, QObject* parent)
    : QAbstractListModel(parent), m_photos(photos), m_photoCount(photos.rowCount())
{
    fillUp();
    connect(&photos, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) { beginInsertRows({}, first, last); });
    connect(&photos, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        m_photoCount += last - first + 1;
        endInsertRows();
        fillUp();
    });
    connect(&photos, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { beginRemoveRows({}, first, last); });
    connect(&photos, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        m_photoCount -= last - first + 1;
        endRemoveRows();
        fillUp();
    });
    connect(&photos, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex&, int first, int last, const QModelIndex&, int to) {
                beginMoveRows({}, first, last, {}, to);
            });
    connect(&photos, &QAbstractItemModel::rowsMoved, this, [this] { endMoveRows(); });
    connect(&photos, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&photos, &QAbstractItemModel::modelReset, this, [this] {
        m_photoCount = m_photos.rowCount();
        m_emptyCount = 0;
        m_incoming.clear();
        endResetModel();
        fillUp();
    });
    connect(&photos, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                Q_EMIT dataChanged(index(first.row()), index(last.row()), roles);
                findMissing();
            });
}

void GallerySlotsModel::setShotList(const ShotList& list)
{
    m_shots = list;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    findMissing();
}

void GallerySlotsModel::setFindings(const GalleryFindings* findings)
{
    m_findings = findings;
    connect(findings, &GalleryFindings::changed, this, [this] {
        if (m_photoCount > 0)
            Q_EMIT dataChanged(index(0), index(m_photoCount - 1), {HintRole, HintIconRole});
    });
}

void GallerySlotsModel::findMissing()
{
    std::vector<Shot> missing = m_shots.missing(m_photos.gallery());
    if (missing == m_missing)
        return;
    m_missing = std::move(missing);
    if (m_emptyCount > 0)
        Q_EMIT dataChanged(index(rowCount() - m_emptyCount), index(rowCount() - 1));
}

const Shot* GallerySlotsModel::gapAt(int row) const
{
    const int gap = row - (rowCount() - m_emptyCount);
    return gap >= 0 && gap < static_cast<int>(m_missing.size()) ? &m_missing[static_cast<size_t>(gap)] : nullptr;
}

void GallerySlotsModel::setIncoming(std::vector<ImportItem> files)
{
    const int before = static_cast<int>(m_incoming.size());
    const int after = static_cast<int>(files.size());
    if (after > before) {
        beginInsertRows({}, m_photoCount + before, m_photoCount + after - 1);
        m_incoming = std::move(files);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, m_photoCount + after, m_photoCount + before - 1);
        m_incoming = std::move(files);
        endRemoveRows();
    } else {
        m_incoming = std::move(files);
    }
    if (after > 0)
        Q_EMIT dataChanged(index(m_photoCount), index(m_photoCount + after - 1));
    fillUp();
}

void GallerySlotsModel::fillUp()
{
    const int taken = m_photoCount + static_cast<int>(m_incoming.size());
    const int wanted = std::max(0, Gallery::MaxPhotos - taken);
    if (wanted > m_emptyCount) {
        beginInsertRows({}, taken + m_emptyCount, taken + wanted - 1);
        m_emptyCount = wanted;
        endInsertRows();
    } else if (wanted < m_emptyCount) {
        beginRemoveRows({}, taken + wanted, taken + m_emptyCount - 1);
        m_emptyCount = wanted;
        endRemoveRows();
    }
    findMissing();
}

GallerySlotsModel::Kind GallerySlotsModel::kindAt(int row) const
{
    if (row < m_photoCount)
        return Kind::Photo;
    return row < m_photoCount + static_cast<int>(m_incoming.size()) ? Kind::Incoming : Kind::Empty;
}

const Photo* GallerySlotsModel::photoAt(int row) const
{
    return row >= 0 && row < m_photoCount ? &m_photos.gallery().photos[static_cast<size_t>(row)] : nullptr;
}

int GallerySlotsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_photoCount + static_cast<int>(m_incoming.size()) + m_emptyCount;
}

QVariant GallerySlotsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const Kind kind = kindAt(row);
    switch (role) {
    case KindRole: return QVariant::fromValue(kind);
    case GalleryListModel::NumberRole: return row + 1;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return role == Qt::ToolTipRole && kind == Kind::Empty ? QVariant() : spokenText(row);
    case ShotRole:
        if (kind == Kind::Photo)
            return ShotWords::name(m_shots, photoAt(row)->slot);
        return gapAt(row) ? ShotWords::name(*gapAt(row)) : QString();
    case HintRole:
    case HintIconRole: {
        const PhotoFindings* found = kind == Kind::Photo && m_findings ? m_findings->of(photoAt(row)->id) : nullptr;
        if (!found)
            return {};
        return role == HintRole ? FindingWords::badge(*found, m_photos.gallery()) : FindingWords::icon(*found);
    }
    case ShotCodeRole:
        if (kind == Kind::Photo)
            return photoAt(row)->slot;
        return gapAt(row) ? gapAt(row)->code : QString();
    default: break;
    }
    if (kind == Kind::Photo)
        return m_photos.data(m_photos.index(row), role);
    if (kind == Kind::Empty)
        return {};
    const ImportItem& file = m_incoming[static_cast<size_t>(row - m_photoCount)];
    switch (role) {
    case ThumbShaRole: return file.thumbSha;
    case GalleryListModel::FileNameRole: return file.name;
    default: return {};
    }
}

Qt::ItemFlags GallerySlotsModel::flags(const QModelIndex& index) const
{
    return index.isValid() && kindAt(index.row()) == Kind::Photo ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                                 : Qt::NoItemFlags;
}

QString GallerySlotsModel::spokenText(int row) const
{
    switch (kindAt(row)) {
    case Kind::Empty:
        return gapAt(row) ? tr("Missing: %1").arg(ShotWords::name(*gapAt(row))) : tr("Free place %1").arg(row + 1);
    case Kind::Incoming: return tr("%1, coming in").arg(data(index(row), GalleryListModel::FileNameRole).toString());
    case Kind::Photo: break;
    }
    const Photo& photo = *photoAt(row);
    QString text = photo.isVideo() ? tr("Video %1 of %2, %3", "number, all, length")
                                         .arg(QString::number(row + 1), QString::number(m_photoCount),
                                              formatDuration(*photo.durationMs))
                                   : tr("Photo %1 of %2").arg(row + 1).arg(m_photoCount);
    const QString shot = ShotWords::name(m_shots, photo.slot);
    const QString& words = !photo.caption.isEmpty() ? photo.caption : !shot.isEmpty() ? shot : photo.fileName;
    if (!words.isEmpty())
        text = tr("%1, %2", "photo number, what it shows").arg(text, words);
    if (const PhotoFindings* found = m_findings ? m_findings->of(photo.id) : nullptr)
        text += u", "_s + FindingWords::badge(*found, m_photos.gallery());
    if (photo.cull != PhotoCull::None)
        text = photo.cull == PhotoCull::Keep ? tr("%1, to keep").arg(text) : tr("%1, rejected").arg(text);
    const Photo* primary = m_photos.gallery().primary();
    return primary && primary->id == photo.id ? tr("%1, primary").arg(text) : text;
}

}  // namespace Forecourt
