// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitydays.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>

#include <algorithm>
#include <tuple>

namespace Forecourt {

using namespace Qt::StringLiterals;

ActivityDays::ActivityDays(QDate from, QDate until, QDate today, QWidget* parent)
    : PopupFrame(parent), m_from(new QDateEdit(this)), m_until(new QDateEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(Margin + 12, Margin + 10, Margin + 12, Margin + 10);
    contentLayout()->setSpacing(10);
    contentLayout()->addWidget(new Label(tr("Between two days"), TextRole::BodyStrong, Token::Ink, this));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (const auto& [edit, name, day] : {std::tuple(m_from, tr("First day"), from.isValid() ? from : today),
                                          std::tuple(m_until, tr("Last day"), until.isValid() ? until : today)}) {
        auto* label = new Label(name, TextRole::Second, Token::Ink2, this);
        label->setBuddy(edit);
        edit->setAccessibleName(name);
        edit->setCalendarPopup(true);
        // No entry is of later than now.
        edit->setMaximumDate(today);
        edit->setDate(day);
        edit->setMinimumHeight(Theme::px(30));
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row++, 1);
    }
    grid->setColumnStretch(1, 1);
    contentLayout()->addLayout(grid);
    auto* show = new Button(tr("Show"), Button::Kind::Primary, this);
    show->setObjectName(u"showDays"_s);
    contentLayout()->addWidget(show, 0, Qt::AlignRight);
    connect(show, &QAbstractButton::clicked, this, &ActivityDays::accept);
    resizePanel({Theme::px(270), Theme::px(160)});
    m_from->setFocus();
}

void ActivityDays::accept()
{
    // The wrong way round is plain enough.
    const auto [first, last] = std::minmax(m_from->date(), m_until->date());
    Q_EMIT chosen(first, last);
    close();
}

bool ActivityDays::event(QEvent* event)
{
    // The keys of the page behind rest while this is open.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return PopupFrame::event(event);
}

}  // namespace Forecourt
