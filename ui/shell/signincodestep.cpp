// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/signincodestep.h"

#include "models/base/errortext.h"
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

SignInCodeStep::SignInCodeStep(QWidget* parent)
    : QWidget(parent),
      m_words(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_code(new FormField(QString(), new QLineEdit(this), this)),
      m_submit(new Button(QString(), Button::Kind::Primary, this)),
      m_back(new Button(QString(), Button::Kind::Ghost, this))
{
    m_words->setWordWrap(true);
    m_code->line()->setObjectName(u"signInCode"_s);
    m_code->line()->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_submit->setSize(Button::Size::Large);
    m_submit->setKeyHint(QKeySequence(Qt::Key_Return));
    m_back->setKeyHint(QKeySequence(Qt::Key_Escape));
    m_back->setObjectName(u"signInBack"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    column->addWidget(m_words);
    column->addWidget(m_code);
    column->addWidget(m_submit);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_code->line(), &QLineEdit::textEdited, this, [this] {
        m_error.reset();
        m_code->clearMessage();
        Q_EMIT edited();
    });
    connect(m_code->line(), &QLineEdit::returnPressed, this, &SignInCodeStep::submit);
    connect(m_submit, &Button::clicked, this, &SignInCodeStep::submit);
    connect(m_back, &Button::clicked, this, &SignInCodeStep::cancelled);
    retranslate();
}

void SignInCodeStep::start()
{
    m_error.reset();
    m_code->line()->clear();
    m_code->clearMessage();
    m_code->line()->setFocus(Qt::OtherFocusReason);
}

void SignInCodeStep::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setText(busy ? tr("Signing in…") : tr("Sign in"));
    m_submit->setEnabled(!busy);
}

void SignInCodeStep::showError(const Error& error)
{
    m_error = error;
    m_code->setError(ErrorText::full(error));
    m_code->line()->setFocus(Qt::OtherFocusReason);
    m_code->line()->selectAll();
}

void SignInCodeStep::submit()
{
    if (m_busy)
        return;
    const QString code = m_code->line()->text().trimmed();
    if (code.isEmpty()) {
        m_code->setError(tr("Type the code that your telephone shows, or a recovery code."));
        m_code->line()->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT submitted(code);
}

void SignInCodeStep::retranslate()
{
    m_words->setText(
        tr("The password is right. Now the six digits that your telephone shows for Forecourt; a recovery code does "
           "as well, once."));
    m_code->setName(tr("Code"));
    m_back->setText(tr("Back"));
    setBusy(m_busy);
    if (m_error)
        m_code->setError(ErrorText::full(*m_error));
}

void SignInCodeStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInCodeStep::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace Forecourt
