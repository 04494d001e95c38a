// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/pricepopup.h"

#include "models/base/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace Forecourt {

PricePopup::PricePopup(const std::optional<Money>& present, Currency fallback, QWidget* parent)
    : PopupFrame(parent), m_fallback(present ? present->currency : fallback)
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(Margin + 12, Margin + 10, Margin + 12, Margin + 10);
    contentLayout()->setSpacing(8);
    auto* line = new QLineEdit(present ? present->toString() : QString(), this);
    line->selectAll();
    m_field = new FormField(tr("Asking price"), line, this);
    contentLayout()->addWidget(m_field);
    auto* save = new Button(tr("Change price"), Button::Kind::Primary, this);
    save->setKeyHint(Qt::Key_Return);
    contentLayout()->addWidget(save, 0, Qt::AlignLeft);
    contentLayout()->addStretch();
    connect(line, &QLineEdit::textEdited, m_field, &FormField::clearMessage);
    connect(line, &QLineEdit::returnPressed, this, &PricePopup::accept);
    connect(save, &QAbstractButton::clicked, this, &PricePopup::accept);
    resizePanel({Theme::px(270), Theme::px(150)});
    line->setFocus();
}

void PricePopup::accept()
{
    const auto money = Money::parse(m_field->line()->text(), m_fallback);
    if (!money) {
        m_field->setError(ErrorText::full(money.error()));
        return;
    }
    if (money->minor < 0) {
        m_field->setError(ErrorText::full({ErrorCode::PriceNegative, {}, {}}));
        return;
    }
    const Money value = *money;
    close();
    Q_EMIT chosen(value);
}

}  // namespace Forecourt
