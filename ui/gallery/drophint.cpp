// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/drophint.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

DropHint::DropHint(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::appear(const QString& words)
{
    m_words = words;
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropHint::paintEvent(QPaintEvent*)
{
    constexpr int Inset = 8;
    constexpr int IconSize = 22;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = Theme::color(Token::AccentSoft);
    veil.setAlphaF(0.82F);
    Box::paint(painter, rect().adjusted(Inset, Inset, -Inset, -Inset), 8, veil, Theme::color(Token::Focus), 2);
    painter.setFont(Fonts::section());
    painter.setPen(Theme::color(Token::AccentText));
    const QRect words = rect().translated(0, IconSize);
    painter.drawText(words, Qt::AlignCenter, m_words);
    IconProvider::paint(painter, rect().translated(0, -IconSize / 2), u"photo-plus"_s, Theme::color(Token::AccentText),
                        IconSize);
}

}  // namespace Forecourt
