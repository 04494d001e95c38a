// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Forecourt::Box {

// The boxes that controls are painted with. Radii of the design: 4 badge and photo, 6 control, 8 card and menu.

/// A filled box with a line inside its edge. An invalid or transparent colour leaves that part out.
void paint(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& edge,
           qreal edgeWidth = 1);

/// The ring of 2 px that says where the keyboard is, inside the edge of `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius);

/// The same on a filled control: a white line inside the edge, since a petrol ring on petrol would vanish.
void paintFilledFocusRing(QPainter& painter, const QRectF& rect, qreal radius);

}  // namespace Forecourt::Box
