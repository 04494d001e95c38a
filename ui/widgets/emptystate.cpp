// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "ui/widgets/label.h"
#include "ui/widgets/linedrawing.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Forecourt {

namespace {

/// Sentences are broken at about this width, so that they stay readable in a wide pane.
constexpr int EmptyTextWidth = 320;

}  // namespace

EmptyState::EmptyState(Drawing drawing, QWidget* parent)
    : QWidget(parent),
      m_drawing(new LineDrawing(this)),
      m_title(new Label(QString(), TextRole::Section, Token::Ink, this)),
      m_text(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_actions(new QHBoxLayout)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(4);
    column->addStretch(2);
    column->addWidget(m_drawing, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_title);
    // A word-wrapped label that is aligned by the layout would break its lines too early; stretches centre it.
    auto* textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(m_text, 1000);
    textRow->addStretch(1);
    column->addLayout(textRow);
    column->addSpacing(8);
    m_actions->setSpacing(6);
    m_actions->addStretch();
    m_actions->addStretch();
    column->addLayout(m_actions);
    column->addStretch(3);
    setDrawing(drawing);
    limitText();
}

void EmptyState::limitText()
{
    m_text->setMaximumWidth(Theme::px(EmptyTextWidth));
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        limitText();
}

void EmptyState::setDrawing(Drawing drawing)
{
    static_cast<LineDrawing*>(m_drawing)->setDrawing(drawing);
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

Button* EmptyState::addAction(const QString& text, const QKeySequence& keyHint)
{
    // Between the two stretches that keep the row in the middle.
    const int place = m_actions->count() - 1;
    auto* button = new Button(text, place == 1 ? Button::Kind::Primary : Button::Kind::Default, this);
    button->setKeyHint(keyHint);
    m_actions->insertWidget(place, button);
    return button;
}

void EmptyState::clearActions()
{
    while (m_actions->count() > 2) {
        QLayoutItem* item = m_actions->takeAt(1);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace Forecourt
