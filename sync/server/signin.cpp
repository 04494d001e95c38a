// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/signin.h"

#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/password.h"
#include "sync/server/secrets.h"
#include "sync/server/sessiontokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTimer>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(signInLog, "forecourt.server.signin")

constexpr int SignInFailuresPerMinute = 10;
constexpr int SignInFailureDelayMs = 300;
constexpr int SignInMaxPassword = 1024;

}  // namespace

struct SignIn::Attempt {
    QString user;
    QString password;
    Uuid deviceId;
    QByteArray deviceSecret;
    QString deviceName;
    QString address;
    HttpFront::Respond respond;

    AuditEntry audit(AuditKind kind, const QString& name, const QString& code = {}) const
    {
        AuditEntry entry;
        entry.kind = kind;
        entry.address = address;
        entry.detail = encodeAuditDetail({.opid = 0, .changes = {}, .name = name, .code = code, .reason = {}});
        return entry;
    }
};

SignIn::SignIn(StorageThread& storage, const Clock& clock, QObject* parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_limiter(SignInFailuresPerMinute)
{
    m_hashing.setMaxThreadCount(1);
}

SignIn::~SignIn()
{
    m_hashing.clear();
    m_hashing.waitForDone();
}

void SignIn::handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond)
{
    if (request.method != "POST")
        return respond(405, R"({"error":"method"})", {{"Allow", "POST"}});
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    auto attempt = std::make_shared<Attempt>();
    attempt->user = json.value("user"_L1).toString();
    attempt->password = json.value("password"_L1).toString();
    attempt->deviceId = Uuid::fromString(json.value("device_id"_L1).toString()).value_or(Uuid());
    attempt->deviceSecret = secretFromText(json.value("device_secret"_L1).toString().toLatin1());
    attempt->deviceName = json.value("device_name"_L1).toString().left(200);
    attempt->address = from.toString();
    attempt->respond = std::move(respond);

    const UtcMs now = m_clock.now();
    if (const UtcMs wait = m_limiter.waitFor(attempt->address, now); wait > 0)
        return attempt->respond(429, R"({"error":"rate"})", {{"Retry-After", QByteArray::number(wait / 1000 + 1)}});
    // Before what it lacks: a program that is too old does not know what it has to send.
    if (json.contains("protocol"_L1) && json.value("protocol"_L1).toInt() < Wire::ProtocolMin)
        return attempt->respond(426, R"({"error":"protocol"})", {});
    if (!json.contains("protocol"_L1) || attempt->user.isEmpty() || attempt->password.isEmpty() ||
        attempt->password.size() > SignInMaxPassword || attempt->deviceId.isNull() ||
        attempt->deviceSecret.size() != Wire::DeviceSecretSize)
        return attempt->respond(400, R"({"error":"bad_request"})", {});

    m_storage.post([this, attempt](StorageEngine& engine) {
        auto account = engine.storage().accountByLogin(attempt->user);
        QMetaObject::invokeMethod(
            this,
            [this, attempt, account = std::move(account)] {
                if (!account)
                    refuse(attempt, 503, "fault");
                else
                    verify(attempt, *account);
            },
            Qt::QueuedConnection);
    });
}

void SignIn::verify(const std::shared_ptr<Attempt>& attempt, const std::optional<Account>& account)
{
    m_hashing.start([this, attempt, account] {
        const bool matches = passwordMatches(account ? account->password : QByteArray(), attempt->password);
        attempt->password.fill(u'\0');
        QMetaObject::invokeMethod(
            this,
            [this, attempt, account, matches] {
                if (!matches) {
                    m_limiter.failed(attempt->address, m_clock.now());
                    noteRefusal(attempt, account, u"wrong_password"_s);
                    refuse(attempt, 401, "wrong_password");
                } else if (account->disabled) {
                    noteRefusal(attempt, account, u"disabled"_s);
                    refuse(attempt, 403, "disabled");
                } else {
                    enrol(attempt, *account);
                }
            },
            Qt::QueuedConnection);
    });
}

void SignIn::enrol(const std::shared_ptr<Attempt>& attempt, const Account& account)
{
    m_storage.post([this, attempt, account, now = m_clock.now()](StorageEngine& engine) {
        ServerStorage& storage = engine.storage();
        SessionTokens::Pair tokens;
        const auto store = [&]() -> Expected<EnrolledDevice> {
            FC_TRY(storage.begin());
            auto device = storage.enrol(attempt->deviceId, account.user, attempt->deviceName, now);
            if (!device)
                return device;
            auto given = SessionTokens(storage, now).start(device->ordinal, account.user, attempt->deviceSecret);
            if (!given)
                return fail(given.error());
            tokens = std::move(*given);
            AuditEntry entry = attempt->audit(AuditKind::SignedIn, attempt->deviceName);
            entry.user = entry.record = account.user;
            entry.device = device->ordinal;
            AuditTrail audit(storage, now);
            audit.note(std::move(entry));
            FC_TRY(audit.write());
            FC_TRY(storage.commit());
            return device;
        };
        const auto enrolled = [&]() -> Expected<QJsonObject> {
            const auto device = store();
            if (!device) {
                storage.rollback();
                return fail(device.error());
            }
            const auto dealership = storage.dealership();
            if (!dealership)
                return fail(dealership.error());
            const auto epoch = storage.epoch();
            if (!epoch)
                return fail(epoch.error());
            return QJsonObject{{u"token"_s, QString::fromLatin1(tokens.access)},
                               {u"expires_in"_s, qint64(AccessTokenLife / 1000)},
                               {u"refresh_token"_s, QString::fromLatin1(tokens.refresh)},
                               {u"device"_s, static_cast<qint64>(device->ordinal)},
                               {u"user_id"_s, account.user.toString()},
                               {u"display_name"_s, account.displayName},
                               {u"role"_s, account.role},
                               {u"dealership"_s, QString::fromLatin1(dealership->toHex())},
                               {u"epoch"_s, QString::fromLatin1(epoch->toHex())}};
        }();
        QMetaObject::invokeMethod(
            this,
            [this, attempt, enrolled] {
                if (enrolled)
                    attempt->respond(200, QJsonDocument(*enrolled).toJson(QJsonDocument::Compact), {});
                else
                    refuse(attempt, 503, "fault");
            },
            Qt::QueuedConnection);
    });
}

void SignIn::noteRefusal(const std::shared_ptr<Attempt>& attempt, const std::optional<Account>& account,
                         const QString& code)
{
    // What was typed as a name may be a password that went into the wrong field: only names that exist are kept.
    AuditEntry entry = attempt->audit(AuditKind::SignInRefused, account ? account->login : QString(), code);
    entry.record = account ? account->user : Uuid();
    m_storage.post([entry = std::move(entry), now = m_clock.now()](StorageEngine& engine) {
        if (const auto written = writeAudit(engine.storage(), entry, now); !written)
            qCWarning(signInLog) << "Noting a refused sign-in failed:" << written.error().detail;
    });
}

void SignIn::refuse(const std::shared_ptr<Attempt>& attempt, int status, const QByteArray& code)
{
    QTimer::singleShot(SignInFailureDelayMs, this, [attempt, status, code] {
        attempt->respond(status, QByteArray(R"({"error":")") + code + QByteArray(R"("})"), {});
    });
}

}  // namespace Forecourt
