// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/editframe.h"

#include <cmath>

namespace Forecourt {

EditFrame::EditFrame(const PhotoDraft& draft, const QRectF& room)
{
    const QSizeF frame = draft.frame();
    if (frame.isEmpty() || room.isEmpty())
        return;
    const QSizeF shown = frame.scaled(room.size(), Qt::KeepAspectRatio);
    m_rect = QRectF(room.center() - QPointF(shown.width() / 2, shown.height() / 2), shown);
    PhotoEdit whole = draft.edit();
    whole.crop = PhotoEdit().crop;
    const double scale = shown.width() / frame.width();
    const QTransform placed = whole.transformFor(draft.original()) * QTransform::fromScale(scale, scale) *
                              QTransform::fromTranslate(m_rect.x(), m_rect.y());
    m_uprightToScreen = QTransform::fromScale(draft.original().width(), draft.original().height()) * placed;
    m_screenToUpright = m_uprightToScreen.inverted();
    const double pixel = std::sqrt(std::abs(placed.determinant()));
    m_upright = QSizeF(draft.original()) * pixel;
}

QRectF EditFrame::toScreen(const QRectF& share) const
{
    return {m_rect.x() + share.x() * m_rect.width(), m_rect.y() + share.y() * m_rect.height(),
            share.width() * m_rect.width(), share.height() * m_rect.height()};
}

QPointF EditFrame::toShares(const QPointF& distance) const
{
    return m_rect.isEmpty() ? QPointF() : QPointF(distance.x() / m_rect.width(), distance.y() / m_rect.height());
}

QPolygonF EditFrame::coverOnScreen(const QRectF& box) const
{
    return m_uprightToScreen.map(QPolygonF(box));
}

QPointF EditFrame::toUpright(const QPointF& point) const
{
    return m_screenToUpright.map(point);
}

QPointF EditFrame::uprightDistance(const QPointF& distance) const
{
    return m_screenToUpright.map(distance) - m_screenToUpright.map(QPointF());
}

QSizeF EditFrame::uprightSize() const
{
    return m_upright;
}

}  // namespace Forecourt
