// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/chromebutton.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace Forecourt {

ChromeButton::ChromeButton(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChromeButton::paintGround(QPainter& painter, const QRectF& body) const
{
    if (!underMouse() && !isDown() && !isChecked())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(isDown() || isChecked() ? Token::Press : Token::RailHover));
    painter.drawRoundedRect(body, radius(), radius());
}

void ChromeButton::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    paintGround(painter, body);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::color(Token::Focus), 2));
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), radius(), radius());
    }
    paintContent(painter);
}

void ChromeButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChromeButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

}  // namespace Forecourt
