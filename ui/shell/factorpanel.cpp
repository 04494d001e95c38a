// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/factorpanel.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "ui/shell/identityform.h"
#include "ui/shell/recoverycodes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/qrcode.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QJsonArray>
#include <QLineEdit>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// As a person types it: in groups of four.
QString factorGroups(const QString& key)
{
    QStringList groups;
    for (qsizetype at = 0; at < key.size(); at += 4)
        groups.append(key.mid(at, 4));
    return groups.join(u' ');
}

}  // namespace

FactorPanel::FactorPanel(SyncControl& sync, QWidget* parent)
    : QWidget(parent),
      m_sync(sync),
      m_name(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)),
      m_state(new Label(QString(), TextRole::Second, Token::Ink2, this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_turnOn(new Button(QString(), Button::Kind::Default, this)),
      m_newCodes(new Button(QString(), Button::Kind::Default, this)),
      m_turnOff(new Button(QString(), Button::Kind::Danger, this)),
      m_identity(new IdentityForm(this)),
      m_setUp(new QWidget(this)),
      m_setUpWords(new Label(QString(), TextRole::Body, Token::Ink, m_setUp)),
      m_qr(new QrCode(m_setUp)),
      m_keyName(new Label(QString(), TextRole::Second, Token::Ink2, m_setUp)),
      m_key(new Label(QString(), TextRole::Mono, Token::Ink, m_setUp)),
      m_code(new FormField(QString(), new QLineEdit(m_setUp), m_setUp)),
      m_confirm(new Button(QString(), Button::Kind::Primary, m_setUp)),
      m_cancel(new Button(QString(), Button::Kind::Default, m_setUp)),
      m_codes(new RecoveryCodes(this))
{
    m_state->setWordWrap(true);
    m_setUpWords->setWordWrap(true);
    m_keyName->setWordWrap(true);
    m_key->setWordWrap(true);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_turnOn->setObjectName(u"turnFactorOn"_s);
    m_turnOff->setObjectName(u"turnFactorOff"_s);
    m_newCodes->setObjectName(u"newCodes"_s);
    m_key->setObjectName(u"factorKey"_s);
    m_code->line()->setObjectName(u"factorCode"_s);
    m_confirm->setObjectName(u"confirmFactor"_s);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(10));
    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_state);
    head->addLayout(words, 1);
    head->addWidget(m_turnOn);
    column->addLayout(head);
    column->addWidget(m_trouble);
    auto* on = new QHBoxLayout;
    on->addWidget(m_newCodes);
    on->addWidget(m_turnOff);
    on->addStretch(1);
    column->addLayout(on);
    column->addWidget(m_identity);
    column->addWidget(m_setUp);
    column->addWidget(m_codes);

    auto* setUp = new QVBoxLayout(m_setUp);
    setUp->setContentsMargins(0, 0, 0, 0);
    setUp->setSpacing(Theme::px(10));
    setUp->addWidget(m_setUpWords);
    auto* across = new QHBoxLayout;
    across->setSpacing(Theme::px(16));
    across->addWidget(m_qr, 0, Qt::AlignTop);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(Theme::px(6));
    beside->addWidget(m_keyName);
    beside->addWidget(m_key);
    beside->addSpacing(Theme::px(6));
    beside->addWidget(m_code);
    beside->addStretch(1);
    across->addLayout(beside, 1);
    setUp->addLayout(across);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    setUp->addLayout(buttons);
    m_setUp->hide();
    m_trouble->hide();

    connect(m_turnOn, &Button::clicked, this, [this] { ask(Doing::Begin); });
    connect(m_newCodes, &Button::clicked, this, [this] { ask(Doing::Codes); });
    connect(m_turnOff, &Button::clicked, this, [this] { ask(Doing::Off); });
    connect(m_identity, &IdentityForm::confirmed, this, &FactorPanel::confirmed);
    connect(m_identity, &IdentityForm::cancelled, this, [this] {
        m_doing = Doing::Nothing;
        refreshState();
    });
    connect(m_code->line(), &QLineEdit::textEdited, m_code, &FormField::clearMessage);
    connect(m_code->line(), &QLineEdit::returnPressed, this, &FactorPanel::submitCode);
    connect(m_confirm, &Button::clicked, this, &FactorPanel::submitCode);
    connect(m_cancel, &Button::clicked, this, [this] {
        leaveSetUp();
        refreshState();
    });
    connect(m_codes, &RecoveryCodes::kept, this, &FactorPanel::refresh);
    retranslate();
}

void FactorPanel::setOnline(bool online)
{
    m_online = online;
    refreshState();
}

void FactorPanel::refresh()
{
    if (!m_online || std::exchange(m_asking, true))
        return;
    whenDone(m_sync.request(u"factor.state"_s), this, [this](const Expected<QJsonObject>& answer) {
        m_asking = false;
        if (answer)
            m_known = *answer;
        setTrouble(answer ? std::nullopt : std::optional(answer.error()));
        refreshState();
        if (answer)
            Q_EMIT stateKnown(answer->value("on"_L1).toBool());
    });
}

void FactorPanel::setTrouble(const std::optional<Error>& error)
{
    m_trouble->setVisible(error.has_value());
    if (error)
        m_trouble->setText(ErrorText::full(*error));
}

