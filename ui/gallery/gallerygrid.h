// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/gallery/photo.h"

#include <QBasicTimer>
#include <QListView>

#include <vector>

namespace Forecourt {

class GalleryDelegate;
class GallerySlotsModel;
class ThumbnailSource;

/// The grid of places, without the photos that did not fit. Photos are dragged to another place with an insertion mark
/// and a ghost under the pointer; the same goes by keyboard with Ctrl+arrows. It only asks: whoever listens makes the
/// edit, and the model follows.
///
/// The drag is the grid's own, not one of the system's: it looks the same everywhere and Esc ends it at once.
class GalleryGrid : public QListView {
    Q_OBJECT

public:
    GalleryGrid(GallerySlotsModel& slotsModel, ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    /// Where something that is dropped now would go: before a photo, at the end (null), or into the gap of a shot.
    struct Target {
        PhotoId before;
        QString shot;
    };

    /// Selected photos in gallery order; the current one when none is selected.
    std::vector<PhotoId> chosenPhotos() const;
    bool isDragging() const { return !m_dragged.empty(); }
    /// Row before which the dragged photos would land; -1 while nothing is dragged.
    int insertionRow() const { return m_insertion; }
    /// Row of the gap that the dragged photos would fill; -1 for none.
    int gapRow() const { return m_gap; }
    /// Something that is dragged from elsewhere is at this point of the viewport: shows where it would land.
    void aim(const QPoint& point);
    void aimNowhere();
    Target target() const;

Q_SIGNALS:
    /// A null `before` means the end.
    void moveRequested(const std::vector<Forecourt::PhotoId>& photos, Forecourt::PhotoId before);
    /// The photos were dropped on the gap of a missing shot.
    void shotRequested(const std::vector<Forecourt::PhotoId>& photos, const QString& code);
    void primaryRequested(Forecourt::PhotoId photo);
    void turnRequested(const std::vector<Forecourt::PhotoId>& photos, int quarters);
    void cullRequested(const std::vector<Forecourt::PhotoId>& photos, Forecourt::PhotoCull cull);
    void removeRequested(const std::vector<Forecourt::PhotoId>& photos);
    void openRequested(int row);
    /// The two that are chosen, or the current one and its neighbour, side by side.
    void compareRequested();
    void editRequested();
    /// Another photo is current, or the current one is another now.
    void currentPhotoChanged(int row);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void hideOverflow();
    int lastPlace() const;
    void fitColumns();
    int insertionAt(const QPoint& point) const;
    int gapAt(const QPoint& point) const;
    QPoint insertionMark() const;
    void startDrag(const QPoint& point);
    void dragTo(const QPoint& point);
    void drop();
    void cancelDrag();
    void endAim();
    void moveByOne(int direction);
    void moveTo(int place);
    bool singleKey(const QKeyEvent& event);
    void paintDrag(QPainter& painter) const;

    GallerySlotsModel& m_slots;
    ThumbnailSource& m_thumbnails;
    GalleryDelegate* m_delegate;
    int m_columns = 1;
    int m_currentRow = 0;  ///< where somebody put the keyboard last
    QPersistentModelIndex m_pressed;
    QPoint m_pressedAt;
    bool m_selectOnRelease = false;
    std::vector<PhotoId> m_dragged;
    int m_insertion = -1;
    int m_gap = -1;
    bool m_aiming = false;
    QPoint m_pointer;
    QBasicTimer m_autoScroll;
};

}  // namespace Forecourt
