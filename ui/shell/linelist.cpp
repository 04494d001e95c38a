// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/linelist.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace Forecourt {

namespace {

class LineRow : public QAbstractButton {
public:
    LineRow(const LineList::Row& row, QWidget* parent) : QAbstractButton(parent), m_row(row)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(row.clickable ? Qt::TabFocus : Qt::NoFocus);
        setAccessibleName(row.title);
        setAccessibleDescription(QStringList{row.subtitle, row.badge, row.time}.join(u' ').simplified());
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return layout() ? layout()->sizeHint() : QSize(100, 44); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        if (m_row.clickable && (underMouse() || isDown()))
            painter.fillRect(rect(), Theme::color(isDown() ? Token::Press : Token::Hover));
        else if (m_row.strong)
            painter.fillRect(rect(), Theme::color(Token::Sunken));
        painter.setPen(Theme::color(Token::Line));
        painter.drawLine(0, 0, width(), 0);
        const Token ink = m_row.iconTone == Tone::Neutral ? Token::Ink2 : Tokens::text(m_row.iconTone);
        IconProvider::paint(painter, QRectF(Theme::px(12), 0, Theme::px(18), height()), m_row.iconName,
                            Theme::color(ink), Theme::px(18));
        if (hasFocus()) {
            painter.setPen(QPen(Theme::color(Token::Focus), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    LineList::Row m_row;
};

}  // namespace

LineList::LineList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void LineList::clear()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        // A button of the row may be the one that asked for the new list.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_count = 0;
}

void LineList::add(const Row& row)
{
    const int index = m_count++;
    auto* line = new LineRow(row, this);
    auto* across = new QHBoxLayout(line);
    across->setContentsMargins(Theme::px(42), Theme::px(6), Theme::px(12), Theme::px(6));
    across->setSpacing(Theme::px(8));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new Label(row.title, row.strong ? TextRole::BodyStrong : TextRole::Body, Token::Ink, line);
    title->setEliding(true);
    words->addWidget(title);
    if (!row.subtitle.isEmpty()) {
        auto* second = new Label(row.subtitle, TextRole::Second, Token::Ink3, line);
        second->setEliding(true);
        words->addWidget(second);
    }
    across->addLayout(words, 1);
    if (!row.time.isEmpty())
        across->addWidget(new Label(row.time, TextRole::Caption, Token::Ink3, line), 0, Qt::AlignTop);
    if (!row.badge.isEmpty())
        across->addWidget(new Badge(row.badge, row.badgeTone, line));
    for (int button = 0; button < row.buttons.size(); ++button) {
        auto* press = new Button(row.buttons.at(button), Button::Kind::Default, line);
        press->setSize(Button::Size::Small);
        press->setAccessibleName(row.buttons.at(button) + u' ' + row.title);
        connect(press, &Button::clicked, this, [this, index, button] { Q_EMIT buttonClicked(index, button); });
        across->addWidget(press);
    }
    for (QLabel* label : line->findChildren<QLabel*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    if (row.clickable)
        connect(line, &QAbstractButton::clicked, this, [this, index] { Q_EMIT activated(index); });
    m_rows->addWidget(line);
}

}  // namespace Forecourt
