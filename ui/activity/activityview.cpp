// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activityview.h"

#include "ui/widgets/singlekeys.h"

#include <QKeyEvent>

namespace Forecourt {

ActivityView::ActivityView(QWidget* parent) : QListView(parent)
{
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
}

void ActivityView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex().row());
        return;
    }
    if (event->key() == Qt::Key_Space && plain) {
        Q_EMIT peekRequested();
        return;
    }
    if (SingleKeys::isPressed(*event, Qt::Key_J) || SingleKeys::isPressed(*event, Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        QListView::keyPressEvent(&arrow);
        return;
    }
    QListView::keyPressEvent(event);
}

void ActivityView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        Q_EMIT opened(index.row());
        return;
    }
    QListView::mouseDoubleClickEvent(event);
}

void ActivityView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.row());
}

void ActivityView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        scheduleDelayedItemsLayout();
}

}  // namespace Forecourt
