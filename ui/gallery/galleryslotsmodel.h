// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/galleryfindings.h"
#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/photoimporter.h"
#include "models/gallery/shotlist.h"

#include <QAbstractListModel>

#include <vector>

namespace Forecourt {

/// The places of a gallery as the grid shows them: its photos, then the files that are coming in, then empty places up
/// to the limit. Rows of photos are those of the GalleryListModel, whose roles it passes on.
class GallerySlotsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Kind { Photo, Incoming, Empty };
    Q_ENUM(Kind)

    enum Role {
        KindRole = GalleryListModel::FileNameRole + 1,
        ThumbShaRole,  ///< of an incoming file that has been read; empty before
        ShotRole,      ///< name of the shot that a photo is, or that a gap waits for; empty for none
        ShotCodeRole,  ///< its code
        HintRole,      ///< what to look at again, short: "Dark"; empty for nothing
        HintIconRole,
    };

    explicit GallerySlotsModel(GalleryListModel& photos, QObject* parent = nullptr);

    /// The gaps stand for what is missing of it, in order.
    void setShotList(const ShotList& list);
    /// What was found about photos; null for nothing. It outlives the model.
    void setFindings(const GalleryFindings* findings);
    /// Files that are on their way into this gallery.
    void setIncoming(std::vector<ImportItem> files);

    Kind kindAt(int row) const;
    /// Null where no photo is.
    const Photo* photoAt(int row) const;
    int photoCount() const { return m_photoCount; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QString spokenText(int row) const;
    /// The shot that a gap waits for; null for the others.
    const Shot* gapAt(int row) const;
    void findMissing();
    void fillUp();

    GalleryListModel& m_photos;
    std::vector<ImportItem> m_incoming;
    const GalleryFindings* m_findings = nullptr;
    ShotList m_shots;
    std::vector<Shot> m_missing;
    int m_photoCount = 0;
    int m_emptyCount = 0;
};

}  // namespace Forecourt
