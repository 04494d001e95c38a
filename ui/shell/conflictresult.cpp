// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/conflictresult.h"

#include "ui/shell/conflictrow.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace Forecourt {

ConflictResult::ConflictResult(QWidget* parent)
    : QWidget(parent), m_title(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)), m_results(new QGridLayout)
{
    setFixedWidth(Theme::px(Width));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(14), Theme::px(16), Theme::px(14));
    column->setSpacing(Theme::px(10));
    column->addWidget(m_title);
    m_results->setVerticalSpacing(Theme::px(8));
    m_results->setColumnStretch(1, 1);
    column->addLayout(m_results);
    column->addStretch();
}

void ConflictResult::setPortrait(QWidget* portrait)
{
    delete m_portrait;
    m_portrait = portrait;
    if (m_portrait)
        static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_portrait);
}

void ConflictResult::setRows(const std::vector<ConflictRow*>& rows)
{
    while (QLayoutItem* item = m_results->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int at = 0;
    for (const ConflictRow* row : rows) {
        auto* name = new Label(row->fieldName(), TextRole::Second, Token::Ink2, this);
        auto* value = new Label(row->resultText(), TextRole::SecondMedium, Token::Ink, this);
        value->setEliding(true);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_results->addWidget(name, at, 0);
        m_results->addWidget(value, at++, 1);
    }
}

void ConflictResult::retranslate()
{
    m_title->setText(tr("Result"));
}

void ConflictResult::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sunken));
}

}  // namespace Forecourt
