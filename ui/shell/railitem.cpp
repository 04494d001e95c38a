// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/railitem.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

RailItem::RailItem(const QString& iconName, QWidget* parent) : QAbstractButton(parent), m_iconName(iconName)
{
    setAttribute(Qt::WA_Hover);
    setCheckable(true);
    setAutoExclusive(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailItem::setCurrent(bool current)
{
    m_current = current;
    setChecked(current);
    update();
}

void RailItem::setCompact(bool compact)
{
    m_compact = compact;
    updateWords();
    updateGeometry();
    update();
}

void RailItem::setCount(qint64 count)
{
    m_count = count;
    updateWords();
    update();
}

void RailItem::setKey(const QString& shortKey, const QString& wholeKey)
{
    m_shortKey = shortKey;
    m_wholeKey = wholeKey;
    updateWords();
}

void RailItem::setKeysShown(bool shown)
{
    m_keysShown = shown;
    update();
}

void RailItem::setTitle(const QString& title)
{
    setText(title);
    updateWords();
    update();
}

void RailItem::updateWords()
{
    setAccessibleName(text());
    setAccessibleDescription(m_count < 0 ? m_wholeKey : formatCount(m_count) + u' ' + m_wholeKey);
    setToolTip(m_compact ? text() + u' ' + m_wholeKey : QString());
}

QSize RailItem::sizeHint() const
{
    return {Theme::px(m_compact ? 52 : 196), Theme::px(33)};
}

void RailItem::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = Theme::px(8);
    const QRectF body = QRectF(rect()).adjusted(side, 0.5, -side, -0.5);
    if (m_current || underMouse() || isDown()) {
        painter.setPen(m_current ? QPen(Theme::color(Token::Line)) : QPen(Qt::NoPen));
        painter.setBrush(Theme::color(m_current ? Token::Raised : isDown() ? Token::Press : Token::RailHover));
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    if (m_current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(Token::Warn));
        const qreal half = Theme::px(9);
        painter.drawRoundedRect(QRectF(-2, body.center().y() - half, 5, 2 * half), 2, 2);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::color(Token::Focus), 2));
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 6, 6);
    }
    const QColor ink = Theme::color(m_current ? Token::Ink : Token::Ink2);
    const int iconPx = Theme::px(18);
    if (m_compact) {
        IconProvider::paint(painter, body, m_iconName, m_current ? Theme::color(Token::AccentText) : ink, iconPx);
        if (!m_keysShown)
            return;
    } else {
        const QRectF iconRect(body.left() + Theme::px(10), body.top(), iconPx, body.height());
        IconProvider::paint(painter, iconRect, m_iconName, m_current ? Theme::color(Token::AccentText) : ink, iconPx);
    }

    QRectF words = body.adjusted(Theme::px(38), 0, -Theme::px(10), 0);
    const QString key = m_keysShown ? m_shortKey : QString();
    if (!key.isEmpty()) {
        painter.setFont(Fonts::caption());
        const qreal width = qMax<qreal>(Theme::px(16), painter.fontMetrics().horizontalAdvance(key) + Theme::px(8));
        QRectF cap(0, 0, width, Theme::px(16));
        if (m_compact)
            cap.moveTopRight(body.topRight() + QPointF(2, 1));
        else
            cap.moveCenter(QPointF(body.right() - Theme::px(9) - width / 2, body.center().y()));
        painter.setBrush(Theme::color(Token::Raised));
        painter.setPen(Theme::color(Token::Line2));
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(Theme::color(Token::Ink2));
        painter.drawText(cap, Qt::AlignCenter, key);
        words.setRight(cap.left() - Theme::px(6));
    } else if (m_count >= 0 && !m_compact) {
        const QString count = formatCount(m_count);
        painter.setFont(Fonts::caption());
        painter.setPen(Theme::color(Token::Ink2));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, count);
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(count) - Theme::px(8));
    }
    if (m_compact)
        return;
    painter.setFont(m_current ? Fonts::bodyStrong() : Fonts::bodyMedium());
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, qRound(words.width())));
}

}  // namespace Forecourt
