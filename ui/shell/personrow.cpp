// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/personrow.h"

#include "ui/shell/personwords.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

PersonRow::PersonRow(ManagedPerson person, const LocationDirectory& locations, UtcMs now, QWidget* parent)
    : QWidget(parent),
      m_person(std::move(person)),
      m_question(new QWidget(this)),
      m_edit(new Button(tr("Change"), Button::Kind::Default, this)),
      m_password(new Button(tr("Set password"), Button::Kind::Default, this)),
      m_standing(new Button(QString(), Button::Kind::Default, this)),
      m_confirm(new Button(tr("Disable"), Button::Kind::DangerFill, m_question)),
      m_keep(new Button(tr("Keep access"), Button::Kind::Default, m_question))
{
    const PersonFacts& facts = m_person.facts;
    auto* title = new Label(facts.name, TextRole::BodyStrong, facts.disabled ? Token::Ink3 : Token::Ink, this);
    title->setEliding(true);
    auto* about = new Label(
        QStringList{facts.login, PersonWords::role(facts.role), PersonWords::locations(facts.locations, locations)}
            .join(u" · "_s),
        TextRole::Second, Token::Ink2, this);
    about->setEliding(true);
    auto* state = new Label(stateText(now), TextRole::Second, m_person.connected ? Token::Ink2 : Token::Ink3, this);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::px(8));
    head->addWidget(title);
    if (m_person.isThis)
        head->addWidget(new Badge(tr("You"), Tone::Info, this));
    if (facts.disabled)
        head->addWidget(new Badge(tr("Disabled"), Tone::Neutral, this));
    if (m_person.temporary && !facts.disabled) {
        auto* given = new Badge(tr("New password due"), Tone::Warn, this);
        given->setToolTip(
            tr("Somebody else gave this password: at the next sign-in %1 chooses another.").arg(facts.name));
        head->addWidget(given);
    }
    head->addStretch(1);
    all->addLayout(head);
    all->addWidget(about);
    all->addWidget(state);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(Theme::px(8));
    // A row of which nothing can be done ends with its words.
    actions->setContentsMargins(0, m_person.mayEdit || m_person.maySetPassword ? Theme::px(6) : 0, 0, 0);
    for (Button* action : {m_edit, m_password, m_standing}) {
        action->setSize(Button::Size::Small);
        actions->addWidget(action);
    }
    actions->addStretch(1);
    all->addLayout(actions);

    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, Theme::px(6), 0, 0);
    auto* asked = new Label(tr("Disable %1? They are signed out on every computer at once, and cannot sign in until "
                               "somebody lets them in again. What they have not sent yet stays on their computer.")
                                .arg(facts.name),
                            TextRole::Body, Token::Ink, m_question);
    asked->setWordWrap(true);
    question->addWidget(asked);
    auto* answers = new QHBoxLayout;
    answers->addWidget(m_confirm);
    answers->addWidget(m_keep);
    answers->addStretch(1);
    question->addLayout(answers);
    all->addWidget(m_question);

    m_edit->setObjectName(u"edit"_s);
    m_password->setObjectName(u"setPassword"_s);
    m_standing->setObjectName(u"standing"_s);
    m_confirm->setObjectName(u"confirmDisable"_s);
    m_keep->setObjectName(u"keepAccess"_s);
    m_edit->setAccessibleName(tr("Change %1").arg(facts.name));
    m_password->setAccessibleName(tr("Set a password for %1").arg(facts.name));
    m_confirm->setAccessibleName(tr("Disable %1 now").arg(facts.name));
    setBusy(false);
    m_edit->setVisible(m_person.mayEdit);
    m_password->setVisible(m_person.maySetPassword);
    m_standing->setVisible(m_person.mayEdit && !m_person.isThis);
    m_question->hide();
    connect(m_edit, &Button::clicked, this, &PersonRow::editRequested);
    connect(m_password, &Button::clicked, this, &PersonRow::passwordRequested);
    connect(m_standing, &Button::clicked, this, [this] {
        if (m_busy)
            return;
        if (m_person.facts.disabled)
            Q_EMIT standingConfirmed(false);
        else
            ask(true);
    });
    connect(m_keep, &Button::clicked, this, [this] { ask(false); });
    connect(m_confirm, &Button::clicked, this, [this] {
        ask(false);
        Q_EMIT standingConfirmed(true);
    });
}

QString PersonRow::stateText(UtcMs now) const
{
    if (m_person.connected)
        return tr("Connected");
    if (m_person.seenAt == 0)
        return tr("Has never signed in");
    return tr("Last seen %1").arg(formatRelative(m_person.seenAt, now));
}

void PersonRow::ask(bool asking)
{
    m_question->setVisible(asking);
    m_standing->setEnabled(!asking);
    // The question appears where the keyboard is; the harmless answer has it.
    (asking ? m_keep : m_standing)->setFocus();
}

void PersonRow::takeFocus()
{
    (m_person.mayEdit ? m_edit : m_password)->setFocus();
}

void PersonRow::setBusy(bool busy)
{
    // It stays enabled: the keyboard would go elsewhere.
    m_busy = busy;
    const bool disabled = m_person.facts.disabled;
    m_standing->setText(busy ? tr("Saving…") : disabled ? tr("Let in again") : tr("Disable"));
    m_standing->setAccessibleName((disabled ? tr("Let %1 in again") : tr("Disable %1")).arg(m_person.facts.name));
}

}  // namespace Forecourt
