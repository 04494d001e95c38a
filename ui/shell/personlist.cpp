// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/personlist.h"

#include "models/base/clock.h"
#include "models/base/whendone.h"
#include "models/location/locationdirectory.h"
#include "models/store/store.h"
#include "models/user/userdirectory.h"
#include "ui/shell/personform.h"
#include "ui/shell/personpasswordform.h"
#include "ui/shell/personrow.h"
#include "ui/shell/personwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

PersonList::PersonList(const ShellContext& context, QWidget* parent)
    : OnlineList(*context.sync, u"people.list"_s, parent),
      m_context(context),
      m_state(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_trouble(new Note(Tone::Bad, QString(), this)),
      m_add(new Button(QString(), Button::Kind::Default, this)),
      m_form(new PersonForm(*context.locations, this)),
      m_password(new PersonPasswordForm(this)),
      m_list(new QWidget(this)),
      m_rows(new QVBoxLayout(m_list))
{
    m_state->setWordWrap(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::px(8));
    for (QWidget* part : {static_cast<QWidget*>(m_trouble), static_cast<QWidget*>(m_state),
                          static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_password), m_list})
        all->addWidget(part);
    all->addWidget(m_add, 0, Qt::AlignLeft);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Theme::px(8));
    m_add->setObjectName(u"addPerson"_s);
    m_trouble->hide();
    m_form->hide();
    m_password->hide();
    m_again = m_trouble->addAction(QString());
    connect(m_again, &Button::clicked, this, &PersonList::refresh);
    connect(m_add, &Button::clicked, this, [this] {
        m_last = {};
        m_form->beginAdding(m_people);
        openForm(m_form);
    });
    connect(m_form, &PersonForm::submitted, this, &PersonList::submit);
    connect(m_password, &PersonPasswordForm::submitted, this, &PersonList::submit);
    connect(m_form, &PersonForm::cancelled, this, &PersonList::closeForm);
    connect(m_password, &PersonPasswordForm::cancelled, this, &PersonList::closeForm);
    // Somebody else may have changed people: their rows come by themselves.
    connect(m_context.users, &UserDirectory::changed, this, [this] {
        if (isKnown() && isVisible())
            refresh();
    });
    connect(m_context.locations, &LocationDirectory::changed, this, &PersonList::rebuild);
    PersonList::rebuild();
}

void PersonList::take(const QJsonObject& answer)
{
    m_people = ManagedPeople::fromAnswer(answer);
}

void PersonList::showFailure(const std::optional<Error>& error)
{
    setTrouble(error ? PersonWords::refusal(*error) : QString(), true);
}

void PersonList::setTrouble(const QString& words, bool again)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
    m_again->setVisible(again);
}

void PersonList::rebuild()
{
    m_again->setText(tr("Try again"));
    m_add->setText(tr("Add a person"));
    UserId focused;
    const auto before = m_list->findChildren<PersonRow*>();
    for (const PersonRow* row : before) {
        if (row->isAncestorOf(QApplication::focusWidget()))
            focused = row->person().id;
    }
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    const bool shown = isOnline() && isKnown();
    if (!isOnline())
        m_state->setText(
            tr("The server keeps this list; people can be seen and changed when this computer is online."));
    else if (!isKnown())
        m_state->setText(m_trouble->isHidden() ? tr("Asking the server…") : QString());
    else
        m_state->setText(tr("Who may sign in, as what, and at which sites. Changes count at once, everywhere."));
    if (!isOnline() && !m_open)
        m_trouble->hide();
    m_state->setVisible(!m_state->text().isEmpty());
    m_list->setVisible(shown && !m_open);
    m_add->setVisible(shown && !m_open);
    if (!shown)
        return;
    for (const ManagedPerson& person : m_people.people)
        makeRow(person, focused);
}

