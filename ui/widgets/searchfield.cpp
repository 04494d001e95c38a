// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/searchfield.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace Forecourt {

namespace {

int searchIconPx()
{
    return Theme::px(16);
}

constexpr int SearchIconLeft = 9;

}  // namespace

SearchField::SearchField(const QString& iconName, QWidget* parent)
    : QLineEdit(parent), m_iconName(iconName), m_cross(new IconButton(QStringLiteral("x"), tr("Clear"), this))
{
    auto* cross = static_cast<IconButton*>(m_cross);
    cross->setSize(Button::Size::Small);
    cross->setFocusPolicy(Qt::NoFocus);
    cross->hide();
    connect(m_cross, &QAbstractButton::clicked, this, [this] {
        clear();
        setFocus(Qt::OtherFocusReason);
    });
    connect(this, &QLineEdit::textChanged, this, [this] { arrange(); });
    arrange();
}

void SearchField::setPrompt(const QString& prompt)
{
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
}

void SearchField::setKeyHint(const QKeySequence& keys)
{
    m_keyHint = keys;
    setAccessibleDescription(keys.toString(QKeySequence::NativeText));
    arrange();
}

QSize SearchField::sizeHint() const
{
    return {Theme::px(220), Theme::px(30)};
}

void SearchField::arrange()
{
    const bool filled = !text().isEmpty();
    m_cross->setVisible(filled);
    const QSize cross = m_cross->sizeHint();
    m_cross->setGeometry(width() - cross.width() - 3, (height() - cross.height()) / 2, cross.width(), cross.height());
    const int right = filled ? cross.width() : m_keyHint.isEmpty() ? 0 : KeyCap::size(m_keyHint).width() + 4;
    setTextMargins(SearchIconLeft + searchIconPx() - 2, 0, right, 0);
    update();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QColor ink = Theme::color(hasFocus() ? Token::Ink2 : Token::Ink3);
    IconProvider::paint(painter, QRectF(SearchIconLeft, 0, searchIconPx(), height()), m_iconName, ink, searchIconPx());
    if (text().isEmpty() && !m_keyHint.isEmpty()) {
        const QSize caps = KeyCap::size(m_keyHint);
        KeyCap::paint(painter, QPoint(width() - caps.width() - 8, (height() - caps.height()) / 2), m_keyHint);
    }
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        static_cast<IconButton*>(m_cross)->setName(tr("Clear"));
    else if (event->type() == QEvent::StyleChange && m_cross != nullptr)
        arrange();
}

}  // namespace Forecourt
