// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace Forecourt {

/// The tokens of a sign-in: what opens the sockets for a while, and what gives the next ones.
struct SignInTokens {
    QByteArray access;
    QByteArray refresh;
    qint64 accessLife = 0;  ///< milliseconds from now

    friend bool operator==(const SignInTokens&, const SignInTokens&) = default;
};

/// Asks the server for the next tokens. PROTOCOL.md has the JSON.
class RefreshRequest : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Expected<SignInTokens>)>;

    explicit RefreshRequest(QObject* parent = nullptr);

    bool isRunning() const { return m_reply != nullptr; }
    /// One at a time. Errors: NotSignedIn, DeviceSignedOut, AccountDisabled, ProtocolTooOld, RateLimited,
    /// ServerUnreachable, ServerForeign, ServerFault, CertificateUntrusted, CertificateChanged, TlsFailed.
    /// `pin`: see CertificateGuard.
    void start(const QUrl& server, const QByteArray& pin, const QByteArray& refreshToken, const QByteArray& secret,
               Done done);
    /// Nothing of it is reported any more.
    void stop();

private:
    void finish(Expected<SignInTokens> result);
    static Expected<SignInTokens> read(QNetworkReply& reply);

    QNetworkAccessManager m_network;
    QNetworkReply* m_reply = nullptr;
    Done m_done;
};

}  // namespace Forecourt
