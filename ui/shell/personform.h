// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/user/managedperson.h"

#include <QWidget>

class QComboBox;

namespace Forecourt {

class Button;
class FormField;
class Label;
class LocationChoice;
class LocationDirectory;
class Note;

/// Adds a person, or changes one. It keeps what was typed until whoever asked for it hides it: a failure is only said.
class PersonForm : public QWidget {
    Q_OBJECT

public:
    explicit PersonForm(const LocationDirectory& locations, QWidget* parent = nullptr);

    /// Begins anew, for somebody new.
    void beginAdding(const ManagedPeople& people);
    /// Begins anew, for this person.
    void beginEditing(const ManagedPerson& person, const ManagedPeople& people);
    /// Somebody else has changed the person meanwhile. What was not touched here follows; what was, stays to be saved
    /// once more, or not.
    void follow(const ManagedPerson& person);

    void showError(const Error& error);
    void setBusy(bool busy);
    /// Who is being changed; null while somebody is being added.
    UserId person() const { return m_person; }

Q_SIGNALS:
    /// The request that does it.
    void submitted(const QString& verb, const QJsonObject& arguments);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void begin(const ManagedPeople& people, const PersonFacts& facts, bool own);
    void retranslate();
    void describeRole();
    void clearErrors();
    PersonFacts typed() const;
    bool isTouched() const;
    void show(const PersonFacts& facts);
    void submit();

    const LocationDirectory& m_locations;
    UserId m_person;
    QString m_title;
    PersonFacts m_seen;
    bool m_own = false;
    bool m_busy = false;
    QStringList m_roles;
    Label* m_head;
    Note* m_trouble;
    FormField* m_login;
    FormField* m_name;
    FormField* m_role;
    QComboBox* m_roleBox;
    FormField* m_place;
    LocationChoice* m_places;
    FormField* m_password;
    Button* m_save;
    Button* m_cancel;
};

}  // namespace Forecourt
