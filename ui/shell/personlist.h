// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/user/managedperson.h"
#include "ui/shell/onlinelist.h"
#include "ui/shell/shellcontext.h"

class QVBoxLayout;

namespace Forecourt {

class Button;
class Label;
class Note;
class PersonForm;
class PersonPasswordForm;
class PersonRow;

/// Who may sign in, for owners and managers: adding, changing, disabling, setting a password. A form that is open stays
/// while offline, with what was typed.
class PersonList : public OnlineList {
    Q_OBJECT

public:
    explicit PersonList(const ShellContext& context, QWidget* parent = nullptr);

protected:
    void rebuild() override;
    void take(const QJsonObject& answer) override;
    void showFailure(const std::optional<Error>& error) override;

private:
    void makeRow(const ManagedPerson& person, UserId focused);
    void openForm(QWidget* form);
    void closeForm();
    void submit(const QString& verb, const QJsonObject& arguments);
    void setStanding(PersonRow* row, bool disabled);
    void setTrouble(const QString& words, bool again);

    const ShellContext m_context;
    Label* m_state;
    Note* m_trouble;
    Button* m_again;
    Button* m_add;
    PersonForm* m_form;
    PersonPasswordForm* m_password;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QWidget* m_open = nullptr;  ///< the form that stands in place of the list
    UserId m_last;              ///< whose row gets the keyboard after a form
    ManagedPeople m_people;
    UserId m_busy;
};

}  // namespace Forecourt
