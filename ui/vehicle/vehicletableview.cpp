// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicletableview.h"

#include "models/vehicle/vehicletablemodel.h"
#include "ui/vehicle/vehicleheader.h"
#include "ui/vehicle/vehiclerowdelegate.h"
#include "ui/widgets/singlekeys.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace Forecourt {

VehicleTableView::VehicleTableView(QWidget* parent) : QTableView(parent)
{
    setHorizontalHeader(new VehicleHeader(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    applyRowHeight();
}

void VehicleTableView::setRowHeight(int atHundredPercent)
{
    m_rowHeight = atHundredPercent;
    applyRowHeight();
}

void VehicleTableView::applyRowHeight()
{
    verticalHeader()->setDefaultSectionSize(Theme::px(m_rowHeight));
}

void VehicleTableView::setVehicles(VehicleTableModel* model)
{
    setModel(model);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &VehicleTableView::rowsSelected);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { viewport()->update(); });
}

VehicleId VehicleTableView::currentVehicle() const
{
    return currentIndex().isValid() ? currentIndex().data(VehicleTableModel::IdRole).value<VehicleId>() : VehicleId();
}

QList<int> VehicleTableView::selectedRowNumbers() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool VehicleTableView::isOnTick(const QPoint& position) const
{
    const int photo = static_cast<int>(VehicleColumn::Photo);
    const int left = columnViewportPosition(photo);
    return !isColumnHidden(photo) && position.x() >= left &&
           position.x() < left + Theme::px(VehicleRowDelegate::TickWidth);
}

QItemSelectionModel::SelectionFlags VehicleTableView::selectionCommand(const QModelIndex& index,
                                                                       const QEvent* event) const
{
    if (event && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove)) {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        if (mouse->modifiers() == Qt::NoModifier && isOnTick(mouse->position().toPoint())) {
            return event->type() == QEvent::MouseButtonPress
                       ? QItemSelectionModel::Toggle | QItemSelectionModel::Rows
                       : QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate);
        }
    }
    return QTableView::selectionCommand(index, event);
}

void VehicleTableView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (!currentVehicle().isNull())
            Q_EMIT opened(currentVehicle());
        return;
    }
    if (event->key() == Qt::Key_Space && plain) {
        Q_EMIT peekRequested();
        return;
    }
    if (SingleKeys::isPressed(*event, Qt::Key_J) || SingleKeys::isPressed(*event, Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QTableView::keyPressEvent(&arrow);
        return;
    }
    if (SingleKeys::isPressed(*event, Qt::Key_X)) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        return;
    }
    QTableView::keyPressEvent(event);
}

void VehicleTableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !isOnTick(event->position().toPoint()) && !currentVehicle().isNull()) {
        Q_EMIT opened(currentVehicle());
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

void VehicleTableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    const QRect row(0, rowViewportPosition(currentIndex().row()), viewport()->width(), rowHeight(currentIndex().row()));
    QPainter painter(viewport());
    painter.setPen(QPen(Theme::color(Token::Focus), 2));
    painter.drawRect(row.adjusted(1, 0, -1, -2));
}

void VehicleTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        Q_EMIT resized();
}

void VehicleTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyRowHeight();
}

}  // namespace Forecourt
