// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/userbutton.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// White reads on all of them at 4.5:1 or better, in both themes.
constexpr std::array<QRgb, 6> AvatarColors{0xff8a4a63, 0xff4f6592, 0xff7a5f2a, 0xff3f6f5c, 0xff6a5296, 0xff94513a};

}  // namespace

void UserButton::setPerson(const QString& displayName)
{
    m_name = displayName;
    setAccessibleName(displayName.isEmpty() ? tr("Your menu") : tr("Menu of %1").arg(displayName));
    setToolTip(m_compact ? displayName : QString());
    updateGeometry();
    update();
}

void UserButton::setCompact(bool compact)
{
    m_compact = compact;
    setPerson(m_name);
}

QString UserButton::initials(const QString& displayName)
{
    const QStringList words = displayName.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString letters = words.first().left(1).toUpper();
    if (words.size() > 1)
        letters += words.last().left(1).toUpper();
    return letters;
}

void UserButton::paintAvatar(QPainter& painter, const QRectF& circle, const QString& displayName)
{
    painter.setPen(Qt::NoPen);
    const QString letters = initials(displayName);
    if (letters.isEmpty()) {
        painter.setBrush(Theme::color(Token::Press));
        painter.drawEllipse(circle);
        IconProvider::paint(painter, circle, u"user"_s, Theme::color(Token::Ink2), qRound(circle.width() * 0.62));
        return;
    }
    // The same person has the same colour everywhere, so it comes from the name and not from a counter.
    uint sum = 0;
    for (const QChar letter : displayName)
        sum = sum * 31 + letter.unicode();
    painter.setBrush(QColor::fromRgb(AvatarColors[sum % AvatarColors.size()]));
    painter.drawEllipse(circle);
    QFont font = Fonts::captionStrong();
    font.setPixelSize(qMax(8, qRound(circle.width() * 0.42)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(circle, Qt::AlignCenter, letters);
}

QString UserButton::shortName() const
{
    const QStringList words = m_name.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return m_name;
    return words.first() + u' ' + words.last().left(1) + u'.';
}

QSize UserButton::sizeHint() const
{
    int width = Theme::px(6 + 24 + 4 + 16 + 6);
    if (!m_compact && !m_name.isEmpty())
        width += Theme::px(6) + QFontMetrics(Fonts::bodyMedium()).horizontalAdvance(shortName());
    return {width, Theme::px(32)};
}

void UserButton::paintContent(QPainter& painter)
{
    const qreal side = Theme::px(24);
    const QRectF circle(Theme::px(6), (height() - side) / 2, side, side);
    paintAvatar(painter, circle, m_name);
    if (!m_compact) {
        painter.setFont(Fonts::bodyMedium());
        painter.setPen(Theme::color(Token::Ink));
        painter.drawText(QRectF(rect()).adjusted(circle.right() + Theme::px(6), 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, shortName());
    }
    const QRectF mark(width() - Theme::px(6 + 16), 0, Theme::px(16), height());
    IconProvider::paint(painter, mark, u"chevron-down"_s, Theme::color(Token::Ink2), Theme::px(16));
}

}  // namespace Forecourt
