// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/photobanner.h"

#include "models/gallery/gallery.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace Forecourt {

using namespace Qt::StringLiterals;

PhotoBanner::PhotoBanner(ThumbnailSource& thumbnails, QWidget* parent) : QWidget(parent), m_thumbnails(thumbnails)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_thumbnails, &ThumbnailSource::ready, this, [this](const QByteArray& sha) {
        if (sha == m_sha)
            update();
    });
}

void PhotoBanner::setPhoto(const QByteArray& sha, int count)
{
    m_sha = sha;
    m_count = count;
    setAccessibleName(count < 0 ? tr("Primary photo") : tr("Primary photo of %n", nullptr, count));
    update();
}

void PhotoBanner::setRounded(bool rounded)
{
    m_rounded = rounded;
    update();
}

void PhotoBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (m_rounded) {
        QPainterPath clip;
        clip.addRoundedRect(rect(), 8, 8);
        painter.setClipPath(clip);
    }
    painter.fillRect(rect(), Theme::color(Token::Sunken));
    const QImage picture = m_sha.isEmpty() ? QImage() : m_thumbnails.request(m_sha, size() * devicePixelRatioF());
    if (picture.isNull()) {
        const bool here = m_sha.isEmpty();
        const QRectF middle(0, 0, width(), height());
        IconProvider::paint(painter, middle.translated(0, -Theme::px(12)), here ? u"photo-off"_s : u"cloud-down"_s,
                            Theme::color(Token::Ink3), 22);
        painter.setFont(Fonts::second());
        painter.setPen(Theme::color(Token::Ink3));
        painter.drawText(middle.translated(0, Theme::px(14)), Qt::AlignCenter,
                         here ? tr("No photo yet") : tr("Photo is on its way"));
        return;
    }
    QRectF target(QPointF(), QSizeF(picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding));
    target.moveCenter(QRectF(rect()).center());
    painter.drawImage(target, picture);
    if (m_count < 0)
        return;
    const QString text = u"%1 / %2"_s.arg(formatCount(m_count), formatCount(Gallery::MaxPhotos));
    const QFont font = Fonts::secondMedium();
    const int textWidth = QFontMetrics(font).horizontalAdvance(text);
    const QRectF plate(10, height() - Theme::px(32), textWidth + Theme::px(38), Theme::px(22));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(11, 16, 18, 215));
    painter.drawRoundedRect(plate, 4, 4);
    IconProvider::paint(painter, QRectF(plate.left() + 7, plate.top(), 16, plate.height()), u"photo"_s, Qt::white, 14);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(plate.adjusted(Theme::px(28), 0, 0, 0), Qt::AlignVCenter, text);
}

void PhotoBanner::setCorner(QWidget* corner)
{
    // Not a layout: that would take over the height of the banner.
    m_corner = corner;
}

void PhotoBanner::resizeEvent(QResizeEvent*)
{
    if (!m_corner)
        return;
    m_corner->adjustSize();
    m_corner->move(width() - m_corner->width() - 8, 8);
}

void PhotoBanner::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

}  // namespace Forecourt
