// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/client/refreshrequest.h"
#include "sync/client/tokenstore.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Forecourt {

/// Keeps a sign-in alive: holds the secret of this device and the tokens, and renews them in time. What has to outlive
/// the program, secret and refresh token, lies in TokenStore; the next ones are there before they are used, so that a
/// program that ends at any moment has ones that count.
class TokenKeeper : public QObject {
    Q_OBJECT

public:
    /// `key` names the tokens among those of other stores.
    TokenKeeper(const QString& storeDirectory, const QString& key, QObject* parent = nullptr);

    /// Reads what an earlier run left; a sign-in meanwhile goes before it.
    void load(std::function<void()> done);
    bool isSignedIn() const { return !m_tokens.refresh.isEmpty(); }
    bool isInFile() const { return m_inFile; }

    /// 32 random bytes, for a sign-in.
    static QByteArray makeSecret();
    /// What sign-in brought. `done` comes when it is stored; where there is no place for it, it lasts until the program
    /// ends.
    void signedIn(SignInTokens tokens, const QByteArray& secret, std::function<void()> done);
    void forget();

    const QByteArray& secret() const { return m_secret; }
    /// Empty: it has to be asked for.
    const QByteArray& access() const { return m_tokens.access; }
    /// Delivers an access token that counts, renewing it first if need be. `pin`: see CertificateGuard. Errors: those
    /// of RefreshRequest; NotSignedIn and DeviceSignedOut forget the sign-in.
    using Done = std::function<void(Expected<QByteArray>)>;
    void ask(const QUrl& server, const QByteArray& pin, Done done);
    /// The server says that the access token counts no longer.
    void dropAccess();

Q_SIGNALS:
    /// There is another access token.
    void renewed();

private:
    void take(SignInTokens tokens);
    void renew();
    void answer(const Expected<QByteArray>& result);

    TokenStore m_store;
    RefreshRequest m_request;
    QTimer m_renew;
    QElapsedTimer m_since;  ///< since the access token came
    QUrl m_server;
    QByteArray m_pin;
    QByteArray m_secret;
    SignInTokens m_tokens;
    std::vector<Done> m_waiting;
    bool m_inFile = false;
    bool m_storing = false;
    int m_signIns = 0;  ///< counts them, and the times that one was forgotten
};

}  // namespace Forecourt
