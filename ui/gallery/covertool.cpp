// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/covertool.h"

#include "ui/gallery/boxhandles.h"
#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace Forecourt {

namespace {

constexpr double CoverReach = 9;
constexpr double LeastBox = 0.01;
constexpr double KeyPixels = 4;
constexpr double LargeKeyPixels = 24;
constexpr QSizeF NewBox(0.2, 0.06);  // about a plate
// A press without a drag is meant to choose, not to draw.
constexpr double LeastDrawn = 5;

QRectF inside(const QRectF& box)
{
    return BoxHandles::dragged(box, BoxHandles::Whole, {}, 0, LeastBox);
}

}  // namespace

int CoverTool::chosen() const
{
    return m_chosen < static_cast<int>(m_draft.covers().size()) ? m_chosen : -1;
}

void CoverTool::choose(int cover)
{
    m_chosen = cover;
    Q_EMIT chosenChanged();
    Q_EMIT repaintWanted();
}

void CoverTool::chooseNext(int direction)
{
    const auto count = static_cast<int>(m_draft.covers().size());
    if (count > 0)
        choose(chosen() < 0 ? 0 : (chosen() + direction + count) % count);
}

void CoverTool::addBox(const QRectF& box, int gesture)
{
    if (isFull())
        return;
    std::vector<PhotoCover> covers = m_draft.covers();
    PhotoCover cover = m_material;
    cover.box = inside(box);
    covers.push_back(cover);
    m_chosen = static_cast<int>(covers.size()) - 1;
    m_draft.setCovers(covers, gesture);
    choose(m_chosen);
}

void CoverTool::add(const EditFrame& frame)
{
    const QPointF middle = frame.toUpright(frame.rect().center());
    addBox({middle.x() - NewBox.width() / 2, middle.y() - NewBox.height() / 2, NewBox.width(), NewBox.height()}, 0);
}

void CoverTool::removeChosen()
{
    if (chosen() < 0)
        return;
    std::vector<PhotoCover> covers = m_draft.covers();
    covers.erase(covers.begin() + chosen());
    const auto left = static_cast<int>(covers.size());
    m_draft.setCovers(covers);
    choose(std::min(m_chosen, left - 1));
}

void CoverTool::setMaterial(PhotoCover::With with, const QByteArray& logoSha)
{
    m_material.with = with;
    m_material.logoSha = with == PhotoCover::With::Logo ? logoSha : QByteArray();
    if (chosen() >= 0) {
        std::vector<PhotoCover> covers = m_draft.covers();
        PhotoCover& cover = covers[static_cast<size_t>(chosen())];
        cover.with = m_material.with;
        cover.logoSha = m_material.logoSha;
        m_draft.setCovers(covers);
    }
    Q_EMIT chosenChanged();
}

PhotoCover CoverTool::material() const
{
    return chosen() >= 0 ? m_draft.covers()[static_cast<size_t>(chosen())] : m_material;
}

void CoverTool::setBox(int cover, const QRectF& box, int gesture)
{
    std::vector<PhotoCover> covers = m_draft.covers();
    covers[static_cast<size_t>(cover)].box = box;
    m_draft.setCovers(covers, gesture);
}

CoverTool::Hit CoverTool::hitAt(const QPointF& point, const EditFrame& frame) const
{
    // Measured along the sides of the boxes, which lie askew on a straightened photo, in pixels of the screen.
    const QSizeF size = frame.uprightSize();
    const QTransform toPixels = QTransform::fromScale(size.width(), size.height());
    const QPointF at = toPixels.map(frame.toUpright(point));
    const auto grip = [&](int cover) {
        return BoxHandles::gripAt(toPixels.mapRect(m_draft.covers()[static_cast<size_t>(cover)].box), at, CoverReach);
    };
    if (chosen() >= 0)
        if (const int held = grip(chosen()); held != BoxHandles::None)
            return {chosen(), held};
    for (int cover = static_cast<int>(m_draft.covers().size()) - 1; cover >= 0; --cover)
        if (grip(cover) != BoxHandles::None)
            return {cover, BoxHandles::Whole};
    return {};
}

