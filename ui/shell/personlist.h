// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/outbox/synccontrol.h"
#include "models/user/managedperson.h"
#include "ui/shell/shellcontext.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace Forecourt {

class Button;
class Label;
class Note;
class PersonForm;
class PersonPasswordForm;
class PersonRow;

/// Who may sign in, for owners and managers: adding, changing, disabling, setting a password. The server knows them, so
/// the list is only there while online; a form that is open stays, with what was typed. It is asked again whenever it
/// is shown.
class PersonList : public QWidget {
    Q_OBJECT

public:
    explicit PersonList(const ShellContext& context, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    /// Something was done that is worth a word to the person.
    void announced(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void followLink();
    void rebuild();
    void makeRow(const ManagedPerson& person, UserId focused);
    void openForm(QWidget* form);
    void closeForm();
    void submit(const QString& verb, const QJsonObject& arguments);
    void setStanding(PersonRow* row, bool disabled);
    void setTrouble(const QString& words, bool again);

    SyncControl& m_sync;
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
    SyncStatus::Link m_link = SyncStatus::Link::NoServer;
    bool m_asking = false;
    bool m_known = false;
    UserId m_busy;
};

}  // namespace Forecourt
