// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"

#include <QImage>
#include <QWidget>

class QLineEdit;
class QStackedLayout;

namespace Forecourt {

class Button;
class FormField;
class Label;
class Note;
class ShellSettings;
class SignInCodeStep;
class SignInPasswordStep;

/// Sign-in, in place of the whole window: server, name, password, and then a password of one's own, where somebody else
/// gave that one, and the code of the telephone where the person has a second factor. What goes wrong stands at the
/// field it is about. Without a server, or when it does not answer, the person can go on working here.
class SignInView : public QWidget {
    Q_OBJECT

public:
    SignInView(SyncControl& sync, ShellSettings& settings, QWidget* parent = nullptr);

    /// Suggests an address while the field is empty.
    void suggestServer(const QUrl& server);
    /// Empties the password and puts the focus where something is missing.
    void start();

Q_SIGNALS:
    void signedIn();
    void workHereRequested();
    void helpRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void refreshStatus();
    void submit();
    void ask(const QString& code);
    /// The fields, the password of one's own, where somebody else gave the first, or the code of the telephone.
    enum class Step { First, NewPassword, Code };
    void showStep(Step step);
    void makePasswordStep();
    void makeCodeStep();
    void cancelStep();
    void trustAndSubmit();
    void showError(const Error& error);
    void showFingerprint(const Error& error);
    void clearErrors();
    void setBusy(bool busy);
    void loadPicture();
    QRect pictureRect() const;

    SyncControl& m_sync;
    ShellSettings& m_settings;
    QImage m_picture;
    bool m_pictureAsked = false;
    QWidget* m_form;
    Label* m_subtitle;
    Note* m_note;
    Button* m_trust;
    FormField* m_server;
    FormField* m_name;
    FormField* m_password;
    Button* m_submit;
    Button* m_workHere;
    Label* m_lastSync;
    Label* m_waiting;
    QWidget* m_facts;
    QWidget* m_foot;
    Label* m_version;
    Button* m_english;
    Button* m_french;
    Button* m_help;
    std::optional<Error> m_error;
    QUrl m_asked;  ///< the server of the last try
    Step m_step = Step::First;
    SignInPasswordStep* m_passwordStep = nullptr;  ///< made when first needed
    SignInCodeStep* m_codeStep = nullptr;          ///< likewise
    QString m_newPassword;                         ///< chosen in this sign-in
    bool m_busy = false;
};

}  // namespace Forecourt
