// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/label.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Forecourt {

Label::Label(QWidget* parent) : Label(QString(), TextRole::Body, Token::Ink, parent) {}

Label::Label(const QString& text, TextRole role, Token token, QWidget* parent)
    : QLabel(text, parent), m_role(role), m_token(token)
{
    refresh();
}

void Label::setRole(TextRole role)
{
    m_role = role;
    refresh();
}

void Label::setToken(Token token)
{
    m_token = token;
    refresh();
}

void Label::setEliding(bool eliding)
{
    m_eliding = eliding;
    updateGeometry();
    update();
}

void Label::refresh()
{
    m_refreshing = true;
    if (const QFont wanted = Fonts::font(m_role); wanted != font())
        setFont(wanted);
    QPalette colors = palette();
    colors.setColor(foregroundRole(), Theme::color(m_token));
    colors.setColor(QPalette::Disabled, foregroundRole(), Theme::color(Token::Ink3));
    colors.setColor(QPalette::Link, Theme::color(Token::AccentText));
    const bool linkChanged = palette().color(QPalette::Link) != colors.color(QPalette::Link);
    setPalette(colors);
    // The colour of links is laid down in a rich text when it is set.
    if (linkChanged && text().contains(QLatin1String("<a "))) {
        const QString same = text();
        clear();
        setText(same);
    }
    m_refreshing = false;
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_eliding ? QSize(std::min(hint.width(), Theme::px(24)), hint.height()) : hint;
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_refreshing)
        refresh();
}

void Label::paintEvent(QPaintEvent* event)
{
    if (!m_eliding || wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
    style()->drawItemText(&painter, room, static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                          palette(), isEnabled(), shown, foregroundRole());
}

bool Label::event(QEvent* event)
{
    if (m_eliding && event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        if (cut)
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

}  // namespace Forecourt
