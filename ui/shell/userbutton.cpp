// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/userbutton.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

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
    if (m_name.isEmpty())
        IconProvider::paint(painter, circle, u"user-circle"_s, Theme::color(Token::Ink2), qRound(side));
    else
        Avatar::paint(painter, circle, m_name);
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
