// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace Forecourt {

namespace {

int segmentIconPx()
{
    return Theme::px(16);
}

constexpr int SegmentGap = 6;
constexpr qreal SegmentRadius = 6;

}  // namespace

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMouseTracking(true);
}

int SegmentedControl::addSegment(const QString& text, const QString& iconName, const QString& name)
{
    m_segments.append({text, iconName, name.isEmpty() ? text : name});
    announce();
    updateGeometry();
    return count() - 1;
}

void SegmentedControl::setSegmentText(int index, const QString& text)
{
    Segment& segment = m_segments[index];
    // An icon without words keeps its words for tooltip and screen reader.
    if (segment.iconName.isEmpty() || !segment.text.isEmpty())
        segment.text = text;
    segment.name = text;
    announce();
    updateGeometry();
    update();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (index < 0 || index >= count() || index == m_current)
        return;
    m_current = index;
    announce();
    update();
    Q_EMIT currentIndexChanged(index);
}

void SegmentedControl::announce()
{
    if (m_current < count())
        setAccessibleDescription(m_segments.at(m_current).name);
}

int SegmentedControl::widthOf(const Segment& segment) const
{
    // Measured in the weight of the chosen one, so that choosing moves nothing.
    int width = 2 * Theme::px(10);
    if (!segment.iconName.isEmpty())
        width += segmentIconPx() + (segment.text.isEmpty() ? -4 : SegmentGap);
    return width + QFontMetrics(Fonts::bodyStrong()).horizontalAdvance(segment.text);
}

QRect SegmentedControl::rectOf(int index) const
{
    int x = 0;
    for (int i = 0; i < index; ++i)
        x += widthOf(m_segments.at(i));
    return {x, 0, widthOf(m_segments.at(index)), height()};
}

int SegmentedControl::segmentAt(const QPoint& position) const
{
    for (int i = 0; i < count(); ++i) {
        if (rectOf(i).contains(position))
            return i;
    }
    return -1;
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (const Segment& segment : m_segments)
        width += widthOf(segment);
    return {width, Theme::px(28)};
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(0, 0, sizeHint().width(), height());
    Box::paint(painter, whole, SegmentRadius, Theme::color(Token::Sheet), QColor());
    QPainterPath rounded;
    rounded.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), SegmentRadius - 0.5, SegmentRadius - 0.5);
    for (int i = 0; i < count(); ++i) {
        const Segment& segment = m_segments.at(i);
        const QRect place = rectOf(i);
        const bool on = i == m_current;
        if (on || i == m_hovered) {
            painter.save();
            painter.setClipPath(rounded);
            painter.fillRect(place, Theme::color(on ? Token::AccentSoft : Token::Hover));
            painter.restore();
        }
        const QColor ink = Theme::color(!isEnabled() ? Token::Ink3 : on ? Token::AccentText : Token::Ink2);
        QRect words = place;
        if (!segment.iconName.isEmpty()) {
            const int left =
                segment.text.isEmpty() ? place.center().x() - segmentIconPx() / 2 + 1 : place.x() + Theme::px(10);
            IconProvider::paint(painter, QRectF(left, 0, segmentIconPx(), height()), segment.iconName, ink,
                                segmentIconPx());
            words.setLeft(left + segmentIconPx() + SegmentGap - Theme::px(10));
        }
        painter.setFont(on ? Fonts::bodyStrong() : Fonts::bodyMedium());
        painter.setPen(ink);
        painter.drawText(words, Qt::AlignCenter, segment.text);
        if (i > 0)
            painter.fillRect(QRect(place.x(), 1, 1, height() - 2), Theme::color(Token::Line2));
    }
    Box::paint(painter, whole, SegmentRadius, QColor(), Theme::color(Token::Line2));
    if (hasFocus() && count() > 0)
        Box::paintFocusRing(painter, QRectF(rectOf(m_current)), SegmentRadius);
}

void SegmentedControl::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setCurrentIndex(segmentAt(event->position().toPoint()));
}

void SegmentedControl::mouseMoveEvent(QMouseEvent* event)
{
    const int over = segmentAt(event->position().toPoint());
    if (over != m_hovered) {
        m_hovered = over;
        update();
    }
}

void SegmentedControl::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void SegmentedControl::keyPressEvent(QKeyEvent* event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left: setCurrentIndex(m_current + (mirrored ? 1 : -1)); break;
    case Qt::Key_Right: setCurrentIndex(m_current + (mirrored ? -1 : 1)); break;
    case Qt::Key_Home: setCurrentIndex(0); break;
    case Qt::Key_End: setCurrentIndex(count() - 1); break;
    default: QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

bool SegmentedControl::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int over = segmentAt(help->pos());
        if (over >= 0 && m_segments.at(over).text != m_segments.at(over).name)
            QToolTip::showText(help->globalPos(), m_segments.at(over).name, this, rectOf(over));
        return true;
    }
    return QWidget::event(event);
}

}  // namespace Forecourt
