// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/personform.h"

#include "models/base/passwordwords.h"
#include "models/location/locationdirectory.h"
#include "ui/shell/locationchoice.h"
#include "ui/shell/personwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

PersonForm::PersonForm(const LocationDirectory& locations, QWidget* parent)
    : QWidget(parent),
      m_locations(locations),
      m_head(new Label(QString(), TextRole::BodyStrong, Token::Ink, this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_login(new FormField(QString(), new QLineEdit(this), this)),
      m_name(new FormField(QString(), new QLineEdit(this), this)),
      m_roleBox(new QComboBox(this)),
      m_places(new LocationChoice(this)),
      m_password(new FormField(QString(), new QLineEdit(this), this)),
      m_save(new Button(QString(), Button::Kind::Primary, this)),
      m_cancel(new Button(QString(), Button::Kind::Default, this))
{
    m_role = new FormField(QString(), m_roleBox, this);
    m_place = new FormField(QString(), m_places, this);
    m_password->line()->setEchoMode(QLineEdit::Password);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::px(12));
    for (QWidget* part : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_trouble),
                          static_cast<QWidget*>(m_login), static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_role),
                          static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_password)})
        all->addWidget(part);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    all->addLayout(buttons);
    m_login->setObjectName(u"login"_s);
    m_name->setObjectName(u"name"_s);
    m_role->setObjectName(u"role"_s);
    m_place->setObjectName(u"locations"_s);
    m_password->setObjectName(u"password"_s);
    m_save->setObjectName(u"save"_s);
    m_cancel->setObjectName(u"cancel"_s);
    connect(m_roleBox, &QComboBox::currentIndexChanged, this, &PersonForm::describeRole);
    connect(m_save, &Button::clicked, this, &PersonForm::submit);
    connect(m_cancel, &Button::clicked, this, &PersonForm::cancelled);
    for (const FormField* field : {m_login, m_name, m_password})
        connect(field->line(), &QLineEdit::returnPressed, this, &PersonForm::submit);
}

void PersonForm::begin(const ManagedPeople& people, const PersonFacts& facts, bool own)
{
    m_seen = facts;
    m_own = own;
    m_roles = people.roles;
    // A person keeps a role that one could not give.
    if (!facts.role.isEmpty() && !m_roles.contains(facts.role))
        m_roles << facts.role;
    std::vector<Location> offered;
    for (const Location& location : m_locations.all()) {
        if (people.locations.empty() || std::ranges::binary_search(people.locations, location.id))
            offered.push_back(location);
    }
    m_places->offer(offered, people.locations.empty());
    const bool adds = m_person.isNull();
    m_password->setVisible(adds);
    m_role->setVisible(!own);
    m_place->setVisible(!own);
    m_password->line()->clear();
    m_roleBox->clear();
    for (const QString& role : std::as_const(m_roles))
        m_roleBox->addItem(QString(), role);
    setBusy(false);
    retranslate();
    show(facts);
    clearErrors();
    (adds ? m_login : m_name)->line()->setFocus();
}

void PersonForm::beginAdding(const ManagedPeople& people)
{
    m_person = {};
    PersonFacts facts;
    facts.role = people.roles.contains(u"sales"_s) ? u"sales"_s : people.roles.value(0);
    facts.locations = people.locations;
    begin(people, facts, false);
}

void PersonForm::beginEditing(const ManagedPerson& person, const ManagedPeople& people)
{
    m_person = person.id;
    m_title = person.facts.name;
    begin(people, person.facts, person.isThis);
}

void PersonForm::show(const PersonFacts& facts)
{
    m_login->line()->setText(facts.login);
    m_name->line()->setText(facts.name);
    m_roleBox->setCurrentIndex(static_cast<int>(m_roles.indexOf(facts.role)));
    m_places->setChosen(facts.locations);
}

PersonFacts PersonForm::typed() const
{
    PersonFacts facts = m_seen;
    facts.login = m_login->line()->text().trimmed();
    facts.name = m_name->line()->text().simplified();
    if (!m_own) {
        facts.role = m_roleBox->currentData().toString();
        facts.locations = m_places->chosen();
    }
    return facts;
}

bool PersonForm::isTouched() const
{
    return typed() != m_seen || !m_password->line()->text().isEmpty();
}

