// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sitesquare.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace Forecourt {

namespace {

int siteTextLeft()
{
    return Theme::px(14);
}

}  // namespace

SiteSquare::SiteSquare(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SiteSquare::setSite(const QString& siteCode, const QString& text)
{
    m_siteCode = siteCode;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void SiteSquare::paint(QPainter& painter, const QRect& rect, const QColor& siteColor)
{
    const int above = (rect.height() - Side) / 2;
    Box::paint(painter, QRectF(rect.x(), rect.y() + above, Side, Side), 2, siteColor, QColor());
}

void SiteSquare::paint(QPainter& painter, const QRect& rect, const QColor& siteColor, const QString& text,
                       const QColor& ink)
{
    paint(painter, rect, siteColor);
    const QFont font = Fonts::secondMedium();
    painter.save();
    painter.setFont(font);
    painter.setPen(ink);
    const QRect words = rect.adjusted(siteTextLeft(), 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
    painter.restore();
}

QSize SiteSquare::sizeHint() const
{
    const QFontMetrics metrics(Fonts::secondMedium());
    return {siteTextLeft() + metrics.horizontalAdvance(m_text) + 1, Fonts::lineHeight(TextRole::Second)};
}

void SiteSquare::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), Theme::siteColor(m_siteCode), m_text, Theme::color(isEnabled() ? Token::Ink : Token::Ink3));
}

void SiteSquare::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

}  // namespace Forecourt
