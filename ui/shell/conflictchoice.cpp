// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/conflictchoice.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

ConflictChoice::ConflictChoice(const QKeySequence& key, QWidget* parent) : QRadioButton(parent), m_key(key)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ConflictChoice::setChoice(const QString& side, const QString& value, const QString& author)
{
    m_value = value.isEmpty() ? QStringLiteral("—") : value;
    m_author = author;
    setAccessibleName(side + QStringLiteral(": ") + m_value);
    setAccessibleDescription(author);
    setToolTip(m_value);
    update();
}

void ConflictChoice::setKeyShown(bool shown)
{
    m_keyShown = shown;
    update();
}

QSize ConflictChoice::sizeHint() const
{
    return {Theme::px(200),
            Fonts::lineHeight(TextRole::BodyMedium) + Fonts::lineHeight(TextRole::Second) + Theme::px(12)};
}

void ConflictChoice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool picked = isChecked();
    const Token fill = picked ? Token::Sel : isDown() ? Token::Press : underMouse() ? Token::Hover : Token::Sheet;
    Box::paint(painter, QRectF(rect()), 6, Theme::color(fill), Theme::color(picked ? Token::Accent : Token::Line2),
               picked ? 2 : 1);
    const int side = Theme::px(16);
    const QRectF dot(Theme::px(10), (height() - side) / 2.0, side, side);
    painter.setPen(QPen(Theme::color(picked ? Token::Accent : Token::Ctl), picked ? 5 : 1.4));
    painter.setBrush(Theme::color(Token::Sheet));
    const qreal inset = picked ? 2.5 : 0.7;
    painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset));

    const int left = Theme::px(36);
    int right = Theme::px(8);
    if (m_keyShown && !m_key.isEmpty()) {
        const QSize cap = KeyCap::size(m_key);
        right += cap.width() + Theme::px(6);
        KeyCap::paint(painter, {width() - Theme::px(8) - cap.width(), (height() - cap.height()) / 2}, m_key);
    }
    const int top = Theme::px(6);
    const QRect upper(left, top, width() - left - right, Fonts::lineHeight(TextRole::BodyMedium));
    const QRect lower(left, upper.bottom() + 1, upper.width(), Fonts::lineHeight(TextRole::Second));
    painter.setFont(picked ? Fonts::bodyStrong() : Fonts::body());
    painter.setPen(Theme::color(Token::Ink));
    QString line = m_value;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    painter.drawText(upper, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(line, Qt::ElideRight, upper.width()));
    painter.setFont(Fonts::second());
    painter.setPen(Theme::color(Token::Ink2));
    painter.drawText(lower, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_author, Qt::ElideRight, lower.width()));
    if (hasFocus())
        Box::paintFocusRing(painter, QRectF(rect()), 6);
}

}  // namespace Forecourt
