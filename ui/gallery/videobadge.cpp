// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/videobadge.h"

#include "ui/gallery/videowords.h"
#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// In both themes: it lies on pictures, not on a surface.
constexpr QColor BadgeGround(10, 16, 18, 190);

}  // namespace

void VideoBadge::paintSign(QPainter& painter, const QRectF& tile, int side)
{
    const qreal across = Theme::px(side);
    const QRectF disc(tile.center() - QPointF(across / 2, across / 2), QSizeF(across, across));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5));
    painter.setBrush(BadgeGround);
    painter.drawEllipse(disc);
    IconProvider::paint(painter, disc, u"player-play"_s, Qt::white, side / 2);
    painter.restore();
}

void VideoBadge::paintLength(QPainter& painter, const QRectF& tile, qreal left, qint64 durationMs)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Fonts::captionStrong());
    const QString text = VideoWords::clock(durationMs);
    const qreal height = Theme::px(15);
    const QRectF box(left, tile.bottom() - 5 - height, QFontMetricsF(painter.font()).horizontalAdvance(text) + 8,
                     height);
    Box::paint(painter, box, 3, BadgeGround, Qt::transparent);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace Forecourt
