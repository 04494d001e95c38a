// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/gallerygrid.h"

#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/gallerydelegate.h"
#include "ui/gallery/galleryslotsmodel.h"
#include "ui/gallery/photopainter.h"
#include "ui/widgets/box.h"
#include "ui/widgets/countpill.h"
#include "ui/widgets/singlekeys.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace Forecourt {

namespace {

constexpr int LeastTileWidth = 105;
constexpr int FewestColumns = 2;
constexpr qreal TileAspect = 5.0 / 4;
constexpr int AutoScrollEdge = 28;
constexpr int AutoScrollMs = 30;
constexpr int AutoScrollStep = 12;

/// Letters and digits that mean the photo.
bool isGridKey(const QKeyEvent& event)
{
    for (const int key : {Qt::Key_P, Qt::Key_R, Qt::Key_K, Qt::Key_X, Qt::Key_C, Qt::Key_E})
        if (SingleKeys::isPressed(event, key))
            return true;
    return event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9 && SingleKeys::isPressed(event, event.key());
}

}  // namespace

GalleryGrid::GalleryGrid(GallerySlotsModel& slotsModel, ThumbnailSource& thumbnails, QWidget* parent)
    : QListView(parent),
      m_slots(slotsModel),
      m_thumbnails(thumbnails),
      m_delegate(new GalleryDelegate(thumbnails, this))
{
    setModel(&slotsModel);
    setItemDelegate(m_delegate);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setSelectionRectVisible(false);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(false);
    viewport()->setAcceptDrops(false);
    connect(&thumbnails, &ThumbnailSource::ready, viewport(), qOverload<>(&QWidget::update));
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&slotsModel, change, this, &GalleryGrid::hideOverflow);
    connect(&slotsModel, &QAbstractItemModel::rowsMoved, this, &GalleryGrid::hideOverflow);
    connect(&slotsModel, &QAbstractItemModel::modelReset, this, &GalleryGrid::hideOverflow);
    connect(&slotsModel, &QAbstractItemModel::rowsMoved, this,
            [this] { Q_EMIT currentPhotoChanged(currentIndex().row()); });
    connect(&slotsModel, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                if (const int row = currentIndex().row(); row >= first.row() && row <= last.row())
                    Q_EMIT currentPhotoChanged(row);
            });
}

/// What did not fit is shown elsewhere, so that nobody takes it for a part of the gallery.
void GalleryGrid::hideOverflow()
{
    for (int row = 0; row < m_slots.rowCount(); ++row) {
        const bool hide = row >= Gallery::MaxPhotos && m_slots.photoAt(row);
        if (hide != isRowHidden(row))
            setRowHidden(row, hide);
        if (hide && selectionModel()->isRowSelected(row))
            selectionModel()->select(m_slots.index(row), QItemSelectionModel::Deselect);
    }
    // The keyboard stays where it was when its photo goes out.
    if (isRowHidden(currentIndex().row()))
        selectionModel()->setCurrentIndex(m_slots.index(m_currentRow), QItemSelectionModel::NoUpdate);
}

/// How many places of the grid hold photos.
int GalleryGrid::lastPlace() const
{
    return std::min(m_slots.photoCount(), Gallery::MaxPhotos);
}

std::vector<PhotoId> GalleryGrid::chosenPhotos() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows.append(index.row());
    std::ranges::sort(rows);
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().row());
    std::vector<PhotoId> photos;
    for (const int row : rows) {
        if (const Photo* photo = m_slots.photoAt(row))
            photos.push_back(photo->id);
    }
    return photos;
}

void GalleryGrid::fitColumns()
{
    const int width = viewport()->width();
    const int cell = Theme::px(LeastTileWidth) + 2 * GalleryDelegate::Inset;
    m_columns = std::max(FewestColumns, width / cell);
    const int cellWidth = width / m_columns;
    const int tileWidth = cellWidth - 2 * GalleryDelegate::Inset;
    const QSize size(cellWidth, qRound(tileWidth / TileAspect) + 2 * GalleryDelegate::Inset);
    if (size != gridSize())
        setGridSize(size);
}

