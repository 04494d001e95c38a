// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/tokenkeeper.h"

#include "sync/protocol/deviceproof.h"

#include <QRandomGenerator>

#include <array>

namespace Forecourt {

namespace {

// Of the life of an access token: renewed when so much of it is over, and not used for a new connection at the very
// end.
constexpr double KeeperRenewAt = 0.6;
constexpr double KeeperUseUpto = 0.95;
constexpr int KeeperAgainMs = 30'000;
constexpr QByteArrayView KeeperFormat = "1";
constexpr auto KeeperLetters = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// What TokenStore keeps: format, secret and refresh token, in a line.
QByteArray keeperPack(const QByteArray& secret, const QByteArray& refresh)
{
    return KeeperFormat.toByteArray() + ' ' + secret.toBase64(KeeperLetters) + ' ' + refresh;
}

}  // namespace

TokenKeeper::TokenKeeper(const QString& storeDirectory, const QString& key, QObject* parent)
    : QObject(parent), m_store(storeDirectory, key, this), m_request(this), m_renew(this)
{
    m_renew.setSingleShot(true);
    connect(&m_renew, &QTimer::timeout, this, &TokenKeeper::renew);
}

void TokenKeeper::load(std::function<void()> done)
{
    m_store.read([this, done = std::move(done)](const Expected<TokenStore::Secret>& stored) {
        if (stored && m_tokens.refresh.isEmpty()) {
            // Whatever else lies there is of an earlier version, and does not count any more.
            const QList<QByteArray> parts = stored->token.split(' ');
            const QByteArray secret =
                parts.size() == 3 ? QByteArray::fromBase64(parts.at(1), KeeperLetters) : QByteArray();
            if (parts.front() == KeeperFormat && secret.size() == Wire::DeviceSecretSize) {
                m_secret = secret;
                m_tokens = {{}, parts.at(2), 0};
                m_inFile = stored->inFile;
            }
        }
        done();
    });
}

QByteArray TokenKeeper::makeSecret()
{
    std::array<quint32, Wire::DeviceSecretSize / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return {reinterpret_cast<const char*>(words.data()), Wire::DeviceSecretSize};
}

void TokenKeeper::signedIn(SignInTokens tokens, const QByteArray& secret, std::function<void()> done)
{
    m_request.stop();
    ++m_signIns;
    m_secret = secret;
    take(std::move(tokens));
    m_store.write(keeperPack(m_secret, m_tokens.refresh),
                  [this, done = std::move(done)](const Expected<TokenStore::Secret>& kept) {
                      m_inFile = kept && kept->inFile;
                      done();
                  });
}

void TokenKeeper::forget()
{
    m_request.stop();
    ++m_signIns;
    m_renew.stop();
    m_secret.clear();
    m_tokens = {};
    m_inFile = false;
    m_store.forget();
}

void TokenKeeper::take(SignInTokens tokens)
{
    m_tokens = std::move(tokens);
    m_since.start();
    m_renew.start(static_cast<int>(static_cast<double>(m_tokens.accessLife) * KeeperRenewAt));
}

void TokenKeeper::dropAccess()
{
    m_tokens.access.clear();
}

void TokenKeeper::ask(const QUrl& server, const QByteArray& pin, Done done)
{
    m_server = server;
    m_pin = pin;
    const auto usable = static_cast<qint64>(static_cast<double>(m_tokens.accessLife) * KeeperUseUpto);
    if (!m_tokens.access.isEmpty() && m_since.elapsed() < usable)
        return done(m_tokens.access);
    m_waiting.push_back(std::move(done));
    renew();
}

void TokenKeeper::renew()
{
    if (m_request.isRunning() || m_storing)
        return;
    if (!isSignedIn())
        return answer(fail(ErrorCode::NotSignedIn));
    if (m_server.isEmpty())
        return;
    m_request.start(m_server, m_pin, m_tokens.refresh, m_secret, [this](Expected<SignInTokens> next) {
        if (!next) {
            const ErrorCode code = next.error().code;
            if (code == ErrorCode::NotSignedIn || code == ErrorCode::DeviceSignedOut)
                forget();
            else
                m_renew.start(KeeperAgainMs);
            return answer(fail(next.error()));
        }
        m_storing = true;
        m_store.write(keeperPack(m_secret, next->refresh), [this, tokens = *next, signIns = m_signIns](
                                                               const Expected<TokenStore::Secret>& kept) {
            m_storing = false;
            if (signIns != m_signIns) {
                // Signed out, or in again, meanwhile.
                if (isSignedIn())
                    m_store.write(keeperPack(m_secret, m_tokens.refresh), [](const auto&) {});
                else
                    m_store.forget();
                return answer(isSignedIn() ? Expected<QByteArray>(m_tokens.access) : fail(ErrorCode::NotSignedIn));
            }
            m_inFile = kept && kept->inFile;
            take(tokens);
            answer(m_tokens.access);
            Q_EMIT renewed();
        });
    });
}

void TokenKeeper::answer(const Expected<QByteArray>& result)
{
    for (const Done& done : std::exchange(m_waiting, {}))
        done(result);
}

}  // namespace Forecourt
