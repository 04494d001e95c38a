// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QWidget>

#include <optional>

namespace Forecourt {

class Button;
class FormField;
class Label;

/// Step of sign-in for who was given a password by somebody else: they choose their own.
class SignInPasswordStep : public QWidget {
    Q_OBJECT

public:
    explicit SignInPasswordStep(QWidget* parent = nullptr);

    /// Empties the fields and puts the focus there.
    void start();
    /// Forgets what was typed.
    void clear();
    void setBusy(bool busy);
    /// What is wrong with the password, at its field; it stays to be corrected.
    void showError(const Error& error);

Q_SIGNALS:
    void submitted(const QString& password);
    void edited();
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void clearErrors();
    void submit();
    void complain(FormField* field, const QString& sentence);

    Label* m_words;
    FormField* m_new;
    FormField* m_again;
    Button* m_submit;
    Button* m_back;
    std::optional<Error> m_error;
    bool m_busy = false;
};

}  // namespace Forecourt
