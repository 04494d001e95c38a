// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Forecourt {

class ThumbnailSource;

/// One vehicle in the strip of the gallery page: picture, name, how many photos of 50.
class GlanceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit GlanceDelegate(ThumbnailSource& thumbnails, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    ThumbnailSource& m_thumbnails;
};

}  // namespace Forecourt
