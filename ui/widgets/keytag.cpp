// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/keytag.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace Forecourt {

namespace {

int tagHead()
{
    return Theme::px(18);
}

int tagTextLeft()
{
    return Theme::px(23);
}

int tagTextRight()
{
    return Theme::px(7);
}

int tagHeight()
{
    return Theme::px(20);
}

/// Round at the head, where the ring goes through, and nearly square at the other end.
QPainterPath tagOutline(const QRectF& tag)
{
    const qreal round = tag.height();
    constexpr qreal corner = 8;
    QPainterPath path;
    path.moveTo(tag.left() + round / 2, tag.top());
    path.lineTo(tag.right() - corner / 2, tag.top());
    path.arcTo(QRectF(tag.right() - corner, tag.top(), corner, corner), 90, -90);
    path.lineTo(tag.right(), tag.bottom() - corner / 2);
    path.arcTo(QRectF(tag.right() - corner, tag.bottom() - corner, corner, corner), 0, -90);
    path.lineTo(tag.left() + round / 2, tag.bottom());
    path.arcTo(QRectF(tag.left(), tag.top(), round, round), 270, -180);
    path.closeSubpath();
    return path;
}

}  // namespace

KeyTag::KeyTag(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyTag::setTag(const QString& stockNumber, const QString& siteCode, const QString& siteName)
{
    m_stockNumber = stockNumber;
    m_siteCode = siteCode;
    setAccessibleName(stockNumber + QStringLiteral(", ") + (siteName.isEmpty() ? siteCode : siteName));
    updateGeometry();
    update();
}

QSize KeyTag::size(const QString& stockNumber)
{
    const int text = QFontMetrics(Fonts::monoMedium()).horizontalAdvance(stockNumber);
    return {tagTextLeft() + text + tagTextRight(), tagHeight()};
}

void KeyTag::paint(QPainter& painter, const QRect& rect, const QString& stockNumber, const QColor& siteColor)
{
    QSize room = size(stockNumber);
    room.setWidth(std::min(room.width(), rect.width()));
    const int above = (rect.height() - room.height()) / 2;
    const QRectF tag = QRectF(QPointF(rect.x(), rect.y() + above), QSizeF(room)).adjusted(0.5, 0.5, -0.5, -0.5);
    const QPainterPath outline = tagOutline(tag);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, Theme::color(Token::Sheet));
    QPainterPath head;
    head.addRect(QRectF(tag.left() - 1, tag.top() - 1, tagHead() + 1, tag.height() + 2));
    painter.setPen(QPen(Theme::color(Token::Line2), 1));
    painter.drawPath(outline);
    // The head covers the line, so that the colour has a clean edge.
    const QPainterPath outer = tagOutline(tag.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.fillPath(outer.intersected(head), siteColor);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Token::Sheet));
    painter.drawEllipse(QPointF(tag.left() + tagHead() / 2.0, tag.center().y()), tagHead() / 6.0, tagHead() / 6.0);

    const QFont font = Fonts::monoMedium();
    painter.setFont(font);
    painter.setPen(Theme::color(Token::Ink));
    const QRectF words(tag.left() + tagTextLeft() - 0.5, tag.top(), tag.width() - tagTextLeft() - tagTextRight() + 3,
                       tag.height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(stockNumber, Qt::ElideMiddle, qRound(words.width())));
    painter.restore();
}

QSize KeyTag::sizeHint() const
{
    return size(m_stockNumber);
}

void KeyTag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_stockNumber, Theme::siteColor(m_siteCode));
}

void KeyTag::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

}  // namespace Forecourt
