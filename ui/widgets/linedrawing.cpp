// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/linedrawing.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Forecourt {

namespace {

QPen plainPen()
{
    return QPen(Theme::color(Token::Line2), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPen accentPen()
{
    return QPen(Theme::color(Token::Focus), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPen dashedPen(const QColor& color)
{
    QPen pen(color, 2, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({2, 1.5});
    return pen;
}

void drawLot(QPainter& painter)
{
    painter.setPen(plainPen());
    painter.drawLine(4, 54, 116, 54);
    painter.drawLine(10, 54, 24, 16);
    painter.drawLine(40, 54, 47, 16);
    painter.drawLine(68, 54, 68, 16);
    painter.drawLine(97, 54, 89, 16);
    painter.drawLine(114, 54, 104, 24);
    painter.setPen(dashedPen(Theme::color(Token::Focus)));
    painter.drawRoundedRect(QRectF(50, 28, 14, 10), 2, 2);
}

void drawPhotos(QPainter& painter)
{
    QPen dashes = plainPen();
    dashes.setDashPattern({3, 2.5});
    dashes.setCapStyle(Qt::FlatCap);
    painter.setPen(dashes);
    painter.drawRoundedRect(QRectF(28, 9, 64, 46), 5, 5);
    painter.setPen(accentPen());
    painter.drawPolyline(QPolygonF({{43, 44}, {56, 29}, {65, 39}, {71, 33}, {79, 44}}));
}

void drawMessages(QPainter& painter)
{
    painter.setPen(plainPen());
    painter.drawRoundedRect(QRectF(25, 12, 44, 27), 6, 6);
    painter.setPen(accentPen());
    painter.setBrush(Theme::color(Token::Sheet));
    painter.drawRoundedRect(QRectF(57, 29, 37, 22), 6, 6);
}

void drawRoad(QPainter& painter)
{
    painter.setPen(plainPen());
    painter.drawLine(30, 58, 54, 6);
    painter.drawLine(90, 58, 66, 6);
    QPen lane(Theme::color(Token::Warn), 3, Qt::CustomDashLine, Qt::FlatCap);
    lane.setDashPattern({2.4, 2.2});
    painter.setPen(lane);
    painter.drawLine(60, 58, 60, 10);
}

void drawTag(QPainter& painter)
{
    painter.setPen(plainPen());
    painter.drawRoundedRect(QRectF(34, 21, 52, 22), 11, 11);
    painter.drawLine(60, 29, 78, 29);
    painter.drawLine(60, 35, 72, 35);
    painter.setPen(accentPen());
    painter.drawEllipse(QPointF(46, 32), 4.5, 4.5);
}

void drawConnection(QPainter& painter)
{
    painter.setPen(plainPen());
    painter.drawLine(14, 32, 46, 32);
    painter.drawLine(76, 32, 106, 32);
    QPen plug = accentPen();
    plug.setColor(Theme::color(Token::Warn));
    plug.setWidthF(2.5);
    painter.setPen(plug);
    QPainterPath half;
    half.moveTo(46, 22);
    half.arcTo(QRectF(36, 22, 20, 20), 90, -180);
    half.closeSubpath();
    painter.drawPath(half);
    painter.drawLine(75, 21, 75, 43);
    painter.drawLine(67, 26, 75, 26);
    painter.drawLine(67, 38, 75, 38);
}

}  // namespace

LineDrawing::LineDrawing(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LineDrawing::setDrawing(EmptyState::Drawing drawing)
{
    m_drawing = drawing;
    setVisible(drawing != EmptyState::Drawing::None);
    update();
}

void LineDrawing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (m_drawing) {
    case EmptyState::Drawing::Lot: drawLot(painter); break;
    case EmptyState::Drawing::Photos: drawPhotos(painter); break;
    case EmptyState::Drawing::Messages: drawMessages(painter); break;
    case EmptyState::Drawing::Road: drawRoad(painter); break;
    case EmptyState::Drawing::Tag: drawTag(painter); break;
    case EmptyState::Drawing::Connection: drawConnection(painter); break;
    case EmptyState::Drawing::None: break;
    }
}

}  // namespace Forecourt