void CoverTool::paint(QPainter& painter, const EditFrame& frame) const
{
    painter.setBrush(Qt::NoBrush);
    for (size_t i = 0; i < m_draft.covers().size(); ++i) {
        const QPolygonF outline = frame.coverOnScreen(m_draft.covers()[i].box);
        const bool held = static_cast<int>(i) == chosen();
        painter.setPen(QPen(Tokens::value(Token::Sunken, true), held ? 4 : 3));
        painter.drawPolygon(outline);
        painter.setPen(QPen(held ? Tokens::value(Token::Focus, true) : QColor(Qt::white), held ? 2 : 1));
        painter.drawPolygon(outline);
    }
    if (chosen() < 0)
        return;
    const QRectF& box = m_draft.covers()[static_cast<size_t>(chosen())].box;
    const QPolygonF corners = frame.coverOnScreen(box);
    painter.setPen(QPen(Tokens::value(Token::Focus, true), 1.5));
    painter.setBrush(Qt::white);
    for (int i = 0; i < 4; ++i)
        painter.drawEllipse(corners[i], 4.5, 4.5);
}

void CoverTool::press(const QPointF& point, const EditFrame& frame)
{
    const Hit hit = hitAt(point, frame);
    m_pressedAt = point;
    m_gesture = m_draft.newGesture();
    m_grip = hit.grip;
    m_drawing = hit.cover < 0 && frame.rect().contains(point) && !isFull();
    choose(hit.cover);
    if (hit.cover >= 0)
        m_before = m_draft.covers()[static_cast<size_t>(hit.cover)].box;
}

void CoverTool::drag(const QPointF& point, const EditFrame& frame)
{
    if (m_drawing) {
        if (QLineF(m_pressedAt, point).length() < LeastDrawn)
            return;
        const QRectF drawn =
            QRectF(frame.toUpright(m_pressedAt), frame.toUpright(point)).normalized() & QRectF(0, 0, 1, 1);
        if (drawn.width() < LeastBox || drawn.height() < LeastBox)
            return;
        if (chosen() < 0)
            addBox(drawn, m_gesture);
        else
            setBox(chosen(), drawn, m_gesture);
    } else if (chosen() >= 0 && m_grip != BoxHandles::None) {
        setBox(chosen(), BoxHandles::dragged(m_before, m_grip, frame.uprightDistance(point - m_pressedAt), 0, LeastBox),
               m_gesture);
    }
}

void CoverTool::release()
{
    m_drawing = false;
    m_grip = BoxHandles::None;
}

bool CoverTool::key(const QKeyEvent& event, const EditFrame& frame)
{
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: removeChosen(); return true;
    case Qt::Key_Insert: add(frame); return true;
    case Qt::Key_PageDown: chooseNext(); return true;
    case Qt::Key_PageUp: chooseNext(-1); return true;
    default: break;
    }
    const QPointF direction = arrow(event);
    if (direction.isNull() || chosen() < 0)
        return false;
    const QRectF& box = m_draft.covers()[static_cast<size_t>(chosen())].box;
    const double pixels = event.modifiers().testFlag(Qt::ControlModifier) ? LargeKeyPixels : KeyPixels;
    const QPointF step = frame.uprightDistance(direction * pixels);
    if (!event.modifiers().testFlag(Qt::ShiftModifier)) {
        setBox(chosen(), BoxHandles::dragged(box, BoxHandles::Whole, step, 0, LeastBox), 0);
        return true;
    }
    // Right and down make it larger on the screen, however the photo is turned.
    const double grows = direction.x() + direction.y() > 0 ? 1 : -1;
    const bool wide =
        std::abs(step.x()) * frame.uprightSize().width() > std::abs(step.y()) * frame.uprightSize().height();
    const QPointF by = wide ? QPointF(grows * std::abs(step.x()), 0) : QPointF(0, grows * std::abs(step.y()));
    setBox(chosen(), BoxHandles::dragged(box, wide ? BoxHandles::Right : BoxHandles::Bottom, by, 0, LeastBox), 0);
    return true;
}

Qt::CursorShape CoverTool::cursorAt(const QPointF& point, const EditFrame& frame) const
{
    const Hit hit = hitAt(point, frame);
    if (hit.cover < 0)
        return frame.rect().contains(point) ? Qt::CrossCursor : Qt::ArrowCursor;
    return hit.grip == BoxHandles::Whole ? Qt::SizeAllCursor : Qt::PointingHandCursor;
}

}  // namespace Forecourt