void GalleryGrid::resizeEvent(QResizeEvent* event)
{
    fitColumns();
    QListView::resizeEvent(event);
}

void GalleryGrid::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fitColumns();
}

void GalleryGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    m_currentRow = std::clamp(current.row(), 0, Gallery::MaxPhotos - 1);
    Q_EMIT currentPhotoChanged(current.row());
}

void GalleryGrid::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    m_pressed = event->button() == Qt::LeftButton && m_slots.photoAt(index.row()) ? QPersistentModelIndex(index)
                                                                                  : QPersistentModelIndex();
    m_pressedAt = event->position().toPoint();
    // A press on one of several selected photos may start a drag of all of them, so it must not deselect the others.
    m_selectOnRelease = m_pressed.isValid() && event->modifiers() == Qt::NoModifier &&
                        selectionModel()->isSelected(m_pressed) && selectionModel()->selectedIndexes().size() > 1;
    if (m_selectOnRelease)
        selectionModel()->setCurrentIndex(m_pressed, QItemSelectionModel::NoUpdate);
    else
        QListView::mousePressEvent(event);
}

void GalleryGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (isDragging()) {
        dragTo(point);
        return;
    }
    if (m_pressed.isValid() && event->buttons().testFlag(Qt::LeftButton)) {
        if ((point - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            startDrag(point);
        return;
    }
    QListView::mouseMoveEvent(event);
}

void GalleryGrid::mouseReleaseEvent(QMouseEvent* event)
{
    if (isDragging()) {
        dragTo(event->position().toPoint());
        drop();
    } else if (m_selectOnRelease && m_pressed.isValid()) {
        selectionModel()->select(m_pressed, QItemSelectionModel::ClearAndSelect);
    }
    m_pressed = QPersistentModelIndex();
    m_selectOnRelease = false;
    QListView::mouseReleaseEvent(event);
}

void GalleryGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int row = indexAt(event->position().toPoint()).row(); m_slots.photoAt(row))
        Q_EMIT openRequested(row);
}

bool GalleryGrid::event(QEvent* event)
{
    // On a page whose P means the price, P on a photo still means the photo.
    if (event->type() == QEvent::ShortcutOverride && m_slots.photoAt(currentIndex().row()) &&
        isGridKey(*static_cast<QKeyEvent*>(event)))
        event->accept();
    return QListView::event(event);
}

