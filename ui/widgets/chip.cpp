// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chip.h"

#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Forecourt {

namespace {

int chipIconPx()
{
    return Theme::px(14);
}

constexpr int ChipGap = 6;
constexpr int ChipPadding = 9;
}  // namespace

Chip::Chip(const QString& text, Kind kind, QWidget* parent) : QAbstractButton(parent), m_kind(kind)
{
    setText(text);
    setFont(Fonts::secondMedium());
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    if (kind == Kind::Add)
        m_iconName = QStringLiteral("plus");
    if (kind != Kind::Filter)
        m_removable = false;
}

void Chip::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    int width = QFontMetrics(font()).horizontalAdvance(text()) + 2 * ChipPadding;
    if (!m_iconName.isEmpty())
        width += chipIconPx() + ChipGap;
    if (m_removable)
        width += chipIconPx() + ChipGap - 2;
    return {width, Theme::px(26)};
}

QRect Chip::crossRect() const
{
    const int side = chipIconPx() + ChipPadding;
    const QRect right(width() - side, 0, side, height());
    return m_removable ? QStyle::visualRect(layoutDirection(), rect(), right) : QRect();
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(rect());
    const bool hovered = underMouse() && isEnabled();
    QColor ink = Theme::color(Token::AccentText);
    switch (m_kind) {
    case Kind::Filter:
        Box::paint(painter, box, 6, Theme::color(isDown() ? Token::Press : Token::AccentSoft),
                   Theme::color(hovered ? Token::AccentText : Token::AccentLine));
        break;
    case Kind::Add: {
        ink = Theme::color(Token::Ink2);
        QPen dashes(Theme::color(Token::Ctl), 1, Qt::CustomDashLine);
        dashes.setDashPattern({3, 3});
        painter.setPen(dashes);
        painter.setBrush(hovered ? QBrush(Theme::color(Token::Hover)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
        break;
    }
    case Kind::Neutral:
        ink = Theme::color(Token::Ink2);
        Box::paint(painter, box, 6,
                   Theme::color(isDown() || isChecked() ? Token::Press
                                : hovered               ? Token::Hover
                                                        : Token::Sheet),
                   Theme::color(Token::Line2));
        break;
    }
    if (!isEnabled())
        ink = Theme::color(Token::Ink3);
    int x = ChipPadding;
    if (!m_iconName.isEmpty()) {
        x -= 2;
        IconProvider::paint(painter, QRectF(x, 0, chipIconPx(), height()), m_iconName, ink, chipIconPx());
        x += chipIconPx() + ChipGap;
    }
    painter.setFont(font());
    painter.setPen(ink);
    const int end = m_removable ? crossRect().left() : width() - ChipPadding + 2;
    painter.drawText(QRect(x, 0, end - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_removable) {
        const QRectF cross = QRectF(crossRect()).adjusted(0, 0, -4, 0);
        IconProvider::paint(painter, cross, QStringLiteral("x"), ink, Theme::px(12));
    }
    if (hasFocus())
        Box::paintFocusRing(painter, box, 6);
}

void Chip::mousePressEvent(QMouseEvent* event)
{
    m_crossPressed = event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint());
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_crossPressed) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_crossPressed = false;
    if (crossRect().contains(event->position().toPoint()))
        Q_EMIT removeRequested();
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (m_removable && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        Q_EMIT removeRequested();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void Chip::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        if (const QFont wanted = Fonts::secondMedium(); wanted != font())
            setFont(wanted);
        updateGeometry();
        update();
    }
}

bool Chip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (crossRect().contains(help->pos())) {
            QToolTip::showText(help->globalPos(), tr("Remove this filter"), this, crossRect());
            return true;
        }
    }
    return QAbstractButton::event(event);
}

}  // namespace Forecourt
