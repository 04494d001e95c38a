// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/passwordform.h"

#include "models/base/errortext.h"
#include "models/base/passwordwords.h"
#include "models/base/whendone.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toggle.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

PasswordForm::PasswordForm(SyncControl& sync, QWidget* parent)
    : QWidget(parent),
      m_sync(sync),
      m_name(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)),
      m_about(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_change(new Button(QString(), Button::Kind::Default, this)),
      m_form(new QWidget(this)),
      m_trouble(new Note(Tone::Bad, QString(), m_form)),
      m_old(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_new(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_again(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_code(new FormField(QString(), new QLineEdit(m_form), m_form)),
      m_others(new Toggle(QString(), m_form)),
      m_submit(new Button(QString(), Button::Kind::Primary, m_form)),
      m_cancel(new Button(QString(), Button::Kind::Default, m_form))
{
    m_about->setWordWrap(true);
    m_change->setObjectName(u"changePassword"_s);
    m_old->line()->setObjectName(u"oldPassword"_s);
    m_new->line()->setObjectName(u"newPassword"_s);
    m_again->line()->setObjectName(u"newPasswordAgain"_s);
    m_code->line()->setObjectName(u"passwordCode"_s);
    m_submit->setObjectName(u"submitPassword"_s);
    m_others->setCheckable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(10));
    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_about);
    head->addLayout(words, 1);
    head->addWidget(m_change);
    column->addLayout(head);
    column->addWidget(m_form);
    auto* fields = new QVBoxLayout(m_form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Theme::px(10));
    fields->addWidget(m_trouble);
    for (FormField* field : {m_old, m_new, m_again, m_code}) {
        if (field != m_code)
            field->line()->setEchoMode(QLineEdit::Password);
        fields->addWidget(field);
        connect(field->line(), &QLineEdit::textEdited, this, &PasswordForm::clearErrors);
        connect(field->line(), &QLineEdit::returnPressed, this, &PasswordForm::submit);
    }
    fields->addWidget(m_others, 0, Qt::AlignLeft);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_submit);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    fields->addLayout(buttons);
    connect(m_change, &Button::clicked, this, [this] { open(true); });
    connect(m_cancel, &Button::clicked, this, [this] { open(false); });
    connect(m_submit, &Button::clicked, this, &PasswordForm::submit);
    m_trouble->hide();
    m_form->hide();
    retranslate();
}

void PasswordForm::setNeedsCode(bool needed)
{
    m_needsCode = needed;
    m_code->setVisible(needed || !m_code->line()->text().isEmpty());
}

void PasswordForm::setOnline(bool online)
{
    m_change->setEnabled(online);
    m_submit->setEnabled(online);
}

void PasswordForm::open(bool open)
{
    clearErrors();
    for (const FormField* field : {m_old, m_new, m_again, m_code})
        field->line()->clear();
    m_others->setChecked(false);
    m_code->setVisible(m_needsCode);
    m_form->setVisible(open);
    m_change->setVisible(!open);
    if (open)
        m_old->line()->setFocus(Qt::OtherFocusReason);
    else
        m_change->setFocus(Qt::OtherFocusReason);
}

void PasswordForm::clearErrors()
{
    m_trouble->hide();
    for (FormField* field : {m_old, m_new, m_again, m_code})
        field->clearMessage();
}

void PasswordForm::complain(FormField* field, const QString& sentence)
{
    field->show();
    field->setError(sentence);
    field->line()->setFocus(Qt::OtherFocusReason);
    field->line()->selectAll();
}

void PasswordForm::submit()
{
    if (m_busy || !m_submit->isEnabled())
        return;
    clearErrors();
    if (m_old->line()->text().isEmpty())
        return complain(m_old, tr("Give the password that you have now."));
    if (m_new->line()->text().toUcs4().size() < PasswordWords::Shortest)
        return complain(m_new, PasswordWords::reason(PasswordFlaw::TooShort));
    if (m_new->line()->text() != m_again->line()->text())
        return complain(m_again, tr("This is not the same as above. Type it once more."));
    if (!m_code->isHidden() && m_code->line()->text().trimmed().isEmpty())
        return complain(m_code, tr("Type the code that your telephone shows, or a recovery code."));
    m_busy = true;
    m_submit->setText(tr("Changing…"));
    whenDone(m_sync.request(u"password.change"_s, {{u"old_password"_s, m_old->line()->text()},
                                                   {u"new_password"_s, m_new->line()->text()},
                                                   {u"secret_code"_s, m_code->line()->text().trimmed()},
                                                   {u"sign_out_others"_s, m_others->isChecked()}}),
             this, [this](const Expected<QJsonObject>& answer) {
                 m_busy = false;
                 m_submit->setText(tr("Change the password"));
                 if (!answer)
                     return showError(answer.error());
                 open(false);
                 const int others = answer->value("signed_out"_L1).toInt();
                 Q_EMIT announced(
                     others > 0 ? tr("Your password is changed; %n other computer(s) are signed out.", nullptr, others)
                                : tr("Your password is changed."));
             });
}

void PasswordForm::showError(const Error& error)
{
    if (PasswordWords::fromCode(error.detail))
        return complain(m_new, ErrorText::summary(error));
    if (error.code == ErrorCode::SignInLocked || error.detail == "wrong_password"_L1)
        return complain(m_old, ErrorText::full(error));
    if (error.detail == "wrong_code"_L1 || error.detail == "code_needed"_L1)
        return complain(m_code, ErrorText::full(error));
    m_trouble->setText(ErrorText::full(error));
    m_trouble->show();
}

void PasswordForm::retranslate()
{
    m_name->setText(tr("Password"));
    m_about->setText(tr("The one with which you sign in to the server."));
    m_change->setText(tr("Change…"));
    m_change->setAccessibleName(tr("Change the password"));
    m_old->setName(tr("Present password"));
    m_new->setName(tr("New password"));
    m_new->setHint(PasswordWords::rules());
    m_again->setName(tr("New password, once more"));
    m_code->setName(tr("Code of your telephone, or a recovery code"));
    m_others->setText(tr("Sign me out on all my other computers"));
    m_submit->setText(m_busy ? tr("Changing…") : tr("Change the password"));
    m_cancel->setText(tr("Cancel"));
}

void PasswordForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace Forecourt
