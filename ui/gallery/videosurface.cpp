// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/videosurface.h"

#include "models/base/whendone.h"
#include "ui/gallery/videopicture.h"
#include "ui/widgets/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QtConcurrent>

#include <utility>

namespace Forecourt {

VideoSurface::VideoSurface(QWidget* parent) : QWidget(parent)
{
    m_thread.setMaxThreadCount(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

VideoSurface::~VideoSurface()
{
    m_thread.waitForDone();
}

void VideoSurface::setPicture(const QImage& picture)
{
    ++m_film;
    m_next = {};
    m_picture = picture;
    update();
}

void VideoSurface::showFrame(const QVideoFrame& frame)
{
    if (!frame.isValid())
        return;
    if (m_busy) {
        m_next = frame;
        return;
    }
    if (!isVideoPicture(frame)) {
        m_picture = frame.toImage();
        Q_EMIT pictureChanged();
        update();
        return;
    }
    m_busy = true;
    const QSize shown = size() * devicePixelRatio();
    const auto converting = QtConcurrent::run(&m_thread, [frame, shown] { return videoPicture(frame, shown); });
    whenDone(converting, this, [this, film = m_film](const QImage& picture) {
        m_busy = false;
        if (film == m_film && !picture.isNull()) {
            m_picture = picture;
            Q_EMIT pictureChanged();
            update();
        }
        showFrame(std::exchange(m_next, {}));
    });
}

void VideoSurface::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::value(Token::Chrome, true));
    if (m_picture.isNull())
        return;
    const QSize shown = m_picture.size().scaled(size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(
        QRect((width() - shown.width()) / 2, (height() - shown.height()) / 2, shown.width(), shown.height()),
        m_picture);
}

void VideoSurface::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

}  // namespace Forecourt
