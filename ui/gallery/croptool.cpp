// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/croptool.h"

#include "ui/gallery/boxhandles.h"
namespace Forecourt {

namespace {

constexpr double CropReach = 10;
constexpr double KeyStep = 0.005;
constexpr double LargeKeyStep = 0.05;

}  // namespace

CropTool::Ratio CropTool::asTaken() const
{
    return {static_cast<double>(m_draft.frame().width()), static_cast<double>(m_draft.frame().height())};
}

double CropTool::aspect() const
{
    const QSizeF frame = m_draft.frame();
    if (m_ratio.width <= 0 || frame.isEmpty())
        return 0;
    return m_ratio.width / m_ratio.height * frame.height() / frame.width();
}

void CropTool::setRatio(const Ratio& ratio)
{
    m_ratio = ratio;
    if (aspect() > 0)
        setCrop(BoxHandles::ofAspect(m_draft.edit().crop, aspect()), 0);
}

void CropTool::setCrop(const QRectF& crop, int gesture)
{
    PhotoEdit edit = m_draft.edit();
    edit.crop = crop;
    m_draft.setEdit(edit, gesture);
}

void CropTool::paint(QPainter& painter, const EditFrame& frame) const
{
    const QRectF crop = frame.toScreen(m_draft.edit().crop);
    QColor line(Qt::white);
    line.setAlpha(110);
    painter.setPen(QPen(line, 1));
    for (const int third : {1, 2}) {
        const double x = crop.left() + crop.width() * third / 3;
        const double y = crop.top() + crop.height() * third / 3;
        painter.drawLine(QPointF(x, crop.top()), QPointF(x, crop.bottom()));
        painter.drawLine(QPointF(crop.left(), y), QPointF(crop.right(), y));
    }
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(crop);
    BoxHandles::paint(painter, crop);
}

void CropTool::press(const QPointF& point, const EditFrame& frame)
{
    m_before = m_draft.edit().crop;
    m_grip = BoxHandles::gripAt(frame.toScreen(m_before), point, CropReach);
    m_pressedAt = point;
    m_gesture = m_draft.newGesture();
}

void CropTool::drag(const QPointF& point, const EditFrame& frame)
{
    if (m_grip != BoxHandles::None)
        setCrop(BoxHandles::dragged(m_before, m_grip, frame.toShares(point - m_pressedAt), aspect(),
                                    PhotoEdit::SmallestCrop),
                m_gesture);
}

void CropTool::release()
{
    m_grip = BoxHandles::None;
}

bool CropTool::key(const QKeyEvent& event, const EditFrame&)
{
    const QPointF direction = arrow(event);
    if (direction.isNull())
        return false;
    const bool sizes = event.modifiers().testFlag(Qt::ShiftModifier);
    const double step = event.modifiers().testFlag(Qt::ControlModifier) ? LargeKeyStep : KeyStep;
    const int grip = !sizes               ? int{BoxHandles::Whole}
                     : direction.x() != 0 ? int{BoxHandles::Right}
                                          : int{BoxHandles::Bottom};
    setCrop(BoxHandles::dragged(m_draft.edit().crop, grip, direction * step, aspect(), PhotoEdit::SmallestCrop), 0);
    return true;
}

Qt::CursorShape CropTool::cursorAt(const QPointF& point, const EditFrame& frame) const
{
    using namespace BoxHandles;
    switch (gripAt(frame.toScreen(m_draft.edit().crop), point, CropReach)) {
    case Left:
    case Right: return Qt::SizeHorCursor;
    case Top:
    case Bottom: return Qt::SizeVerCursor;
    case Left | Top:
    case Right | Bottom: return Qt::SizeFDiagCursor;
    case Right | Top:
    case Left | Bottom: return Qt::SizeBDiagCursor;
    case Whole: return Qt::SizeAllCursor;
    default: return Qt::ArrowCursor;
    }
}

}  // namespace Forecourt
