// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QStyledItemDelegate>

namespace Forecourt {

class ThumbnailSource;

/// Paints one place of the gallery: a photo with its number and, on the primary, a star; a file that is coming in; or a
/// free place as a dashed outline.
class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Half of the gap between two places.
    static constexpr int Inset = 4;

    explicit GalleryDelegate(ThumbnailSource& thumbnails, QObject* parent = nullptr);

    /// Rows that are being dragged: painted as gone.
    void setMoving(QSet<int> rows) { m_moving = std::move(rows); }
    /// The gap that would be filled now; -1 for none.
    void setTarget(int row) { m_target = row; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The whole cell of the grid.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPhoto(QPainter& painter, const QRect& tile, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
    void paintIncoming(QPainter& painter, const QRect& tile, const QModelIndex& index) const;
    void paintOutline(QPainter& painter, const QRect& tile, int number, const QString& words) const;

    ThumbnailSource& m_thumbnails;
    QSet<int> m_moving;
    int m_target = -1;
};

}  // namespace Forecourt
