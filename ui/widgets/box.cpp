// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/box.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt::Box {

void paint(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& edge, qreal edgeWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool edged = edge.isValid() && edge.alpha() > 0;
    const qreal inset = edged ? edgeWidth / 2 : 0;
    painter.setPen(edged ? QPen(edge, edgeWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius)
{
    paint(painter, rect, radius, QColor(), Theme::color(Token::Focus), 2);
}

void paintFilledFocusRing(QPainter& painter, const QRectF& rect, qreal radius)
{
    paint(painter, rect.adjusted(1, 1, -1, -1), radius - 1, QColor(), Theme::color(Token::AccentInk), 2);
}

}  // namespace Forecourt::Box