void FactorPanel::refreshState()
{
    const bool on = m_known && m_known->value("on"_L1).toBool();
    const bool idle = m_doing == Doing::Nothing && m_codes->isHidden();
    if (!m_known)
        m_state->setText(m_online ? tr("Asking the server…") : QString());
    else if (!on)
        m_state->setText(
            tr("Off. With it, signing in needs a code of your telephone besides the password, so that a stolen "
               "password alone opens nothing."));
    else
        m_state->setText(tr("On since %1.").arg(formatDate(m_known->value("since"_L1).toInteger())) + u' ' +
                         tr("%n recovery code(s) left.", nullptr, m_known->value("codes_left"_L1).toInt()));
    m_state->setVisible(!m_state->text().isEmpty());
    m_turnOn->setVisible(m_known && !on && idle);
    m_newCodes->setVisible(on && idle);
    m_turnOff->setVisible(on && idle);
    for (Button* button : {m_turnOn, m_newCodes, m_turnOff, m_confirm})
        button->setEnabled(m_online);
}

void FactorPanel::ask(Doing doing)
{
    m_doing = doing;
    setTrouble(std::nullopt);
    refreshState();
    switch (doing) {
    case Doing::Begin:
        m_identity->ask(IdentityForm::Asks::Password, tr("First, it must be sure that it is you."), tr("Continue"));
        break;
    case Doing::Codes:
        m_identity->ask(IdentityForm::Asks::PasswordAndCode, tr("Ten other codes; those that you have count no more."),
                        tr("Make other codes"));
        break;
    case Doing::Off:
        m_identity->ask(IdentityForm::Asks::PasswordAndCode,
                        tr("From then on the password alone signs you in, and the recovery codes count no more."),
                        tr("Turn off"), true);
        break;
    case Doing::Nothing: break;
    }
}

void FactorPanel::confirmed(const QString& password, const QString& code)
{
    const Doing doing = m_doing;
    const QString verb = doing == Doing::Begin ? u"factor.begin"_s
                         : doing == Doing::Off ? u"factor.off"_s
                                               : u"factor.codes"_s;
    whenDone(m_sync.request(verb, {{u"password"_s, password}, {u"secret_code"_s, code}}), this,
             [this, doing](const Expected<QJsonObject>& answer) {
                 if (!answer)
                     return m_identity->showError(answer.error());
                 m_identity->done();
                 if (doing == Doing::Begin)
                     return showKey(*answer);
                 m_doing = Doing::Nothing;
                 if (doing == Doing::Codes)
                     return showCodes(*answer);
                 Q_EMIT announced(tr("The second factor is off."));
                 refresh();
             });
}

void FactorPanel::showKey(const QJsonObject& begun)
{
    m_qr->setText(begun.value("secret_uri"_L1).toString());
    m_key->setText(factorGroups(begun.value("secret"_L1).toString()));
    m_code->line()->clear();
    m_code->clearMessage();
    m_setUp->show();
    m_code->line()->setFocus(Qt::OtherFocusReason);
}

void FactorPanel::leaveSetUp()
{
    m_setUp->hide();
    m_qr->setText({});
    m_key->clear();
    m_code->line()->clear();
    m_doing = Doing::Nothing;
}

void FactorPanel::submitCode()
{
    const QString code = m_code->line()->text().trimmed();
    if (m_busy || !m_online)
        return;
    if (code.isEmpty()) {
        m_code->setError(tr("Type the six digits that your telephone shows now."));
        return;
    }
    m_busy = true;
    whenDone(m_sync.request(u"factor.confirm"_s, {{u"secret_code"_s, code}}), this,
             [this](const Expected<QJsonObject>& answer) {
                 m_busy = false;
                 if (!answer) {
                     m_code->setError(answer.error().detail == "wrong_code"_L1
                                          ? tr("This is not the code of now. Look whether the clock of your telephone "
                                               "is right, and type the one that it shows.")
                                          : ErrorText::full(answer.error()));
                     m_code->line()->setFocus(Qt::OtherFocusReason);
                     m_code->line()->selectAll();
                     return;
                 }
                 leaveSetUp();
                 showCodes(*answer);
                 Q_EMIT announced(tr("The second factor is on."));
                 refresh();
             });
}

void FactorPanel::showCodes(const QJsonObject& answer)
{
    QStringList codes;
    const QJsonArray told = answer.value("secret_codes"_L1).toArray();
    for (const auto& code : told)
        codes.append(code.toString());
    m_codes->give(codes, m_sync.status().userName);
    refreshState();
}

void FactorPanel::retranslate()
{
    m_name->setText(tr("Second factor"));
    m_turnOn->setText(tr("Turn on…"));
    m_turnOn->setAccessibleName(tr("Turn on the second factor"));
    m_newCodes->setText(tr("Other recovery codes…"));
    m_turnOff->setText(tr("Turn off…"));
    m_turnOff->setAccessibleName(tr("Turn off the second factor"));
    m_setUpWords->setText(tr(
        "Scan this with a program for sign-in codes on your telephone, and type the six digits that it shows then."));
    m_qr->setAccessibleName(tr("QR code; the key beside it says the same"));
    m_keyName->setText(tr("Without a camera, type this key there:"));
    m_key->setAccessibleName(tr("Key for the telephone"));
    m_code->setName(tr("Code"));
    m_confirm->setText(tr("Turn on"));
    m_cancel->setText(tr("Cancel"));
    refreshState();
}

void FactorPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace Forecourt
