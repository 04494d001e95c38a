// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/identityform.h"

#include "models/base/errortext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

IdentityForm::IdentityForm(QWidget* parent)
    : QWidget(parent),
      m_words(new Label(QString(), TextRole::Body, Token::Ink, this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_password(new FormField(QString(), new QLineEdit(this), this)),
      m_code(new FormField(QString(), new QLineEdit(this), this)),
      m_submit(new Button(QString(), Button::Kind::Primary, this)),
      m_cancel(new Button(QString(), Button::Kind::Default, this))
{
    m_words->setWordWrap(true);
    m_password->line()->setEchoMode(QLineEdit::Password);
    m_password->line()->setObjectName(u"personPassword"_s);
    m_code->line()->setObjectName(u"personCode"_s);
    m_submit->setObjectName(u"personSubmit"_s);
    m_trouble->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(10));
    for (QWidget* part : {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_trouble),
                          static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_code)})
        column->addWidget(part);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_submit);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
    for (const FormField* field : {m_password, m_code}) {
        connect(field->line(), &QLineEdit::textEdited, this, &IdentityForm::clearErrors);
        connect(field->line(), &QLineEdit::returnPressed, this, &IdentityForm::submit);
    }
    connect(m_submit, &Button::clicked, this, &IdentityForm::submit);
    connect(m_cancel, &Button::clicked, this, [this] {
        done();
        Q_EMIT cancelled();
    });
    retranslate();
    hide();
}

void IdentityForm::ask(Asks asks, const QString& words, const QString& action, bool dangerous)
{
    done();
    m_words->setText(words);
    m_submit->setText(action);
    m_submit->setKind(dangerous ? Button::Kind::DangerFill : Button::Kind::Primary);
    m_code->setVisible(asks == Asks::PasswordAndCode);
    show();
    m_password->line()->setFocus(Qt::OtherFocusReason);
}

void IdentityForm::done()
{
    hide();
    setBusy(false);
    clearErrors();
    m_password->line()->clear();
    m_code->line()->clear();
}

void IdentityForm::setBusy(bool busy)
{
    // It stays enabled: the keyboard would go elsewhere.
    m_busy = busy;
}

void IdentityForm::clearErrors()
{
    m_trouble->hide();
    m_password->clearMessage();
    m_code->clearMessage();
}

void IdentityForm::showError(const Error& error)
{
    setBusy(false);
    FormField* field = nullptr;
    if (error.code == ErrorCode::SignInLocked || error.detail == "wrong_password"_L1)
        field = m_password;
    else if (error.detail == "wrong_code"_L1 || error.detail == "code_needed"_L1)
        field = m_code;
    if (!field) {
        m_trouble->setText(ErrorText::full(error));
        m_trouble->show();
        return;
    }
    field->show();
    field->setError(ErrorText::full(error));
    field->line()->setFocus(Qt::OtherFocusReason);
    field->line()->selectAll();
}

void IdentityForm::submit()
{
    if (m_busy)
        return;
    clearErrors();
    for (FormField* field : {m_password, m_code}) {
        if (!field->isHidden() && field->line()->text().isEmpty()) {
            field->setError(field == m_password ? tr("Give your password.")
                                                : tr("Type the code that your telephone shows, or a recovery code."));
            field->line()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    setBusy(true);
    Q_EMIT confirmed(m_password->line()->text(), m_code->isHidden() ? QString() : m_code->line()->text().trimmed());
}

void IdentityForm::retranslate()
{
    m_password->setName(tr("Your password"));
    m_code->setName(tr("Code of your telephone, or a recovery code"));
    m_cancel->setText(tr("Cancel"));
}

void IdentityForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace Forecourt
