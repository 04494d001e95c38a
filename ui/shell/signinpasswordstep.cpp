// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/signinpasswordstep.h"

#include "models/base/errortext.h"
#include "models/base/passwordwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

SignInPasswordStep::SignInPasswordStep(QWidget* parent)
    : QWidget(parent),
      m_words(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_new(new FormField(QString(), new QLineEdit(this), this)),
      m_again(new FormField(QString(), new QLineEdit(this), this)),
      m_submit(new Button(QString(), Button::Kind::Primary, this)),
      m_back(new Button(QString(), Button::Kind::Ghost, this))
{
    m_words->setWordWrap(true);
    m_new->line()->setObjectName(u"signInNewPassword"_s);
    m_again->line()->setObjectName(u"signInNewPasswordAgain"_s);
    m_submit->setSize(Button::Size::Large);
    m_submit->setKeyHint(QKeySequence(Qt::Key_Return));
    m_back->setKeyHint(QKeySequence(Qt::Key_Escape));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    column->addWidget(m_words);
    for (FormField* field : {m_new, m_again}) {
        field->line()->setEchoMode(QLineEdit::Password);
        column->addWidget(field);
        connect(field->line(), &QLineEdit::textEdited, this, [this] {
            clearErrors();
            Q_EMIT edited();
        });
        connect(field->line(), &QLineEdit::returnPressed, this, &SignInPasswordStep::submit);
    }
    column->addWidget(m_submit);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_submit, &Button::clicked, this, &SignInPasswordStep::submit);
    connect(m_back, &Button::clicked, this, &SignInPasswordStep::cancelled);
    retranslate();
}

void SignInPasswordStep::start()
{
    clear();
    clearErrors();
    m_new->line()->setFocus(Qt::OtherFocusReason);
}

void SignInPasswordStep::clear()
{
    m_new->line()->clear();
    m_again->line()->clear();
}

void SignInPasswordStep::clearErrors()
{
    m_error.reset();
    m_new->clearMessage();
    m_again->clearMessage();
}

void SignInPasswordStep::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setText(busy ? tr("Signing in…") : tr("Keep this password and sign in"));
    m_submit->setEnabled(!busy);
}

void SignInPasswordStep::showError(const Error& error)
{
    m_error = error;
    complain(m_new, ErrorText::full(error));
}

void SignInPasswordStep::complain(FormField* field, const QString& sentence)
{
    field->setError(sentence);
    field->line()->setFocus(Qt::OtherFocusReason);
    field->line()->selectAll();
}

void SignInPasswordStep::submit()
{
    if (m_busy)
        return;
    clearErrors();
    if (m_new->line()->text().isEmpty())
        return complain(m_new, tr("Type a password of your own."));
    if (m_again->line()->text() != m_new->line()->text())
        return complain(m_again, tr("The two differ. Type the new one once more."));
    Q_EMIT submitted(m_new->line()->text());
}

void SignInPasswordStep::retranslate()
{
    m_words->setText(
        tr("Somebody else has given you this password. Choose one that only you know; it counts from now on."));
    m_new->setName(tr("New password"));
    m_new->setHint(PasswordWords::rules());
    m_again->setName(tr("New password, once more"));
    m_back->setText(tr("Back"));
    setBusy(m_busy);
    if (m_error)
        m_new->setError(ErrorText::full(*m_error));
}

void SignInPasswordStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInPasswordStep::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace Forecourt