void GalleryGrid::keyPressEvent(QKeyEvent* event)
{
    if (isDragging()) {
        if (event->key() == Qt::Key_Escape)
            cancelDrag();
        return;
    }
    const bool control = event->modifiers() == Qt::ControlModifier;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const Photo* current = m_slots.photoAt(currentIndex().row());
    if (control && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        moveByOne(event->key() == Qt::Key_Left ? -1 : 1);
    } else if (current && singleKey(*event)) {
        return;
    } else if (plain && event->key() == Qt::Key_Delete) {
        if (const auto photos = chosenPhotos(); !photos.empty())
            Q_EMIT removeRequested(photos);
    } else if (plain && current &&
               (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT openRequested(currentIndex().row());
    } else {
        QListView::keyPressEvent(event);
    }
}

bool GalleryGrid::singleKey(const QKeyEvent& event)
{
    if (!isGridKey(event))
        return false;
    const Photo& current = *m_slots.photoAt(currentIndex().row());
    const std::vector<PhotoId> photos = chosenPhotos();
    // The same key again takes the mark away.
    const auto mark = [&](PhotoCull cull) {
        Q_EMIT cullRequested(photos, current.cull == cull ? PhotoCull::None : cull);
    };
    switch (event.key()) {
    case Qt::Key_P: Q_EMIT primaryRequested(current.id); break;
    case Qt::Key_R: Q_EMIT turnRequested(photos, 1); break;
    case Qt::Key_C: Q_EMIT compareRequested(); break;
    case Qt::Key_E: Q_EMIT editRequested(); break;
    case Qt::Key_K: mark(PhotoCull::Keep); break;
    case Qt::Key_X: mark(PhotoCull::Reject); break;
    default: moveTo(event.key() - Qt::Key_0);
    }
    return true;
}

void GalleryGrid::moveTo(int place)
{
    const std::vector<PhotoId> photos = chosenPhotos();
    int others = 0;
    for (int row = 0; row < lastPlace(); ++row) {
        const PhotoId id = m_slots.photoAt(row)->id;
        if (std::ranges::find(photos, id) == photos.end() && ++others == place) {
            Q_EMIT moveRequested(photos, id);
            return;
        }
    }
    Q_EMIT moveRequested(photos, PhotoId());
}

void GalleryGrid::focusOutEvent(QFocusEvent* event)
{
    cancelDrag();
    QListView::focusOutEvent(event);
}

void GalleryGrid::moveByOne(int direction)
{
    const auto photos = chosenPhotos();
    if (photos.empty())
        return;
    int first = lastPlace();
    int last = -1;
    for (int row = 0; row < lastPlace(); ++row) {
        if (std::ranges::find(photos, m_slots.photoAt(row)->id) != photos.end()) {
            first = std::min(first, row);
            last = row;
        }
    }
    const int target = direction < 0 ? first - 1 : last + 2;
    if (target < 0 || last + direction >= lastPlace())
        return;
    const Photo* before = m_slots.photoAt(target);
    Q_EMIT moveRequested(photos, before ? before->id : PhotoId());
}

void GalleryGrid::startDrag(const QPoint& point)
{
    if (!selectionModel()->isSelected(m_pressed))
        selectionModel()->setCurrentIndex(m_pressed, QItemSelectionModel::ClearAndSelect);
    m_dragged = chosenPhotos();
    QSet<int> rows;
    for (int row = 0; row < m_slots.photoCount(); ++row) {
        if (std::ranges::find(m_dragged, m_slots.photoAt(row)->id) != m_dragged.end())
            rows.insert(row);
    }
    m_delegate->setMoving(rows);
    m_autoScroll.start(AutoScrollMs, this);
    viewport()->setCursor(Qt::ClosedHandCursor);
    dragTo(point);
}

void GalleryGrid::dragTo(const QPoint& point)
{
    m_pointer = point;
    m_gap = gapAt(point);
    m_insertion = m_gap < 0 ? insertionAt(point) : -1;
    m_delegate->setTarget(m_gap);
    viewport()->update();
}

void GalleryGrid::drop()
{
    const std::vector<PhotoId> photos = m_dragged;
    const Target where = target();
    cancelDrag();
    if (!where.shot.isEmpty())
        Q_EMIT shotRequested(photos, where.shot);
    else
        Q_EMIT moveRequested(photos, where.before);
}

GalleryGrid::Target GalleryGrid::target() const
{
    const Photo* before = m_slots.photoAt(m_insertion);
    return {before ? before->id : PhotoId(), model()->index(m_gap, 0).data(GallerySlotsModel::ShotCodeRole).toString()};
}

void GalleryGrid::aim(const QPoint& point)
{
    m_aiming = true;
    m_autoScroll.start(AutoScrollMs, this);
    dragTo(point);
}

void GalleryGrid::aimNowhere()
{
    if (!std::exchange(m_aiming, false))
        return;
    endAim();
}

void GalleryGrid::cancelDrag()
{
    if (!isDragging())
        return;
    m_dragged.clear();
    m_pressed = QPersistentModelIndex();
    m_delegate->setMoving({});
    viewport()->unsetCursor();
    endAim();
}

void GalleryGrid::endAim()
{
    m_insertion = -1;
    m_gap = -1;
    m_delegate->setTarget(-1);
    m_autoScroll.stop();
    viewport()->update();
}

int GalleryGrid::insertionAt(const QPoint& point) const
{
    const QSize cell = gridSize();
    const int x = point.x() + cell.width() / 2;
    const int y = std::max(0, point.y() + verticalScrollBar()->value());
    const int column = std::clamp(x / cell.width(), 0, m_columns);
    return std::clamp(y / cell.height() * m_columns + column, 0, lastPlace());
}

int GalleryGrid::gapAt(const QPoint& point) const
{
    const QModelIndex index = indexAt(point);
    if (m_slots.photoAt(index.row()) || index.data(GallerySlotsModel::ShotCodeRole).toString().isEmpty())
        return -1;
    // Near its left edge the first gap is the end of the photos.
    const bool end =
        index.row() == m_slots.photoCount() && point.x() < visualRect(index).left() + gridSize().width() / 4;
    return end ? -1 : index.row();
}

QPoint GalleryGrid::insertionMark() const
{
    const QSize cell = gridSize();
    // At the end of a line the mark stays where the pointer is, although the place begins the next line.
    const int line = std::max(0, m_pointer.y() + verticalScrollBar()->value()) / cell.height();
    int row = m_insertion / m_columns;
    int column = m_insertion % m_columns;
    if (column == 0 && row == line + 1) {
        row = line;
        column = m_columns;
    }
    return {column * cell.width(), row * cell.height() - verticalScrollBar()->value()};
}

void GalleryGrid::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_autoScroll.timerId()) {
        QListView::timerEvent(event);
        return;
    }
    const int edge = Theme::px(AutoScrollEdge);
    const int step = m_pointer.y() < edge                          ? -AutoScrollStep
                     : m_pointer.y() > viewport()->height() - edge ? AutoScrollStep
                                                                   : 0;
    if (step != 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
        dragTo(m_pointer);
    }
}