void PersonList::makeRow(const ManagedPerson& person, UserId focused)
{
    m_rows->addWidget(new Divider(Qt::Horizontal, m_list));
    auto* row = new PersonRow(person, *m_context.locations, m_context.store->clock().now(), m_list);
    row->setBusy(person.id == m_busy);
    m_rows->addWidget(row);
    connect(row, &PersonRow::editRequested, this, [this, row] {
        m_last = row->person().id;
        m_form->beginEditing(row->person(), m_people);
        openForm(m_form);
    });
    connect(row, &PersonRow::passwordRequested, this, [this, row] {
        m_last = row->person().id;
        m_password->begin(row->person());
        openForm(m_password);
    });
    connect(row, &PersonRow::standingConfirmed, this, [this, row](bool disabled) { setStanding(row, disabled); });
    row->show();
    if (person.id == focused)
        row->takeFocus();
}

void PersonList::openForm(QWidget* form)
{
    m_open = form;
    setTrouble({}, false);
    m_list->hide();
    m_add->hide();
    form->show();
}

void PersonList::closeForm()
{
    if (QWidget* form = std::exchange(m_open, nullptr))
        form->hide();
    rebuild();
    if (m_last.isNull())
        m_add->setFocus();
    const auto rows = m_list->findChildren<PersonRow*>();
    // Rows that went are still there until the loop runs; the newest come last.
    for (PersonRow* row : rows) {
        if (row->person().id == m_last)
            row->takeFocus();
    }
}

void PersonList::submit(const QString& verb, const QJsonObject& arguments)
{
    QWidget* form = m_open;
    whenDone(sync().request(verb, arguments), this, [this, form, verb](const Expected<QJsonObject>& answer) {
        if (form != m_open)
            return refresh();
        if (answer) {
            const QString name = answer->value("name"_L1).toString();
            closeForm();
            Q_EMIT announced(verb == "people.add"_L1    ? tr("%1 may sign in now.").arg(name)
                             : verb == "people.edit"_L1 ? tr("%1 is changed.").arg(name)
                                                        : tr("%1 has a new password.").arg(name));
            return refresh();
        }
        const Error& error = answer.error();
        if (form == m_password)
            return m_password->showError(error);
        if (error.code != ErrorCode::RequestRefused || error.detail != "changed"_L1)
            return m_form->showError(error);
        // What it was made into meanwhile is shown beside what was typed.
        whenDone(sync().request(u"people.list"_s), this, [this, error](const Expected<QJsonObject>& again) {
            if (!again)
                return m_form->showError(again.error());
            m_people = ManagedPeople::fromAnswer(*again);
            if (const ManagedPerson* person = m_people.find(m_form->person()))
                m_form->follow(*person);
            else
                m_form->showError({ErrorCode::RequestRefused, {}, u"not_found"_s});
        });
    });
}

void PersonList::setStanding(PersonRow* row, bool disabled)
{
    const ManagedPerson person = row->person();
    m_busy = person.id;
    row->setBusy(true);
    PersonFacts wished = person.facts;
    wished.disabled = disabled;
    QJsonObject arguments = wished.toJson(person.facts);
    arguments.insert(u"user_id"_s, person.id.toString());
    arguments.insert(u"seen"_s, person.facts.toJson());
    whenDone(
        sync().request(u"people.edit"_s, arguments), this,
        [this, disabled, name = person.facts.name](const Expected<QJsonObject>& answer) {
            m_busy = {};
            if (answer) {
                setTrouble({}, false);
                Q_EMIT announced(disabled ? tr("%1 is disabled and signed out everywhere.").arg(name)
                                          : tr("%1 may sign in again.").arg(name));
                return refresh();
            }
            const Error& error = answer.error();
            if (error.code == ErrorCode::RequestRefused && error.detail == "changed"_L1) {
                setTrouble(
                    tr("%1: somebody else has changed this person meanwhile. Nothing was done; look again.").arg(name),
                    true);
            } else {
                // To repeat it is for the person to decide, at its row.
                setTrouble(name + u": "_s + PersonWords::refusal(error), false);
            }
            rebuild();
        });
}

}  // namespace Forecourt
