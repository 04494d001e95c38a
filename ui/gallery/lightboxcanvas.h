// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photo.h"

#include <QWidget>

#include <optional>

namespace Forecourt {

class ThumbnailSource;

/// One photo as large as there is room, or zoomed: wheel and + − around the pointer, drag to move, double click between
/// whole and 100 %. A smaller rendition stands in until the large one is decoded.
class LightboxCanvas : public QWidget {
    Q_OBJECT

public:
    static constexpr double MostZoom = 8;

    /// What part is shown, so that two canvases can show the same part of two photos of different sizes.
    struct View {
        double enlarged = 1;       ///< times the size of the whole photo on this canvas
        QPointF centre{0.5, 0.5};  ///< as a share of the picture
    };

    explicit LightboxCanvas(ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    /// Shows another photo whole; the same one keeps its zoom.
    void setPhoto(const Photo* photo);
    void zoomIn();
    void zoomOut();
    /// The whole photo; small ones are not enlarged.
    void fit();
    /// One pixel of the large rendition on one pixel of the screen.
    void actualSize();
    /// Screen pixels per picture pixel: 1 = 100 %.
    double zoom() const;
    bool isFitted() const { return m_zoom == 0; }
    View view() const;
    /// Does not send viewChanged().
    void setView(const View& view);

Q_SIGNALS:
    /// The person zoomed or moved the photo.
    void viewChanged();
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void zoomTo(double zoom, const QPointF& around);
    double fittedZoom() const;
    QSizeF pictureSize() const;
    QRectF shownRect() const;
    void keepInside();

    ThumbnailSource& m_thumbnails;
    std::optional<Photo> m_photo;
    QImage m_picture;
    double m_zoom = 0;  ///< 0 = whole photo
    QPointF m_centre;   ///< of the view, as a share of the picture: 0.5, 0.5 is the middle
    QPoint m_lastPoint;
    bool m_dragging = false;
};

}  // namespace Forecourt
