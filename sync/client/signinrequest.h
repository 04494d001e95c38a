// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace Forecourt {

/// What the server gives to a device whose person knows the password.
struct SignedIn {
    QByteArray token;
    std::uint32_t device = 0;
    UserId user;
    QString displayName;
    QString role;
    QByteArray dealership;
};

/// Asks a server for a token. Looks first whether it is a Forecourt server at all, so that a password never goes to
/// anybody else. PROTOCOL.md has the JSON.
class SignInRequest : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Expected<SignedIn>)>;

    explicit SignInRequest(QObject* parent = nullptr);

    /// Errors: ServerUnreachable, ServerForeign, ProtocolTooOld, ProtocolTooNew, WrongPassword, AccountDisabled,
    /// RateLimited, ServerFault; Cancelled for a request that another one replaces.
    void start(const QUrl& server, const QString& name, const QString& password, Uuid device, Done done);

private:
    void askToken(const QUrl& server, const QByteArray& body);
    void finish(Expected<SignedIn> result);
    void onHealth(QNetworkReply* reply, const QUrl& server, const QByteArray& body);
    void onToken(QNetworkReply* reply);

    QNetworkAccessManager m_network;
    QNetworkReply* m_reply = nullptr;
    Done m_done;
};

}  // namespace Forecourt
