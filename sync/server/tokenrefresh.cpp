// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/tokenrefresh.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/secrets.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(refreshLog, "forecourt.server.refresh")

// A whole dealership renews from one address; what fails there is rare.
constexpr int RefreshFailuresPerMinute = 30;

/// For the audit log: somebody showed a token of this device that does not count any more.
AuditEntry refreshRefusal(const DeviceSession& session, const QString& address, const QString& code)
{
    AuditEntry entry;
    entry.kind = AuditKind::SessionRefused;
    entry.user = entry.record = session.user;
    entry.device = session.device;
    entry.address = address;
    AuditDetail detail;
    detail.code = code;
    entry.detail = encodeAuditDetail(detail);
    return entry;
}

}  // namespace

TokenRefresh::TokenRefresh(StorageThread& storage, const Clock& clock, QObject* parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_limiter(RefreshFailuresPerMinute)
{
}

void TokenRefresh::handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond)
{
    if (request.method != "POST")
        return respond(405, R"({"error":"method"})", {{"Allow", "POST"}});
    const QString address = from.toString();
    const UtcMs now = m_clock.now();
    if (const UtcMs wait = m_limiter.waitFor(address, now); wait > 0)
        return respond(429, R"({"error":"rate"})", {{"Retry-After", QByteArray::number(wait / 1000 + 1)}});
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    const QByteArray token = json.value("refresh_token"_L1).toString().toLatin1();
    const QByteArray proof = secretFromText(json.value("proof"_L1).toString().toLatin1());
    if (token.isEmpty() || proof.isEmpty())
        return respond(400, R"({"error":"bad_request"})", {});
    m_storage.post([this, token, proof, address, now, respond = std::move(respond)](StorageEngine& engine) {
        ServerStorage& storage = engine.storage();
        auto renewed = [&]() -> Expected<Answer> {
            FC_TRY(storage.begin());
            auto answer = renew(storage, token, proof, address, now);
            if (answer)
                FC_TRY(storage.commit());
            return answer;
        }();
        if (!renewed) {
            storage.rollback();
            qCWarning(refreshLog) << "Renewing a sign-in failed:" << renewed.error().detail;
        }
        QMetaObject::invokeMethod(
            this,
            [this, answer = renewed.value_or(Answer{}), address, respond] {
                if (answer.status == 401)
                    m_limiter.failed(address, m_clock.now());
                respond(answer.status, answer.json, {});
            },
            Qt::QueuedConnection);
    });
}

Expected<TokenRefresh::Answer> TokenRefresh::renew(ServerStorage& storage, const QByteArray& token,
                                                   const QByteArray& proof, const QString& address, UtcMs now)
{
    using Outcome = SessionTokens::Renewal::Outcome;
    auto renewal = SessionTokens(storage, now).renew(token, proof);
    if (!renewal)
        return fail(renewal.error());
    AuditTrail audit(storage, now);
    switch (renewal->outcome) {
    case Outcome::Unknown: return Answer{401, R"({"error":"token"})"};
    case Outcome::Revoked: {
        const auto by = storage.account(renewal->session->revokedBy);
        if (!by)
            return fail(by.error());
        QJsonObject json{{u"error"_s, u"revoked"_s}};
        if (*by)
            json.insert(u"by"_s, (*by)->displayName);
        return Answer{401, QJsonDocument(json).toJson(QJsonDocument::Compact)};
    }
    case Outcome::Reused:
        audit.note(refreshRefusal(*renewal->session, address, u"reused"_s));
        FC_TRY(audit.write());
        return Answer{401, R"({"error":"revoked"})"};
    case Outcome::Renewed: break;
    }
    const auto account = storage.account(renewal->session->user);
    if (!account)
        return fail(account.error());
    // The new tokens are given to nobody; the person goes on with the old ones once the account is open again.
    if (!*account || (*account)->disabled)
        return Answer{403, R"({"error":"disabled"})"};
    const QJsonObject json{{u"token"_s, QString::fromLatin1(renewal->tokens.access)},
                           {u"expires_in"_s, qint64(AccessTokenLife / 1000)},
                           {u"refresh_token"_s, QString::fromLatin1(renewal->tokens.refresh)}};
    return Answer{200, QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

}  // namespace Forecourt
