// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/tokenrefresh.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/failurelimits.h"
#include "sync/server/peernetwork.h"
#include "sync/server/secrets.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(refreshLog, "forecourt.server.refresh")

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
    : QObject(parent), m_storage(storage), m_clock(clock)
{
}

void TokenRefresh::handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond)
{
    if (request.method != "POST")
        return respond(405, R"({"error":"method"})", {{"Allow", "POST"}});
    Asked asked;
    asked.address = from.toString();
    asked.network = peerNetwork(from).toLatin1();
    if (const UtcMs wait = m_turnedAway.waitFor(asked.network, m_clock.now()); wait > 0)
        return reply(asked, {.addressWaits = wait}, respond);
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    asked.token = json.value("refresh_token"_L1).toString().toLatin1();
    asked.proof = secretFromText(json.value("proof"_L1).toString().toLatin1());
    if (asked.token.isEmpty() || asked.proof.isEmpty())
        return respond(400, R"({"error":"bad_request"})", {});
    m_storage.post([this, asked, respond = std::move(respond)](StorageEngine& engine) {
        ServerStorage& storage = engine.storage();
        const auto renewed = [&]() -> Expected<Answer> {
            FC_TRY(storage.begin());
            auto answer = answerTo(asked, storage, m_clock.now());
            if (answer && answer->wait() > 0)
                storage.rollback();
            else if (answer)
                FC_TRY(storage.commit());
            return answer;
        }();
        if (!renewed) {
            storage.rollback();
            qCWarning(refreshLog) << "Renewing a sign-in failed:" << renewed.error().detail;
        }
        QMetaObject::invokeMethod(
            this, [this, asked, answer = renewed.value_or(Answer{}), respond] { reply(asked, answer, respond); },
            Qt::QueuedConnection);
    });
}

void TokenRefresh::reply(const Asked& asked, const Answer& answer, const HttpFront::Respond& respond)
{
    if (answer.wait() == 0)
        return respond(answer.status, answer.json, {});
    if (answer.addressWaits > 0)
        m_turnedAway.note(asked.network, m_clock.now(), answer.addressWaits);
    respond(429, R"({"error":"rate"})", {{"Retry-After", QByteArray::number(answer.wait() / 1000 + 1)}});
}

Expected<TokenRefresh::Answer> TokenRefresh::answerTo(const Asked& asked, ServerStorage& storage, UtcMs now)
{
    FailureLimits limits(storage, now);
    Answer waiting;
    const auto addressWaits = limits.waitFor(FailureLimit::RenewalsOfAddress, asked.network);
    if (!addressWaits)
        return fail(addressWaits.error());
    waiting.addressWaits = *addressWaits;
    if (waiting.wait() > 0)
        return waiting;
    const auto renewal = SessionTokens(storage, now).renew(asked.token, asked.proof);
    if (!renewal)
        return fail(renewal.error());
    const QByteArray device = renewal->session ? QByteArray::number(renewal->session->device) : QByteArray();
    // Whoever has an older token has been found out, and that stays.
    if (renewal->session && renewal->outcome != SessionTokens::Renewal::Outcome::Reused) {
        const auto deviceWaits = limits.waitFor(FailureLimit::RenewalsOfDevice, device);
        if (!deviceWaits)
            return fail(deviceWaits.error());
        waiting.deviceWaits = *deviceWaits;
        if (waiting.wait() > 0)
            return waiting;
    }
    auto answer = answerTo(*renewal, asked.address, storage, now);
    if (answer && answer->status == 401) {
        FC_TRY(limits.failed(FailureLimit::RenewalsOfAddress, asked.network));
        if (renewal->session)
            FC_TRY(limits.failed(FailureLimit::RenewalsOfDevice, device));
    }
    return answer;
}

Expected<TokenRefresh::Answer> TokenRefresh::answerTo(const SessionTokens::Renewal& renewal, const QString& address,
                                                      ServerStorage& storage, UtcMs now)
{
    using Outcome = SessionTokens::Renewal::Outcome;
    AuditTrail audit(storage, now);
    switch (renewal.outcome) {
    case Outcome::Unknown: return Answer{401, R"({"error":"token"})"};
    case Outcome::Revoked: {
        const auto by = storage.account(renewal.session->revokedBy);
        if (!by)
            return fail(by.error());
        QJsonObject json{{u"error"_s, u"revoked"_s}};
        if (*by)
            json.insert(u"by"_s, (*by)->displayName);
        return Answer{401, QJsonDocument(json).toJson(QJsonDocument::Compact)};
    }
    case Outcome::Reused:
        audit.note(refreshRefusal(*renewal.session, address, u"reused"_s));
        FC_TRY(audit.write());
        return Answer{401, R"({"error":"revoked"})"};
    case Outcome::Renewed: break;
    }
    const auto account = storage.account(renewal.session->user);
    if (!account)
        return fail(account.error());
    // The new tokens are given to nobody; the person goes on with the old ones once the account is open again.
    if (!*account || (*account)->disabled)
        return Answer{403, R"({"error":"disabled"})"};
    const QJsonObject json{{u"token"_s, QString::fromLatin1(renewal.tokens.access)},
                           {u"expires_in"_s, qint64(AccessTokenLife / 1000)},
                           {u"refresh_token"_s, QString::fromLatin1(renewal.tokens.refresh)}};
    return Answer{200, QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

}  // namespace Forecourt