void GalleryGrid::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(event->rect(), Theme::color(Token::Sunken));
    QListView::paintEvent(event);
    if (!isDragging() && !m_aiming)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintDrag(painter);
}

void GalleryGrid::paintDrag(QPainter& painter) const
{
    constexpr int MarkWidth = 4;
    const QColor focus = Theme::color(Token::Focus);
    if (m_insertion >= 0) {
        const QPoint top = insertionMark();
        const int x = std::clamp(top.x() - MarkWidth / 2, 0, viewport()->width() - MarkWidth);
        painter.setPen(Qt::NoPen);
        painter.setBrush(focus);
        painter.drawRoundedRect(QRectF(x, top.y() + 2, MarkWidth, gridSize().height() - 4), 2, 2);
        painter.drawEllipse(QPointF(x + MarkWidth / 2.0, top.y() + 4.0), 5, 5);
    }

    if (!isDragging())
        return;
    const QSize cell = gridSize();
    const QRectF ghost(m_pointer - QPoint(cell.width() / 4, cell.height() / 4),
                       cell - QSize(2 * GalleryDelegate::Inset, 2 * GalleryDelegate::Inset));
    for (int row = 0; row < m_slots.photoCount(); ++row) {
        const Photo& photo = *m_slots.photoAt(row);
        if (photo.id == m_dragged.front()) {
            PhotoPainter::paint(painter, ghost, photo, m_thumbnails);
            break;
        }
    }
    Box::paint(painter, ghost, 4, Qt::transparent, focus, 2);
    if (m_dragged.size() > 1) {
        const QSize pill = CountPill::size(static_cast<int>(m_dragged.size()));
        CountPill::paint(painter, QRect(ghost.topRight().toPoint() - QPoint(pill.width() / 2, pill.height() / 2), pill),
                         static_cast<int>(m_dragged.size()));
    }
}

}  // namespace Forecourt