void PersonForm::follow(const ManagedPerson& person)
{
    const PersonFacts mine = typed();
    PersonFacts merged = person.facts;
    if (mine.login != m_seen.login)
        merged.login = mine.login;
    if (mine.name != m_seen.name)
        merged.name = mine.name;
    if (mine.role != m_seen.role)
        merged.role = mine.role;
    if (mine.locations != m_seen.locations)
        merged.locations = mine.locations;
    m_seen = person.facts;
    if (!m_roles.contains(merged.role)) {
        m_roles << merged.role;
        m_roleBox->addItem(PersonWords::role(merged.role), merged.role);
    }
    show(merged);
    setBusy(false);
    m_trouble->setTone(Tone::Warn);
    m_trouble->setText(
        tr("Somebody else has changed this person meanwhile: %1 · %2 · %3 · %4 · %5. What you typed is still "
           "here; save again to put it in place of theirs.")
            .arg(person.facts.login, person.facts.name, PersonWords::role(person.facts.role),
                 PersonWords::locations(person.facts.locations, m_locations),
                 person.facts.disabled ? tr("disabled") : tr("may sign in")));
    m_trouble->show();
}

void PersonForm::clearErrors()
{
    m_trouble->hide();
    for (FormField* field : {m_login, m_name, m_role, m_place, m_password})
        field->clearMessage();
    describeRole();
    m_login->setHint(tr("What the person types to sign in."));
    m_password->setHint(PasswordWords::rules() + u' ' +
                        tr("Tell it to the person, who chooses another at the first sign-in; it is not shown again."));
}

void PersonForm::showError(const Error& error)
{
    setBusy(false);
    const QString words = PersonWords::refusal(error);
    const QString code = error.code == ErrorCode::RequestRefused ? error.detail : QString();
    FormField* field = nullptr;
    if (PasswordWords::fromCode(code))
        field = m_password;
    else if (code == "login"_L1 || code == "login_taken"_L1)
        field = m_login;
    else if (code == "name"_L1)
        field = m_name;
    else if (code == "last_owner"_L1 || code == "role"_L1)
        field = m_role;
    else if (code == "location"_L1)
        field = m_place;
    if (field && field->isVisibleTo(this)) {
        field->setError(words);
        field->editor()->setFocus();
        return;
    }
    m_trouble->setTone(Tone::Bad);
    m_trouble->setText(words);
    m_trouble->show();
}

void PersonForm::setBusy(bool busy)
{
    // It stays enabled: the keyboard would go elsewhere.
    m_busy = busy;
    m_save->setText(busy ? tr("Saving…") : m_person.isNull() ? tr("Add") : tr("Save"));
}

void PersonForm::submit()
{
    if (m_busy)
        return;
    clearErrors();
    const bool adds = m_person.isNull();
    const PersonFacts facts = typed();
    if (facts.login.isEmpty()) {
        m_login->setError(tr("Give a user name."));
        m_login->editor()->setFocus();
        return;
    }
    if (!m_own && m_places->isEmpty()) {
        m_place->setError(tr("Tick a site, or all of them."));
        m_places->setFocus();
        return;
    }
    QJsonObject arguments;
    if (adds) {
        arguments = facts.toJson();
        arguments.remove(u"disabled"_s);
        arguments.insert(u"password"_s, m_password->line()->text());
    } else {
        arguments = facts.toJson(m_seen);
        if (arguments.isEmpty())
            return Q_EMIT cancelled();
        arguments.insert(u"user_id"_s, m_person.toString());
        arguments.insert(u"seen"_s, m_seen.toJson());
    }
    setBusy(true);
    Q_EMIT submitted(adds ? u"people.add"_s : u"people.edit"_s, arguments);
}

void PersonForm::describeRole()
{
    m_role->setHint(PersonWords::roleHint(m_roleBox->currentData().toString()));
}

void PersonForm::retranslate()
{
    m_head->setText(m_person.isNull() ? tr("Add a person") : tr("Change %1").arg(m_title));
    m_login->setName(tr("User name"));
    m_name->setName(tr("Name as others read it"));
    m_role->setName(tr("Role"));
    m_place->setName(tr("Sites"));
    m_password->setName(tr("First password"));
    m_cancel->setText(tr("Cancel"));
    for (int i = 0; i < m_roleBox->count(); ++i)
        m_roleBox->setItemText(i, PersonWords::role(m_roleBox->itemData(i).toString()));
    m_places->retranslate();
    setBusy(m_busy);
    clearErrors();
}

void PersonForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PersonForm::keyPressEvent(QKeyEvent* event)
{
    // What was typed goes with a word about it only: the button.
    if (event->key() == Qt::Key_Escape && !m_busy && !isTouched())
        return Q_EMIT cancelled();
    QWidget::keyPressEvent(event);
}

}  // namespace Forecourt
