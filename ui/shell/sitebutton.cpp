// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/sitebutton.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

void SiteButton::setSite(const QString& code, const QString& name, const QColor& color)
{
    m_code = code;
    m_name = name;
    m_color = color;
    setAccessibleName(tr("Site: %1").arg(code.isEmpty() ? name : code + u' ' + name));
    const QString key = QKeySequence(Qt::CTRL | Qt::Key_L).toString(QKeySequence::NativeText);
    setToolTip(tr("Choose the site") + u' ' + key);
    updateGeometry();
    update();
}

void SiteButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QString SiteButton::words() const
{
    return m_compact && !m_code.isEmpty() ? QString() : m_name;
}

QSize SiteButton::sizeHint() const
{
    const QFontMetrics strong(Fonts::bodyMedium());
    int width = Theme::px(10);
    if (!m_code.isEmpty())
        width += Theme::px(8 + 7) + strong.horizontalAdvance(m_code);
    if (!words().isEmpty())
        width += (m_code.isEmpty() ? 0 : Theme::px(8)) + strong.horizontalAdvance(words());
    return {qMin(width + Theme::px(10 + 16 + 8), Theme::px(320)), Theme::px(30)};
}

void SiteButton::paintContent(QPainter& painter)
{
    qreal x = Theme::px(10);
    painter.setFont(Fonts::bodyMedium());
    const qreal end = width() - Theme::px(8 + 16 + 4);
    if (!m_code.isEmpty()) {
        const qreal side = Theme::px(8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawRoundedRect(QRectF(x, (height() - side) / 2.0, side, side), 2, 2);
        x += side + Theme::px(7);
        painter.setPen(Theme::color(Token::Ink2));
        painter.drawText(QRectF(x, 0, end - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_code);
        x += painter.fontMetrics().horizontalAdvance(m_code) + Theme::px(8);
    }
    if (!words().isEmpty()) {
        painter.setPen(Theme::color(Token::Ink));
        painter.drawText(QRectF(x, 0, end - x, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(words(), Qt::ElideRight, qRound(end - x)));
    }
    const QRectF mark(width() - Theme::px(8 + 16), 0, Theme::px(16), height());
    IconProvider::paint(painter, mark, u"selector"_s, Theme::color(Token::Ink2), Theme::px(16));
}

}  // namespace Forecourt
