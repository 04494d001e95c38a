// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/countpill.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace Forecourt {

CountPill::CountPill(int count, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(count);
}

void CountPill::setCount(int count)
{
    m_count = count;
    setVisible(count > 0);
    setAccessibleName(formatCount(count));
    updateGeometry();
    update();
}

void CountPill::setUrgent(bool urgent)
{
    m_urgent = urgent;
    update();
}

QSize CountPill::size(int count)
{
    const int text = QFontMetrics(Fonts::captionStrong()).horizontalAdvance(formatCount(count));
    return {std::max(Theme::px(18), text + 10), Theme::px(16)};
}

void CountPill::paint(QPainter& painter, const QRect& rect, int count, bool urgent)
{
    QRect pill(QPoint(), size(count));
    pill.moveCenter(rect.center());
    painter.save();
    Box::paint(painter, pill, pill.height() / 2.0, Theme::color(urgent ? Token::BadFill : Token::Accent), QColor());
    painter.setFont(Fonts::captionStrong());
    painter.setPen(Theme::color(Token::AccentInk));
    painter.drawText(pill, Qt::AlignCenter, formatCount(count));
    painter.restore();
}

QSize CountPill::sizeHint() const
{
    return size(m_count);
}

void CountPill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_count, m_urgent);
}

void CountPill::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

}  // namespace Forecourt
