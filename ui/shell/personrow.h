// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/user/managedperson.h"

#include <QWidget>

namespace Forecourt {

class Button;
class LocationDirectory;

/// One person in the list of people: who, as what, where, when seen, and what can be done. Disabling asks once more in
/// the same place.
class PersonRow : public QWidget {
    Q_OBJECT

public:
    PersonRow(ManagedPerson person, const LocationDirectory& locations, UtcMs now, QWidget* parent = nullptr);

    const ManagedPerson& person() const { return m_person; }
    /// While the server is being asked.
    void setBusy(bool busy);
    /// Gives the keyboard to what can be done here.
    void takeFocus();

Q_SIGNALS:
    void editRequested();
    void passwordRequested();
    /// The question was answered with yes, or there is none (enabling).
    void standingConfirmed(bool disabled);

private:
    QString stateText(UtcMs now) const;
    void ask(bool asking);

    ManagedPerson m_person;
    bool m_busy = false;
    QWidget* m_question;
    Button* m_edit;
    Button* m_password;
    Button* m_standing;
    Button* m_confirm;
    Button* m_keep;
};

}  // namespace Forecourt
