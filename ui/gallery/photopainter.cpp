// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photopainter.h"

#include "models/gallery/photo.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal PhotoRadius = 4;
constexpr qreal UsualAspect = 4.0 / 3;  // what most cameras take

QSize devicePixels(const QPainter& painter, const QRectF& rect)
{
    return (rect.size() * painter.device()->devicePixelRatio()).toSize();
}

}  // namespace

void PhotoPainter::fill(QPainter& painter, const QRectF& rect, const QImage& picture)
{
    const QSizeF shown = rect.size().scaled(QSizeF(picture.size()), Qt::KeepAspectRatio);
    const QRectF part((picture.width() - shown.width()) / 2, (picture.height() - shown.height()) / 2, shown.width(),
                      shown.height());
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(rect, PhotoRadius, PhotoRadius);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.drawImage(rect, picture, part);
    painter.restore();
}

void PhotoPainter::paint(QPainter& painter, const QRectF& rect, const Photo& photo, ThumbnailSource& source)
{
    const QSize pixels = devicePixels(painter, rect);
    const auto longer = static_cast<int>(std::ceil(std::max<qreal>(pixels.width(), pixels.height() * UsualAspect)));
    paintFile(painter, rect, photo.shaFor(longer), source);
}

void PhotoPainter::paintFile(QPainter& painter, const QRectF& rect, const QByteArray& sha, ThumbnailSource& source)
{
    const QImage picture = source.request(sha, devicePixels(painter, rect));
    if (!picture.isNull()) {
        fill(painter, rect, picture);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Token::Press));
    painter.drawRoundedRect(rect, PhotoRadius, PhotoRadius);
    painter.restore();
    switch (source.state(sha)) {
    case ThumbnailSource::State::NotHere:
        IconProvider::paint(painter, rect, u"cloud-down"_s, Theme::color(Token::Ink3), 18);
        break;
    case ThumbnailSource::State::Broken:
        IconProvider::paint(painter, rect, u"photo-off"_s, Theme::color(Token::Ink3), 18);
        break;
    case ThumbnailSource::State::Loading:
    case ThumbnailSource::State::Ready: break;
    }
}

}  // namespace Forecourt
