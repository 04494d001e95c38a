// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/personpasswordform.h"

#include "models/base/passwordwords.h"
#include "ui/shell/personwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

PersonPasswordForm::PersonPasswordForm(QWidget* parent)
    : QWidget(parent),
      m_head(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)),
      m_about(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_password(new FormField(QString(), new QLineEdit(this), this)),
      m_save(new Button(QString(), Button::Kind::Primary, this)),
      m_cancel(new Button(QString(), Button::Kind::Default, this))
{
    m_about->setWordWrap(true);
    m_password->line()->setEchoMode(QLineEdit::Password);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::px(12));
    all->addWidget(m_head);
    all->addWidget(m_about);
    all->addWidget(m_trouble);
    all->addWidget(m_password);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    all->addLayout(buttons);
    m_password->setObjectName(u"newPassword"_s);
    m_save->setObjectName(u"savePassword"_s);
    m_cancel->setObjectName(u"cancelPassword"_s);
    connect(m_save, &Button::clicked, this, &PersonPasswordForm::submit);
    connect(m_cancel, &Button::clicked, this, &PersonPasswordForm::cancelled);
    connect(m_password->line(), &QLineEdit::returnPressed, this, &PersonPasswordForm::submit);
}

void PersonPasswordForm::begin(const ManagedPerson& person)
{
    m_person = person.id;
    m_name = person.facts.name;
    m_password->line()->clear();
    setBusy(false);
    retranslate();
    m_password->editor()->setFocus();
}

void PersonPasswordForm::clearErrors()
{
    m_trouble->hide();
    m_password->clearMessage();
    m_password->setHint(PasswordWords::rules());
}

void PersonPasswordForm::showError(const Error& error)
{
    setBusy(false);
    const QString words = PersonWords::refusal(error);
    if (error.code == ErrorCode::RequestRefused && PasswordWords::fromCode(error.detail)) {
        m_password->setError(words);
        m_password->editor()->setFocus();
        return;
    }
    m_trouble->setText(words);
    m_trouble->show();
}

void PersonPasswordForm::setBusy(bool busy)
{
    m_busy = busy;
    m_save->setText(busy ? tr("Saving…") : tr("Set password"));
}

void PersonPasswordForm::submit()
{
    if (m_busy)
        return;
    clearErrors();
    setBusy(true);
    Q_EMIT submitted(u"people.password"_s,
                     {{u"user_id"_s, m_person.toString()}, {u"password"_s, m_password->line()->text()}});
}

void PersonPasswordForm::retranslate()
{
    m_head->setText(tr("Set a password for %1").arg(m_name));
    m_about->setText(tr(
        "The old one stops working at once. Tell the new one to the person, who chooses another at the next sign-in; "
        "it is not shown again. "
        "Computers where the person is signed in stay so; sign them out in the list of computers."));
    m_password->setName(tr("New password"));
    m_cancel->setText(tr("Cancel"));
    setBusy(m_busy);
    clearErrors();
}

void PersonPasswordForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PersonPasswordForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_busy && m_password->line()->text().isEmpty())
        return Q_EMIT cancelled();
    QWidget::keyPressEvent(event);
}

}  // namespace Forecourt
