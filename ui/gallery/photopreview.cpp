// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photopreview.h"

#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/photopainter.h"

#include <QMouseEvent>
#include <QPainter>

namespace Forecourt {

PhotoPreview::PhotoPreview(ThumbnailSource& thumbnails, QWidget* parent) : QWidget(parent), m_thumbnails(thumbnails)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    connect(&thumbnails, &ThumbnailSource::ready, this, qOverload<>(&QWidget::update));
}

void PhotoPreview::setPhoto(const Photo* photo)
{
    m_photo = photo ? std::optional(*photo) : std::nullopt;
    setAccessibleName(photo ? photo->caption : QString());
    update();
}

QSize PhotoPreview::sizeHint() const
{
    constexpr int UsualWidth = 240;
    return {UsualWidth, heightForWidth(UsualWidth)};
}

void PhotoPreview::paintEvent(QPaintEvent*)
{
    if (!m_photo)
        return;
    QPainter painter(this);
    PhotoPainter::paint(painter, rect(), *m_photo, m_thumbnails);
}

void PhotoPreview::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

}  // namespace Forecourt
