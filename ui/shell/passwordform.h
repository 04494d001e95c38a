// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"

#include <QWidget>

namespace Forecourt {

class Button;
class FormField;
class Label;
class Note;
class Toggle;

/// Changes the password of whoever is signed in. The server decides; what it says stands at the field that it is about,
/// and nothing that was typed is lost.
class PasswordForm : public QWidget {
    Q_OBJECT

public:
    explicit PasswordForm(SyncControl& sync, QWidget* parent = nullptr);

    /// Whether a code is asked for from the start.
    void setNeedsCode(bool needed);
    void setOnline(bool online);

Q_SIGNALS:
    void announced(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void open(bool open);
    void submit();
    void clearErrors();
    void showError(const Error& error);
    void complain(FormField* field, const QString& sentence);

    SyncControl& m_sync;
    Label* m_name;
    Label* m_about;
    Button* m_change;
    QWidget* m_form;
    Note* m_trouble;
    FormField* m_old;
    FormField* m_new;
    FormField* m_again;
    FormField* m_code;
    Toggle* m_others;
    Button* m_submit;
    Button* m_cancel;
    bool m_needsCode = false;
    bool m_busy = false;
};

}  // namespace Forecourt
