// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/signinrequest.h"

#include "sync/client/certificateguard.h"
#include "sync/client/serverpaths.h"
#include "sync/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSysInfo>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int SignInTimeoutMs = 20'000;
constexpr qint64 SignInMaxAnswer = 64 * 1024;

QNetworkRequest signInRequestFor(const QUrl& url)
{
    QNetworkRequest request(url);
    // A redirection could carry the password elsewhere.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(SignInTimeoutMs);
    return request;
}

int httpStatus(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Why there is no answer in HTTP.
tl::unexpected<Error> unreachable(const QNetworkReply& reply)
{
    if (const auto refusal = CertificateGuard::refusalOf(reply))
        return fail(*refusal);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return fail(ErrorCode::TlsFailed, reply.url().host(), reply.errorString());
    return fail(ErrorCode::ServerUnreachable, reply.url().host(), reply.errorString());
}

/// Something answered, but not in HTTP.
bool spokeOtherwise(const QNetworkReply& reply)
{
    return reply.error() == QNetworkReply::ProtocolFailure || reply.error() == QNetworkReply::ProtocolUnknownError ||
           reply.error() == QNetworkReply::RemoteHostClosedError;
}

}  // namespace

SignInRequest::SignInRequest(QObject* parent) : QObject(parent), m_network(this) {}

void SignInRequest::start(const QUrl& server, const Question& asked, Done done)
{
    finish(fail(ErrorCode::Cancelled));
    m_done = std::move(done);
    if (!server.isValid() || server.host().isEmpty())
        return finish(fail(ErrorCode::ServerUnreachable, server.toString()));
    const QByteArray secret = asked.secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QJsonObject question{{u"user"_s, asked.name},
                         {u"password"_s, asked.password},
                         {u"device_id"_s, asked.device.toString()},
                         {u"device_secret"_s, QString::fromLatin1(secret)},
                         {u"device_name"_s, QSysInfo::machineHostName()},
                         {u"protocol"_s, Wire::ProtocolMax}};
    if (!asked.code.isEmpty())
        question.insert(u"code"_s, asked.code);
    if (!asked.newPassword.isEmpty())
        question.insert(u"new_password"_s, asked.newPassword);
    const QByteArray body = QJsonDocument(question).toJson(QJsonDocument::Compact);
    m_reply = m_network.get(signInRequestFor(ServerPaths::health(server)));
    new CertificateGuard(m_reply, m_pin);
    connect(m_reply, &QNetworkReply::finished, this,
            [this, reply = m_reply, server, body] { onHealth(reply, server, body); });
}

void SignInRequest::finish(Expected<SignedIn> result)
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

void SignInRequest::onHealth(QNetworkReply* reply, const QUrl& server, const QByteArray& body)
{
    const QString host = server.host();
    if (httpStatus(*reply) == 0)
        return finish(spokeOtherwise(*reply) ? fail(ErrorCode::ServerForeign, host, reply->errorString())
                                             : unreachable(*reply));
    const QJsonObject health = QJsonDocument::fromJson(reply->read(SignInMaxAnswer)).object();
    // The server's store is away, or a proxy finds no server that is well.
    const bool nearlyFull = health.value("problems"_L1).toArray() == QJsonArray{u"disk"_s};
    if (const int status = httpStatus(*reply); !nearlyFull && status >= 502 && status <= 504)
        return finish(fail(health.contains("protocol"_L1) ? ErrorCode::ServerFault : ErrorCode::ServerUnreachable, host,
                           u"HTTP %1"_s.arg(status)));
    if (health.value("error"_L1).toString() == "tls"_L1)
        return finish(fail(ErrorCode::ServerWantsTls, host));
    // A disk that is nearly full concerns whoever runs the server; it still works.
    if ((!nearlyFull && (httpStatus(*reply) != 200 || health.value("status"_L1).toString() != "ok"_L1)) ||
        !health.value("protocol"_L1).isDouble())
        return finish(fail(ErrorCode::ServerForeign, host, u"HTTP %1"_s.arg(httpStatus(*reply))));
    if (health.value("protocol"_L1).toInt() < Wire::ProtocolMin)
        return finish(fail(ErrorCode::ProtocolTooNew, host, health.value("version"_L1).toString()));
    m_systemTrusts = CertificateGuard::systemTrusts(*reply);
    reply->deleteLater();
    m_reply = nullptr;
    askToken(server, body);
}

void SignInRequest::askToken(const QUrl& server, const QByteArray& body)
{
    QNetworkRequest request = signInRequestFor(ServerPaths::token(server));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    m_reply = m_network.post(request, body);
    new CertificateGuard(m_reply, m_pin);
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply] { onToken(reply); });
}

void SignInRequest::onToken(QNetworkReply* reply)
{
    const int status = httpStatus(*reply);
    const QString host = reply->url().host();
    if (status == 0)
        return finish(unreachable(*reply));
    const QJsonObject json = QJsonDocument::fromJson(reply->read(SignInMaxAnswer)).object();
    const QString detail = u"HTTP %1 %2"_s.arg(status).arg(json.value("error"_L1).toString()).trimmed();
    switch (status) {
    case 200: break;
    case 401:
        if (const QString code = json.value("error"_L1).toString();
            code == "code_needed"_L1 || code == "wrong_code"_L1 || code == "new_password_needed"_L1)
            return finish(fail(ErrorCode::RequestRefused, host, code));
        return finish(fail(ErrorCode::WrongPassword, host, detail));
    case 403: return finish(fail(ErrorCode::AccountDisabled, host, detail));
    case 422: return finish(fail(ErrorCode::RequestRefused, host, json.value("error"_L1).toString()));
    case 426: return finish(fail(ErrorCode::ProtocolTooOld, host, detail));
    case 429:
        if (json.value("error"_L1).toString() == "locked"_L1)
            return finish(fail(ErrorCode::SignInLocked, host, QString::fromLatin1(reply->rawHeader("Retry-After"))));
        return finish(fail(ErrorCode::RateLimited, host, detail));
    case 404:
    case 405: return finish(fail(ErrorCode::ServerForeign, host, detail));
    default: return finish(fail(ErrorCode::ServerFault, host, detail));
    }
    SignedIn answer;
    answer.tokens = {json.value("token"_L1).toString().toLatin1(), json.value("refresh_token"_L1).toString().toLatin1(),
                     json.value("expires_in"_L1).toInteger() * 1000};
    answer.device = static_cast<std::uint32_t>(json.value("device"_L1).toInteger());
    answer.user = UserId(Uuid::fromString(json.value("user_id"_L1).toString()).value_or(Uuid()));
    answer.systemTrusts = m_systemTrusts;
    answer.displayName = json.value("display_name"_L1).toString();
    answer.role = json.value("role"_L1).toString();
    answer.dealership = QByteArray::fromHex(json.value("dealership"_L1).toString().toLatin1());
    if (answer.tokens.access.isEmpty() || answer.tokens.refresh.isEmpty() || answer.device == 0 ||
        answer.user.isNull() || answer.dealership.size() != Uuid::Size)
        return finish(fail(ErrorCode::ServerForeign, host));
    finish(std::move(answer));
}

}  // namespace Forecourt
