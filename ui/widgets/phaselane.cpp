// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/phaselane.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace Forecourt {

PhaseLane::PhaseLane(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PhaseLane::setStep(int step, const QString& word)
{
    m_step = step;
    setAccessibleName(word);
    setToolTip(word);
    update();
}

Token PhaseLane::tokenOf(int step)
{
    static constexpr std::array<Token, Steps> colors{Token::Info, Token::Warn, Token::C1, Token::Ok,
                                                     Token::Vio,  Token::Ink2, Token::C3};
    return colors[static_cast<std::size_t>(std::clamp(step, 0, Steps - 1))];
}

void PhaseLane::paint(QPainter& painter, const QRectF& rect, int step)
{
    constexpr qreal gap = 2;
    constexpr qreal thickness = 3;
    const qreal dash = (rect.width() - gap * (Steps - 1)) / Steps;
    const qreal top = qRound(rect.center().y() - thickness / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < Steps; ++i) {
        painter.setBrush(Theme::color(i == step ? tokenOf(step) : i < step ? Token::C3 : Token::Line2));
        painter.drawRoundedRect(QRectF(rect.x() + i * (dash + gap), top, dash, thickness), 1, 1);
    }
    painter.restore();
}

QSize PhaseLane::sizeHint() const
{
    return {Theme::px(RowWidth), 5};
}

void PhaseLane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()), m_step);
}

}  // namespace Forecourt
