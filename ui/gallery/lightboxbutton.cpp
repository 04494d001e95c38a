// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/lightboxbutton.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

namespace {

constexpr int LightboxButtonHeight = 28;
constexpr int LightboxIconSize = 16;
constexpr int LightboxButtonInset = 10;

}  // namespace

LightboxButton::LightboxButton(const QString& iconName, QWidget* parent) : QAbstractButton(parent), m_iconName(iconName)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void LightboxButton::setIconName(const QString& iconName)
{
    m_iconName = iconName;
    update();
}

void LightboxButton::setName(const QString& name, bool shown)
{
    setAccessibleName(name);
    setText(shown ? name : QString());
    const QString key = m_key.toString(QKeySequence::NativeText);
    setToolTip(key.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, key));
    updateGeometry();
    update();
}

void LightboxButton::setKey(const QKeySequence& key)
{
    m_key = key;
}

void LightboxButton::setLit(bool lit)
{
    m_lit = lit;
    update();
}

QSize LightboxButton::sizeHint() const
{
    const int height = Theme::px(LightboxButtonHeight);
    if (text().isEmpty())
        return {height, height};
    const int words = QFontMetrics(Fonts::bodyMedium()).horizontalAdvance(text());
    const int icon = m_iconName.isEmpty() ? 0 : LightboxIconSize + 6;
    return {words + icon + 2 * LightboxButtonInset, height};
}

void LightboxButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Token fill = isDown() ? Token::Press : underMouse() && isEnabled() ? Token::Hover : Token::Raised;
    Box::paint(painter, rect(), 6, Tokens::value(fill, true), Tokens::value(Token::Line2, true));
    const QColor ink = Tokens::value(m_lit ? Token::AccentText : isEnabled() ? Token::Ink : Token::Ink3, true);
    if (text().isEmpty()) {
        IconProvider::paint(painter, rect(), m_iconName, ink, LightboxIconSize);
    } else {
        QRect words = rect().adjusted(LightboxButtonInset, 0, -LightboxButtonInset, 0);
        if (!m_iconName.isEmpty()) {
            IconProvider::paint(painter, QRectF(words.left(), 0, LightboxIconSize, height()), m_iconName, ink,
                                LightboxIconSize);
            words.setLeft(words.left() + LightboxIconSize + 6);
        }
        painter.setFont(Fonts::bodyMedium());
        painter.setPen(ink);
        painter.drawText(words, Qt::AlignCenter, text());
    }
    if (hasFocus())
        Box::paint(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 5, Qt::transparent,
                   Tokens::value(Token::Focus, true), 2);
}

}  // namespace Forecourt
