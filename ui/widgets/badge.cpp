// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/badge.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace Forecourt {

namespace {

int badgeIconPx()
{
    return Theme::px(13);
}

constexpr int BadgePadding = 6;
constexpr int BadgeGap = 4;

QFont badgeFont()
{
    QFont font = Fonts::font(TextRole::SecondMedium);
    font.setPixelSize(Theme::px(115) / 10);
    return font;
}
}  // namespace

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Badge::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Badge::setOutlined(bool outlined)
{
    m_outlined = outlined;
    update();
}

QSize Badge::size(const QString& text, bool withIcon)
{
    const int icon = withIcon ? badgeIconPx() + BadgeGap : 0;
    return {QFontMetrics(badgeFont()).horizontalAdvance(text) + 2 * BadgePadding + icon, Theme::px(20)};
}

void Badge::paint(QPainter& painter, const QRect& rect, const QString& text, Tone tone, const QString& iconName,
                  bool outlined)
{
    QSize room = size(text, !iconName.isEmpty());
    room.setWidth(std::min(room.width(), rect.width()));
    const QRect box(QPoint(rect.x(), rect.y() + (rect.height() - room.height()) / 2), room);
    const QColor ink = Theme::color(Tokens::text(tone));
    painter.save();
    if (outlined)
        Box::paint(painter, box, 4, QColor(), Theme::color(Token::Line2));
    else
        Box::paint(painter, box, 4, Theme::color(Tokens::soft(tone)), QColor());
    int x = box.x() + BadgePadding;
    if (!iconName.isEmpty()) {
        IconProvider::paint(painter, QRectF(x, box.y(), badgeIconPx(), box.height()), iconName, ink, badgeIconPx());
        x += badgeIconPx() + BadgeGap;
    }
    const QFont font = badgeFont();
    painter.setFont(font);
    painter.setPen(ink);
    const QRect words(x, box.y(), box.right() + 1 - BadgePadding - x, box.height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width() + 1));
    painter.restore();
}

QSize Badge::sizeHint() const
{
    return size(m_text, !m_iconName.isEmpty());
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_text, m_tone, m_iconName, m_outlined);
}

void Badge::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

}  // namespace Forecourt
