// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QWidget>

namespace Forecourt {

class Button;
class FormField;
class Label;
class Note;

/// Asks a person who is signed in for their password, and for a code where they have a second factor, before something
/// that whoever finds the workstation open must not do.
class IdentityForm : public QWidget {
    Q_OBJECT

public:
    enum class Asks { Password, PasswordAndCode };

    explicit IdentityForm(QWidget* parent = nullptr);

    /// Shows itself, empty. `words` say what for, `action` what the button does.
    void ask(Asks asks, const QString& words, const QString& action, bool dangerous = false);
    /// Hides itself and forgets what was typed.
    void done();
    void setBusy(bool busy);
    /// At the field that it is about; what was typed stays.
    void showError(const Error& error);

Q_SIGNALS:
    void confirmed(const QString& password, const QString& code);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void submit();
    void clearErrors();

    Label* m_words;
    Note* m_trouble;
    FormField* m_password;
    FormField* m_code;
    Button* m_submit;
    Button* m_cancel;
    bool m_busy = false;
};

}  // namespace Forecourt
