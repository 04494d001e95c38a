// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/lightboxkeys.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>

namespace Forecourt {

namespace {

constexpr int HintGap = 14;
constexpr int CapGap = 6;

int hintWidth(const LightboxKeys::Hint& hint)
{
    return KeyCap::size(hint.key).width() + CapGap + QFontMetrics(Fonts::caption()).horizontalAdvance(hint.words);
}

}  // namespace

LightboxKeys::LightboxKeys(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void LightboxKeys::setKeys(std::vector<Hint> hints)
{
    m_hints = std::move(hints);
    updateGeometry();
    update();
}

QSize LightboxKeys::sizeHint() const
{
    QSize size(0, 0);
    for (const Hint& hint : m_hints)
        size = {size.width() + hintWidth(hint) + HintGap, std::max(size.height(), KeyCap::size(hint.key).height())};
    return size;
}

void LightboxKeys::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ink = Tokens::value(Token::Ink2, true);
    int x = 0;
    for (const Hint& hint : m_hints) {
        const int width = hintWidth(hint);
        // Half a hint would help nobody.
        if (x + width > this->width())
            return;
        const QSize cap = KeyCap::size(hint.key);
        KeyCap::paint(painter, {x, (height() - cap.height()) / 2}, hint.key, ink);
        painter.setFont(Fonts::caption());
        painter.setPen(ink);
        painter.drawText(QRect(x + cap.width() + CapGap, 0, width, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         hint.words);
        x += width + HintGap;
    }
}

}  // namespace Forecourt
