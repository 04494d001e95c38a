// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFlags>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

/// Boxes on a photo that a hand moves and sizes: the crop, and covers. Rectangles are shares of the photo, 0–1.
namespace Forecourt::BoxHandles {

/// What a hand has got hold of: sides, two of them for a corner, all for the box itself.
enum Grip { None = 0, Left = 1, Right = 2, Top = 4, Bottom = 8, Whole = 15 };

/// What lies under a point, for a box in the same units; `reach` is how far a hand may miss.
int gripAt(const QRectF& box, const QPointF& point, double reach);
/// The box after a drag by `moved`, inside the photo and not smaller than `least`. `aspect` is width by height in
/// shares of the photo, 0 for free.
QRectF dragged(const QRectF& box, int grip, const QPointF& moved, double aspect, double least);
/// The largest box of this aspect inside `box`, with its middle.
QRectF ofAspect(const QRectF& box, double aspect);
/// Paints the eight handles of a box on the screen.
void paint(QPainter& painter, const QRectF& box);

}  // namespace Forecourt::BoxHandles
