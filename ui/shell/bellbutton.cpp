// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/bellbutton.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

void BellButton::setUnread(int count)
{
    m_unread = count;
    setAccessibleName(count > 0 ? tr("%n unread notification(s)", nullptr, count) : tr("Notifications"));
    const QString key = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N).toString(QKeySequence::NativeText);
    setToolTip(tr("Notifications") + u' ' + key);
    update();
}

QSize BellButton::sizeHint() const
{
    return {Theme::px(32), Theme::px(30)};
}

void BellButton::paintContent(QPainter& painter)
{
    IconProvider::paint(painter, rect(), u"bell"_s, Theme::color(Token::Ink2), Theme::px(18));
    if (m_unread == 0)
        return;
    const QString text = m_unread > 99 ? u"99+"_s : QString::number(m_unread);
    painter.setFont(Fonts::captionStrong());
    const qreal high = Theme::px(15);
    const qreal wide = qMax<qreal>(high, painter.fontMetrics().horizontalAdvance(text) + Theme::px(7));
    const QRectF badge(width() - wide - 1, 1, wide, high);
    painter.setPen(QPen(Theme::color(Token::Chrome), 1.5));
    painter.setBrush(Theme::color(Token::BadFill));
    painter.drawRoundedRect(badge, high / 2, high / 2);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

}  // namespace Forecourt
