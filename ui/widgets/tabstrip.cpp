// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tabstrip.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Forecourt {

namespace {

constexpr int TabGap = 2;
constexpr int TabCountGap = 6;

int tabPadding()
{
    return Theme::px(10);
}

}  // namespace

TabStrip::TabStrip(QWidget* parent) : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setFont(Fonts::bodyMedium());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TabStrip::setCount(int index, int count)
{
    setTabData(index, count);
    setAccessibleTabName(index,
                         count < 0 ? tabText(index) : tabText(index) + QStringLiteral(", ") + formatCount(count));
    // QTabBar measures its tabs again only when something it knows about changes.
    setTabText(index, tabText(index));
    updateGeometry();
    update();
}

int TabStrip::countOf(int index) const
{
    const QVariant stored = tabData(index);
    return stored.isValid() ? stored.toInt() : -1;
}

QSize TabStrip::tabSizeHint(int index) const
{
    int width = 2 * tabPadding() + TabGap + QFontMetrics(Fonts::bodyStrong()).horizontalAdvance(tabText(index));
    if (countOf(index) >= 0)
        width += TabCountGap + QFontMetrics(Fonts::caption()).horizontalAdvance(formatCount(countOf(index)));
    return {width, Theme::px(32)};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(Token::Line));
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void TabStrip::paintTab(QPainter& painter, int index) const
{
    const bool on = index == currentIndex();
    const QRect tab = tabRect(index).adjusted(0, 0, -TabGap, 0);
    const bool strong = on || index == m_hovered;
    painter.setFont(on ? Fonts::bodyStrong() : Fonts::bodyMedium());
    painter.setPen(Theme::color(!isTabEnabled(index) ? Token::Ink3 : strong ? Token::Ink : Token::Ink2));
    const QRect words = tab.adjusted(tabPadding(), 0, -tabPadding(), -1);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, tabText(index));
    if (countOf(index) >= 0) {
        painter.setFont(Fonts::caption());
        painter.setPen(Theme::color(Token::Ink3));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, formatCount(countOf(index)));
    }
    if (on)
        painter.fillRect(QRect(tab.x(), height() - 2, tab.width(), 2), Theme::color(Token::Accent));
    if (on && hasFocus())
        Box::paintFocusRing(painter, QRectF(tab).adjusted(0, 1, 0, -1), 4);
}

void TabStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int over = tabAt(event->position().toPoint());
    if (over != m_hovered) {
        m_hovered = over;
        update();
    }
    QTabBar::mouseMoveEvent(event);
}

void TabStrip::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

void TabStrip::changeEvent(QEvent* event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        if (const QFont wanted = Fonts::bodyMedium(); wanted != font())
            setFont(wanted);
        updateGeometry();
    }
}

}  // namespace Forecourt
