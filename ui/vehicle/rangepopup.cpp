// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/rangepopup.h"

#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Forecourt {

RangePopup::RangePopup(const QString& title, const QString& from, const QString& to, Read read,
                       const QString& complaint, QWidget* parent)
    : PopupFrame(parent), m_read(std::move(read)), m_complaint(complaint)
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(Margin + 12, Margin + 10, Margin + 12, Margin + 10);
    contentLayout()->setSpacing(8);
    contentLayout()->addWidget(new Label(title, TextRole::BodyStrong, Token::Ink, this));
    auto* row = new QHBoxLayout;
    m_from = new QLineEdit(from, this);
    m_to = new QLineEdit(to, this);
    m_from->setPlaceholderText(tr("from"));
    m_to->setPlaceholderText(tr("to"));
    m_from->setAccessibleName(tr("%1, from").arg(title));
    m_to->setAccessibleName(tr("%1, to").arg(title));
    row->addWidget(m_from);
    row->addWidget(m_to);
    contentLayout()->addLayout(row);
    m_message = new Label(QString(), TextRole::Second, Token::BadText, this);
    m_message->setWordWrap(true);
    contentLayout()->addWidget(m_message);
    contentLayout()->addStretch();
    for (QLineEdit* line : {m_from, m_to}) {
        connect(line, &QLineEdit::textEdited, this, &RangePopup::announce);
        connect(line, &QLineEdit::returnPressed, this, &QWidget::close);
    }
    resizePanel({Theme::px(260), Theme::px(116)});
    m_from->setFocus();
}

void RangePopup::announce()
{
    std::optional<qint64> bounds[2];
    QLineEdit* const lines[2] = {m_from, m_to};
    for (int i = 0; i < 2; ++i) {
        const QString text = lines[i]->text().trimmed();
        if (text.isEmpty())
            continue;
        bounds[i] = m_read(text);
        if (!bounds[i]) {
            m_message->setText(m_complaint);
            return;
        }
    }
    m_message->clear();
    Q_EMIT chosen(bounds[0], bounds[1]);
}

}  // namespace Forecourt
