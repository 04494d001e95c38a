// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/boxhandles.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Forecourt::BoxHandles {

namespace {

constexpr double HandleSize = 9;

/// How far a box with a fixed corner or side can grow in one direction.
double room(double from, double to, bool towardsEnd)
{
    return towardsEnd ? 1 - from : to;
}

QRectF moved(const QRectF& box, const QPointF& by)
{
    return {std::clamp(box.x() + by.x(), 0.0, 1 - box.width()), std::clamp(box.y() + by.y(), 0.0, 1 - box.height()),
            box.width(), box.height()};
}

QRectF stretched(const QRectF& box, int grip, const QPointF& by, double least)
{
    QRectF wanted = box;
    if (grip & Left)
        wanted.setLeft(std::clamp(box.left() + by.x(), 0.0, box.right() - least));
    if (grip & Right)
        wanted.setRight(std::clamp(box.right() + by.x(), box.left() + least, 1.0));
    if (grip & Top)
        wanted.setTop(std::clamp(box.top() + by.y(), 0.0, box.bottom() - least));
    if (grip & Bottom)
        wanted.setBottom(std::clamp(box.bottom() + by.y(), box.top() + least, 1.0));
    return wanted;
}

}  // namespace

int gripAt(const QRectF& box, const QPointF& point, double reach)
{
    if (!box.adjusted(-reach, -reach, reach, reach).contains(point))
        return None;
    int grip = None;
    if (std::abs(point.x() - box.left()) <= reach)
        grip |= Left;
    else if (std::abs(point.x() - box.right()) <= reach)
        grip |= Right;
    if (std::abs(point.y() - box.top()) <= reach)
        grip |= Top;
    else if (std::abs(point.y() - box.bottom()) <= reach)
        grip |= Bottom;
    return grip == None ? int{Whole} : grip;
}

QRectF dragged(const QRectF& box, int grip, const QPointF& by, double aspect, double least)
{
    if (grip == Whole)
        return moved(box, by);
    const QRectF wanted = stretched(box, grip, by, least);
    if (aspect <= 0)
        return wanted;
    // The side that was pulled says how large; a corner goes by the side that was pulled further.
    const bool byWidth = (grip & (Left | Right)) != 0 &&
                         ((grip & (Top | Bottom)) == 0 ||
                          std::abs(wanted.width() - box.width()) >= std::abs(wanted.height() - box.height()) * aspect);
    double width = byWidth ? wanted.width() : wanted.height() * aspect;
    const double widest = (grip & (Left | Right)) != 0 ? room(box.left(), box.right(), (grip & Left) == 0) : 1.0;
    const double highest = (grip & (Top | Bottom)) != 0 ? room(box.top(), box.bottom(), (grip & Top) == 0) : 1.0;
    width = std::max(width, std::max(least, least * aspect));
    width = std::min({width, widest, highest * aspect});
    const double height = width / aspect;
    // What is not pulled stays: the opposite side, or the middle.
    const double x = (grip & Left) ? box.right() - width : (grip & Right) ? box.left() : box.center().x() - width / 2;
    const double y = (grip & Top) ? box.bottom() - height : (grip & Bottom) ? box.top() : box.center().y() - height / 2;
    return moved({x, y, width, height}, {});
}

QRectF ofAspect(const QRectF& box, double aspect)
{
    if (aspect <= 0)
        return box;
    const double width = std::min(box.width(), box.height() * aspect);
    const double height = width / aspect;
    return {box.center().x() - width / 2, box.center().y() - height / 2, width, height};
}

void paint(QPainter& painter, const QRectF& box)
{
    painter.setPen(QPen(Tokens::value(Token::Focus, true), 1.5));
    painter.setBrush(Qt::white);
    const double middleX = box.center().x();
    const double middleY = box.center().y();
    for (const QPointF& point :
         {box.topLeft(), QPointF(middleX, box.top()), box.topRight(), QPointF(box.right(), middleY), box.bottomRight(),
          QPointF(middleX, box.bottom()), box.bottomLeft(), QPointF(box.left(), middleY)})
        painter.drawRect(QRectF(point.x() - HandleSize / 2, point.y() - HandleSize / 2, HandleSize, HandleSize));
}

}  // namespace Forecourt::BoxHandles
