// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/button.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace Forecourt {

namespace {

constexpr int ButtonGap = 6;
constexpr qreal ButtonRadius = 6;

int buttonIconPx()
{
    return Theme::px(16);
}

TextRole buttonRole(Button::Size size)
{
    switch (size) {
    case Button::Size::Small: return TextRole::SecondMedium;
    case Button::Size::Normal:
    case Button::Size::Large: return TextRole::BodyMedium;
    }
    Q_UNREACHABLE();
    return TextRole::BodyMedium;
}

int buttonPadding(Button::Size size)
{
    switch (size) {
    case Button::Size::Small: return Theme::px(8);
    case Button::Size::Normal: return Theme::px(10);
    case Button::Size::Large: return Theme::px(14);
    }
    Q_UNREACHABLE();
    return 0;
}

}  // namespace

Button::Button(QWidget* parent) : QPushButton(parent)
{
    setFont(Fonts::font(buttonRole(m_size)));
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
}

Button::Button(const QString& text, Kind kind, QWidget* parent) : Button(parent)
{
    m_kind = kind;
    setText(text);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setSize(Size size)
{
    m_size = size;
    setFont(Fonts::font(buttonRole(m_size)));
    updateGeometry();
}

void Button::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QKeySequence& keys)
{
    m_keyHint = keys;
    announceKeyHint();
    updateGeometry();
    update();
}

void Button::announceKeyHint()
{
    setAccessibleDescription(m_keyHint.toString(QKeySequence::NativeText));
}

int Button::controlHeight() const
{
    switch (m_size) {
    case Size::Small: return Theme::px(24);
    case Size::Normal: return Theme::px(28);
    case Size::Large: return Theme::px(36);
    }
    Q_UNREACHABLE();
    return 0;
}

QSize Button::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = 2 * buttonPadding(m_size);
    width += metrics.size(Qt::TextShowMnemonic, text()).width();
    if (!m_iconName.isEmpty())
        width += buttonIconPx() + (text().isEmpty() ? 0 : ButtonGap);
    if (!m_keyHint.isEmpty())
        width += KeyCap::size(m_keyHint).width() + ButtonGap;
    if (menu() != nullptr)
        width += buttonIconPx();
    return {width, controlHeight()};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

Button::Look Button::look() const
{
    const bool hovered = underMouse();
    const bool pressed = isDown() || isChecked();
    Look look;
    const auto background = [&](Token still, Token over, Token down) {
        return Theme::color(pressed ? down : hovered ? over : still);
    };
    switch (m_kind) {
    case Kind::Default:
        look = {background(Token::Raised, Token::Hover, Token::Press), Theme::color(Token::Line2),
                Theme::color(Token::Ink), Theme::color(Token::Ink2), false};
        break;
    case Kind::Primary:
        look.fill = look.edge = background(Token::Accent, Token::AccentHover, Token::AccentPress);
        look.ink = look.iconInk = Theme::color(Token::AccentInk);
        look.filled = true;
        break;
    case Kind::Ghost:
        look.fill = pressed ? Theme::color(Token::Press) : hovered ? Theme::color(Token::Hover) : QColor();
        look.ink = look.iconInk = Theme::color(pressed ? Token::Ink : Token::Ink2);
        break;
    case Kind::Danger:
        look = {background(Token::Raised, Token::BadSoft, Token::BadSoft), Theme::color(Token::BadLine),
                Theme::color(Token::BadText), Theme::color(Token::BadText), false};
        break;
    case Kind::DangerFill:
        look.fill = look.edge = pressed   ? Theme::color(Token::BadFill).darker(125)
                                : hovered ? Theme::color(Token::BadFill).darker(112)
                                          : Theme::color(Token::BadFill);
        look.ink = look.iconInk = Theme::color(Token::AccentInk);
        look.filled = true;
        break;
    }
    if (!isEnabled()) {
        const bool bare = m_kind == Kind::Ghost;
        look = {bare ? QColor() : Theme::color(Token::Sunken), bare ? QColor() : Theme::color(Token::Line),
                Theme::color(Token::Ink3), Theme::color(Token::Ink3), false};
    }
    return look;
}

void Button::paintFrame(QPainter& painter, const Look& look) const
{
    const QRectF box = QRectF(rect());
    Box::paint(painter, box, ButtonRadius, look.fill, look.edge);
    if (!hasFocus())
        return;
    if (look.filled)
        Box::paintFilledFocusRing(painter, box, ButtonRadius);
    else
        Box::paintFocusRing(painter, box, ButtonRadius);
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Look now = look();
    paintFrame(painter, now);

    const QSize hint = sizeHint();
    const int slack = std::max(0, width() - hint.width());
    // Buttons wider than their words keep the words in the middle, as in a dialog's column.
    int x = buttonPadding(m_size) + slack / 2;
    const int end = width() - buttonPadding(m_size) - slack / 2;
    if (!m_iconName.isEmpty()) {
        IconProvider::paint(painter, QRectF(x, 0, buttonIconPx(), height()), m_iconName, now.iconInk, buttonIconPx());
        x += buttonIconPx() + ButtonGap;
    }
    int textEnd = end;
    if (menu() != nullptr) {
        textEnd -= buttonIconPx();
        IconProvider::paint(painter, QRectF(textEnd, 0, buttonIconPx(), height()), QStringLiteral("chevron-down"),
                            now.iconInk, Theme::px(14));
    }
    if (!m_keyHint.isEmpty()) {
        const QSize caps = KeyCap::size(m_keyHint);
        textEnd -= caps.width();
        KeyCap::paint(painter, QPoint(textEnd, (height() - caps.height()) / 2), m_keyHint,
                      now.filled ? now.ink : QColor());
        textEnd -= ButtonGap;
    }
    painter.setFont(font());
    painter.setPen(now.ink);
    QStyleOptionButton option;
    initStyleOption(&option);
    const bool underlined = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    painter.drawText(QRect(x, 0, textEnd - x, height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine |
                         (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     text());
}

void Button::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        const QFont wanted = Fonts::font(buttonRole(m_size));
        if (wanted != font())
            setFont(wanted);
        updateGeometry();
    } else if (event->type() == QEvent::LanguageChange) {
        announceKeyHint();
        updateGeometry();
    }
}

}  // namespace Forecourt
