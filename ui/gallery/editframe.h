// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photodraft.h"

#include <QPolygonF>
#include <QTransform>

namespace Forecourt {

/// Where the photo that is edited lies on the screen: the whole of it, turned and straightened but not cropped.
class EditFrame {
public:
    EditFrame() = default;
    /// As large as `room` allows.
    EditFrame(const PhotoDraft& draft, const QRectF& room);

    const QRectF& rect() const { return m_rect; }
    /// A part of the frame, as shares of it, on the screen.
    QRectF toScreen(const QRectF& share) const;
    /// A distance on the screen as shares of the frame.
    QPointF toShares(const QPointF& distance) const;

    /// A box on the upright original, as shares of that, on the screen: it may lie askew.
    QPolygonF coverOnScreen(const QRectF& box) const;
    /// A point of the screen as shares of the upright original.
    QPointF toUpright(const QPointF& point) const;
    /// A distance on the screen as shares of the upright original.
    QPointF uprightDistance(const QPointF& distance) const;
    /// Pixels of the screen on the whole width and height of the upright original.
    QSizeF uprightSize() const;

private:
    QRectF m_rect;
    QTransform m_uprightToScreen;  ///< from shares
    QTransform m_screenToUpright;
    QSizeF m_upright;
};

}  // namespace Forecourt
