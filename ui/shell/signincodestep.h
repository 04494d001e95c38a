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

/// Second step of sign-in: the code of the telephone, or a recovery code.
class SignInCodeStep : public QWidget {
    Q_OBJECT

public:
    explicit SignInCodeStep(QWidget* parent = nullptr);

    /// Empties the field and puts the focus there.
    void start();
    void setBusy(bool busy);
    /// What is wrong with the code, at its field; the code stays to be corrected.
    void showError(const Error& error);

Q_SIGNALS:
    void submitted(const QString& code);
    void edited();
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void submit();

    Label* m_words;
    FormField* m_code;
    Button* m_submit;
    Button* m_back;
    std::optional<Error> m_error;
    bool m_busy = false;
};

}  // namespace Forecourt
