// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

namespace Forecourt {

class ThumbnailSource;

/// A picture that fills its width at a fixed ratio of 16:9, cut at the edges, with the number of photos in a corner.
/// Says so where there is no photo, or where it has not arrived on this computer yet.
class PhotoBanner : public QWidget {
    Q_OBJECT

public:
    explicit PhotoBanner(ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    /// `sha` names the rendition; empty for none. `count` photos of 50; negative hides the figure.
    void setPhoto(const QByteArray& sha, int count);
    /// Corners of 8 px instead of square ones.
    void setRounded(bool rounded);

    /// Keeps this child in the top right corner.
    void setCorner(QWidget* corner);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width * 9 / 16; }
    QSize sizeHint() const override { return {320, 180}; }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ThumbnailSource& m_thumbnails;
    QWidget* m_corner = nullptr;
    QByteArray m_sha;
    int m_count = -1;
    bool m_rounded = false;
};

}  // namespace Forecourt
