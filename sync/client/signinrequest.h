// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "sync/client/refreshrequest.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace Forecourt {

/// What the server gives to a device whose person knows the password.
struct SignedIn {
    SignInTokens tokens;
    std::uint32_t device = 0;
    UserId user;
    QString displayName;
    QString role;
    QByteArray dealership;
    bool systemTrusts = false;  ///< the certificate of the server needs no pin
};

/// Asks a server for tokens. Looks first whether it is a Forecourt server at all, so that a password never goes to
/// anybody else. PROTOCOL.md has the JSON.
class SignInRequest : public QObject {
    Q_OBJECT

public:
    /// See CertificateGuard; for the next start().
    void setPin(QByteArray pin) { m_pin = std::move(pin); }

    using Done = std::function<void(Expected<SignedIn>)>;

    explicit SignInRequest(QObject* parent = nullptr);

    /// Errors: ServerUnreachable, ServerForeign, ProtocolTooOld, ProtocolTooNew, WrongPassword, AccountDisabled,
    /// RequestRefused (`new_password_needed`, what is wrong with the new one, `code_needed`, `wrong_code`),
    /// RateLimited, ServerFault, CertificateUntrusted, CertificateChanged, TlsFailed, ServerWantsTls; Cancelled for a
    /// request that another one replaces.
    struct Question {
        QString name;
        QString password;
        Uuid device;
        QByteArray secret;    ///< of the device, 32 bytes
        QString code;         ///< of the second factor; empty: none
        QString newPassword;  ///< in place of one that somebody else gave; empty: none
    };
    void start(const QUrl& server, const Question& question, Done done);

private:
    void askToken(const QUrl& server, const QByteArray& body);
    void finish(Expected<SignedIn> result);
    void onHealth(QNetworkReply* reply, const QUrl& server, const QByteArray& body);
    void onToken(QNetworkReply* reply);

    QNetworkAccessManager m_network;
    QNetworkReply* m_reply = nullptr;
    QByteArray m_pin;
    bool m_systemTrusts = false;
    Done m_done;
};

}  // namespace Forecourt
