// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/boxedview.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

namespace {

constexpr int BoxedMargin = 12;
constexpr int BoxedCorner = 10;

}  // namespace

BoxedView::BoxedView(QWidget* parent) : QWidget(parent), m_box(new QWidget(this)) {}

void BoxedView::placeBox(QSize size)
{
    const QSize room = this->size() - QSize(2 * BoxedMargin, 2 * BoxedMargin);
    const QSize fitting = size.boundedTo(room);
    m_box->setGeometry(QRect(QPoint((width() - fitting.width()) / 2, (height() - fitting.height()) / 2), fitting));
    update();
}

void BoxedView::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::color(Token::Chrome));
    painter.setPen(Theme::color(Token::Line));
    painter.setBrush(Theme::color(Token::Sheet));
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), BoxedCorner, BoxedCorner);
}

}  // namespace Forecourt
