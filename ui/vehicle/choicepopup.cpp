// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/choicepopup.h"

#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChoicesBeforeSearch = 9;

QIcon squareIcon(const QColor& color)
{
    QPixmap square(12, 12);
    square.fill(Qt::transparent);
    QPainter painter(&square);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(2, 2, 8, 8, 2, 2);
    return QIcon(square);
}

}  // namespace

ChoicePopup::ChoicePopup(const QString& title, const QList<Choice>& choices, QWidget* parent)
    : PopupFrame(parent), m_list(new QListWidget(this)), m_choices(choices)
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(Margin + 12, Margin + 10, Margin + 12, Margin + 10);
    contentLayout()->setSpacing(8);
    auto* heading = new Label(title, TextRole::BodyStrong, Token::Ink, this);
    contentLayout()->addWidget(heading);
    if (choices.size() > ChoicesBeforeSearch) {
        m_search = new SearchField(u"search"_s, this);
        m_search->setPrompt(tr("Find…"));
        contentLayout()->addWidget(m_search);
        connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
            for (int i = 0; i < m_list->count(); ++i)
                m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text, Qt::CaseInsensitive));
        });
    }
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(title);
    for (const Choice& choice : choices) {
        auto* item = new QListWidgetItem(choice.text, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(choice.ticked ? Qt::Checked : Qt::Unchecked);
        if (choice.square.isValid())
            item->setIcon(squareIcon(choice.square));
    }
    contentLayout()->addWidget(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &ChoicePopup::announce);
    connect(m_list, &QListWidget::itemClicked, this, [](QListWidgetItem* item) { item->setSelected(true); });
    const int rows = std::min<int>(static_cast<int>(choices.size()), 10);
    resizePanel({Theme::px(260), Theme::px(72 + (m_search ? 38 : 0) + std::max(rows, 2) * 28)});
    m_list->setCurrentRow(0);
    (m_search ? static_cast<QWidget*>(m_search) : m_list)->setFocus();
}

void ChoicePopup::announce()
{
    QVariantList values;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            values.append(m_choices.at(i).value);
    }
    Q_EMIT ticked(values);
}

bool ChoicePopup::event(QEvent* event)
{
    // The keys of the page behind rest while this is open: here letters search.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return PopupFrame::event(event);
}

}  // namespace Forecourt
