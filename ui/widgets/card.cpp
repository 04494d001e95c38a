// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/card.h"

#include "ui/widgets/box.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace Forecourt {

Card::Card(QWidget* parent) : QFrame(parent), m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(12, 12, 12, 12);
    m_content->setSpacing(8);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    Box::paint(painter, QRectF(rect()), 8, Theme::color(Token::Raised), Theme::color(Token::Line));
}

}  // namespace Forecourt
