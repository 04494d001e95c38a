// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/user/managedperson.h"

#include <QWidget>

namespace Forecourt {

class Button;
class FormField;
class Label;
class Note;

/// Gives somebody else a password, in the list of people.
class PersonPasswordForm : public QWidget {
    Q_OBJECT

public:
    explicit PersonPasswordForm(QWidget* parent = nullptr);

    void begin(const ManagedPerson& person);
    void showError(const Error& error);
    UserId person() const { return m_person; }

Q_SIGNALS:
    void submitted(const QString& verb, const QJsonObject& arguments);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void setBusy(bool busy);
    void clearErrors();
    void submit();

    UserId m_person;
    QString m_name;
    bool m_busy = false;
    Label* m_head;
    Label* m_about;
    Note* m_trouble;
    FormField* m_password;
    Button* m_save;
    Button* m_cancel;
};

}  // namespace Forecourt
