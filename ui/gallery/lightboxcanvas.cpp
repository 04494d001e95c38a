// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/lightboxcanvas.h"

#include "models/gallery/renditions.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Forecourt {

namespace {

constexpr double ZoomStep = 1.25;
constexpr double WheelNotch = 120;
// Renditions are rounded to whole pixels, of which a thumbnail has few.
constexpr double SameShape = 0.02;

bool isOfShape(QSize picture, QSizeF shape)
{
    return picture.isEmpty() ||
           std::abs(picture.width() * shape.height() / (picture.height() * shape.width()) - 1) < SameShape;
}

}  // namespace

LightboxCanvas::LightboxCanvas(ThumbnailSource& thumbnails, QWidget* parent)
    : QWidget(parent), m_thumbnails(thumbnails), m_centre(0.5, 0.5)
{
    connect(&thumbnails, &ThumbnailSource::ready, this, [this](const QByteArray& sha) {
        if (m_photo && (sha == m_photo->largeSha || sha == m_photo->mediumSha || sha == m_photo->thumbSha))
            refresh();
    });
}

void LightboxCanvas::setPhoto(const Photo* photo)
{
    const bool same = photo && m_photo && photo->id == m_photo->id;
    m_photo = photo ? std::optional(*photo) : std::nullopt;
    if (!same) {
        m_picture = {};
        m_zoom = 0;
        m_centre = {0.5, 0.5};
    }
    refresh();
}

void LightboxCanvas::refresh()
{
    if (m_photo) {
        for (const QByteArray& sha : {m_photo->largeSha, m_photo->mediumSha, m_photo->thumbSha}) {
            if (const QImage picture = m_thumbnails.request(sha, {}); !picture.isNull()) {
                m_picture = picture;
                break;
            }
        }
    }
    update();
    Q_EMIT zoomChanged();
}

// A stand-in is shown as large as the rendition that will take its place.
QSizeF LightboxCanvas::pictureSize() const
{
    if (!m_photo || m_photo->width <= 0 || m_photo->height <= 0)
        return m_picture.size();
    const QSizeF edited = m_photo->editedSize();
    const double longer = std::min<double>(std::max(edited.width(), edited.height()), Renditions::LargePixels);
    // The rendition of an edit may be on its way yet: what is shown instead keeps its own shape.
    const QSizeF shape = isOfShape(m_picture.size(), edited) ? edited : QSizeF(m_picture.size());
    return shape.scaled(longer, longer, Qt::KeepAspectRatio);
}

double LightboxCanvas::fittedZoom() const
{
    const QSizeF picture = pictureSize();
    if (picture.isEmpty())
        return 1;
    const QSizeF room = QSizeF(size()) * devicePixelRatioF();
    return std::min({1.0, room.width() / picture.width(), room.height() / picture.height()});
}

double LightboxCanvas::zoom() const
{
    return m_zoom == 0 ? fittedZoom() : m_zoom;
}

QRectF LightboxCanvas::shownRect() const
{
    const QSizeF shown = pictureSize() * zoom() / devicePixelRatioF();
    const QPointF centre = m_zoom == 0 ? QPointF(0.5, 0.5) : m_centre;
    return {QPointF(width() / 2.0 - shown.width() * centre.x(), height() / 2.0 - shown.height() * centre.y()), shown};
}

void LightboxCanvas::keepInside()
{
    const QSizeF shown = pictureSize() * zoom() / devicePixelRatioF();
    const auto bounded = [](double centre, double room, double length) {
        const double margin = length <= room ? 0.5 : room / length / 2;
        return std::clamp(centre, margin, 1 - margin);
    };
    if (!shown.isEmpty())
        m_centre = {bounded(m_centre.x(), width(), shown.width()), bounded(m_centre.y(), height(), shown.height())};
}

void LightboxCanvas::zoomTo(double wanted, const QPointF& around)
{
    const QSizeF picture = pictureSize();
    if (picture.isEmpty())
        return;
    const double least = fittedZoom();
    if (wanted <= least) {
        fit();
        return;
    }
    const QRectF before = shownRect();
    const QPointF held((around.x() - before.x()) / before.width(), (around.y() - before.y()) / before.height());
    m_zoom = std::min(wanted, MostZoom);
    const QSizeF shown = picture * m_zoom / devicePixelRatioF();
    m_centre = {held.x() + (width() / 2.0 - around.x()) / shown.width(),
                held.y() + (height() / 2.0 - around.y()) / shown.height()};
    keepInside();
    update();
    Q_EMIT zoomChanged();
    Q_EMIT viewChanged();
}

LightboxCanvas::View LightboxCanvas::view() const
{
    return {zoom() / fittedZoom(), m_zoom == 0 ? QPointF(0.5, 0.5) : m_centre};
}

void LightboxCanvas::setView(const View& view)
{
    m_zoom = view.enlarged <= 1 ? 0 : std::min(view.enlarged * fittedZoom(), MostZoom);
    m_centre = view.centre;
    keepInside();
    update();
    Q_EMIT zoomChanged();
}

void LightboxCanvas::zoomIn()
{
    zoomTo(zoom() * ZoomStep, rect().center());
}

void LightboxCanvas::zoomOut()
{
    zoomTo(zoom() / ZoomStep, rect().center());
}

void LightboxCanvas::fit()
{
    m_zoom = 0;
    m_centre = {0.5, 0.5};
    update();
    Q_EMIT zoomChanged();
    Q_EMIT viewChanged();
}

void LightboxCanvas::actualSize()
{
    zoomTo(1, rect().center());
}

void LightboxCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::value(Token::Sunken, true));
    if (!m_photo)
        return;
    if (m_picture.isNull()) {
        const bool missing = m_thumbnails.state(m_photo->thumbSha) == ThumbnailSource::State::NotHere;
        painter.setFont(Fonts::body());
        painter.setPen(Tokens::value(Token::Ink2, true));
        if (missing)
            painter.drawText(rect(), Qt::AlignCenter, tr("This photo has not arrived on this computer yet."));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 3);
    painter.drawImage(shownRect(), m_picture);
}

void LightboxCanvas::wheelEvent(QWheelEvent* event)
{
    zoomTo(zoom() * std::pow(ZoomStep, event->angleDelta().y() / WheelNotch), event->position());
    event->accept();
}

void LightboxCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_zoom == 0)
        return;
    m_dragging = true;
    m_lastPoint = event->position().toPoint();
    setCursor(Qt::ClosedHandCursor);
}

void LightboxCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging)
        return;
    const QPointF moved = event->position() - m_lastPoint;
    m_lastPoint = event->position().toPoint();
    const QSizeF shown = shownRect().size();
    m_centre -= QPointF(moved.x() / shown.width(), moved.y() / shown.height());
    keepInside();
    update();
    Q_EMIT viewChanged();
}

void LightboxCanvas::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    unsetCursor();
}

void LightboxCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (isFitted())
        zoomTo(1, event->position());
    else
        fit();
}

void LightboxCanvas::resizeEvent(QResizeEvent*)
{
    keepInside();
    Q_EMIT zoomChanged();
}

}  // namespace Forecourt
