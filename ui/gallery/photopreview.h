// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <QWidget>

#include <optional>

namespace Forecourt {

class ThumbnailSource;

/// One photo in three by two, as wide as there is room. A click opens it large.
class PhotoPreview : public QWidget {
    Q_OBJECT

public:
    explicit PhotoPreview(ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    void setPhoto(const Photo* photo);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width * 2 / 3; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    ThumbnailSource& m_thumbnails;
    std::optional<Photo> m_photo;
};

}  // namespace Forecourt
