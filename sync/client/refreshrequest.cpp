// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/refreshrequest.h"

#include "sync/client/certificateguard.h"
#include "sync/client/serverpaths.h"
#include "sync/protocol/deviceproof.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshTimeoutMs = 15'000;
constexpr qint64 RefreshMaxAnswer = 64 * 1024;

}  // namespace

RefreshRequest::RefreshRequest(QObject* parent) : QObject(parent), m_network(this) {}

void RefreshRequest::start(const QUrl& server, const QByteArray& pin, const QByteArray& refreshToken,
                           const QByteArray& secret, Done done)
{
    stop();
    m_done = std::move(done);
    const QByteArray proof = Wire::refreshProof(secret, refreshToken)
                                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QJsonObject question{{u"refresh_token"_s, QString::fromLatin1(refreshToken)},
                               {u"proof"_s, QString::fromLatin1(proof)}};
    QNetworkRequest request(ServerPaths::refresh(server));
    // A redirection could carry the token elsewhere.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(RefreshTimeoutMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    m_reply = m_network.post(request, QJsonDocument(question).toJson(QJsonDocument::Compact));
    new CertificateGuard(m_reply, pin);
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply] { finish(read(*reply)); });
}

void RefreshRequest::stop()
{
    m_done = nullptr;
    finish(fail(ErrorCode::Cancelled));
}

void RefreshRequest::finish(Expected<SignInTokens> result)
{
    if (m_reply) {
        QNetworkReply* reply = std::exchange(m_reply, nullptr);
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    if (m_done)
        std::exchange(m_done, nullptr)(std::move(result));
}

Expected<SignInTokens> RefreshRequest::read(QNetworkReply& reply)
{
    const QString host = reply.url().host();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject json = QJsonDocument::fromJson(reply.read(RefreshMaxAnswer)).object();
    const QString error = json.value("error"_L1).toString();
    const QString detail = u"HTTP %1 %2"_s.arg(status).arg(error).trimmed();
    switch (status) {
    case 200: break;
    case 0:
        if (const auto refusal = CertificateGuard::refusalOf(reply))
            return fail(*refusal);
        return fail(reply.error() == QNetworkReply::SslHandshakeFailedError ? ErrorCode::TlsFailed
                                                                            : ErrorCode::ServerUnreachable,
                    host, reply.errorString());
    case 400: return fail(error == "tls"_L1 ? ErrorCode::ServerWantsTls : ErrorCode::ServerFault, host, detail);
    case 401:
        if (error == "revoked"_L1)
            return fail(ErrorCode::DeviceSignedOut, host, json.value("by"_L1).toString());
        // Only the server itself says that a sign-in is over, not whatever stands in front of it.
        return fail(error == "token"_L1 ? ErrorCode::NotSignedIn : ErrorCode::ServerForeign, host, detail);
    case 403: return fail(error == "disabled"_L1 ? ErrorCode::AccountDisabled : ErrorCode::ServerForeign, host, detail);
    case 404:
    case 405: return fail(ErrorCode::ServerForeign, host, detail);
    case 426: return fail(ErrorCode::ProtocolTooOld, host, detail);
    case 429: return fail(ErrorCode::RateLimited, host, detail);
    case 502:
    case 503:
    case 504: return fail(error.isEmpty() ? ErrorCode::ServerUnreachable : ErrorCode::ServerFault, host, detail);
    default: return fail(ErrorCode::ServerFault, host, detail);
    }
    SignInTokens tokens{json.value("token"_L1).toString().toLatin1(),
                        json.value("refresh_token"_L1).toString().toLatin1(),
                        json.value("expires_in"_L1).toInteger() * 1000};
    if (tokens.access.isEmpty() || tokens.refresh.isEmpty())
        return fail(ErrorCode::ServerForeign, host);
    return tokens;
}

}  // namespace Forecourt
