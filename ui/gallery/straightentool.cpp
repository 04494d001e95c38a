// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/straightentool.h"

#include <QLineF>

#include <cmath>

namespace Forecourt {

namespace {

constexpr int GridParts = 12;
constexpr double FineDegrees = 0.1;
constexpr double CoarseDegrees = 1;

/// Clockwise on the screen.
double angleOf(const QPointF& point, const EditFrame& frame)
{
    return -QLineF(frame.rect().center(), point).angle();
}

}  // namespace

void StraightenTool::setDegrees(double degrees, int gesture)
{
    PhotoEdit edit = m_draft.edit();
    edit.straighten = std::round(degrees / FineDegrees) * FineDegrees;
    m_draft.setEdit(edit, gesture);
}

void StraightenTool::paint(QPainter& painter, const EditFrame& frame) const
{
    const QRectF rect = frame.rect();
    QColor line(Qt::white);
    for (int part = 1; part < GridParts; ++part) {
        line.setAlpha(part % 3 == 0 ? 150 : 70);
        painter.setPen(QPen(line, 1));
        const double x = rect.left() + rect.width() * part / GridParts;
        const double y = rect.top() + rect.height() * part / GridParts;
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
}

void StraightenTool::press(const QPointF& point, const EditFrame& frame)
{
    m_pressedAngle = angleOf(point, frame);
    m_before = m_draft.edit().straighten;
    m_gesture = m_draft.newGesture();
}

void StraightenTool::drag(const QPointF& point, const EditFrame& frame)
{
    setDegrees(m_before + std::remainder(angleOf(point, frame) - m_pressedAngle, 360.0), m_gesture);
}

bool StraightenTool::key(const QKeyEvent& event, const EditFrame&)
{
    const QPointF direction = arrow(event);
    if (direction.isNull())
        return false;
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? CoarseDegrees : FineDegrees;
    setDegrees(m_draft.edit().straighten + (direction.x() - direction.y()) * step, 0);
    return true;
}

Qt::CursorShape StraightenTool::cursorAt(const QPointF&, const EditFrame&) const
{
    return Qt::OpenHandCursor;
}

}  // namespace Forecourt
