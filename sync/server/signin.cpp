// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/signin.h"

#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/failurelimits.h"
#include "sync/server/lockout.h"
#include "sync/server/password.h"
#include "sync/server/passwordhasher.h"
#include "sync/server/passwordrules.h"
#include "sync/server/peernetwork.h"
#include "sync/server/secondfactors.h"
#include "sync/server/secrets.h"
#include "sync/server/sessiontokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(signInLog, "forecourt.server.signin")

constexpr int SignInFailureDelayMs = 300;

/// Why this cannot be a person's own password; empty: it can.
QLatin1StringView signInFlaw(const QString& wanted, const QString& given, const Account& account)
{
    if (wanted.normalized(QString::NormalizationForm_C) == given.normalized(QString::NormalizationForm_C))
        return PasswordWords::code(PasswordFlaw::Same);
    const auto flaw = flawOfPassword(wanted, account.login, account.displayName);
    return flaw ? PasswordWords::code(*flaw) : QLatin1StringView();
}

}  // namespace

struct SignIn::Attempt {
    QString user;
    QString password;
    QString newPassword;  ///< in place of one that somebody else gave; empty: none was sent
    QString factorCode;   ///< empty: none was sent
    Uuid deviceId;
    QByteArray deviceSecret;
    QString deviceName;
    QString address;
    QByteArray network;  ///< what counts as one address
    HttpFront::Respond respond;
    PasswordHasher hasher{PasswordHasher::Mode::Deferred};

    AuditEntry audit(AuditKind kind, const QString& name, const QString& code = {}) const
    {
        AuditEntry entry;
        entry.kind = kind;
        entry.address = address;
        entry.detail = encodeAuditDetail({.opid = 0, .changes = {}, .name = name, .code = code, .reason = {}});
        return entry;
    }
};

SignIn::SignIn(StorageThread& storage, HashingPool& hashing, const Clock& clock, QObject* parent)
    : QObject(parent), m_storage(storage), m_hashing(hashing), m_clock(clock)
{
}

void SignIn::handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond)
{
    if (request.method != "POST")
        return respond(405, R"({"error":"method"})", {{"Allow", "POST"}});
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    auto attempt = std::make_shared<Attempt>();
    attempt->user = json.value("user"_L1).toString();
    attempt->password = json.value("password"_L1).toString();
    attempt->newPassword = json.value("new_password"_L1).toString();
    attempt->factorCode = json.value("code"_L1).toString().left(SecondFactors::MaxTyped);
    attempt->deviceId = Uuid::fromString(json.value("device_id"_L1).toString()).value_or(Uuid());
    attempt->deviceSecret = secretFromText(json.value("device_secret"_L1).toString().toLatin1());
    // An empty text where there is none: the column takes no NULL.
    attempt->deviceName = u""_s + json.value("device_name"_L1).toString().left(200);
    attempt->address = from.toString();
    attempt->network = peerNetwork(from).toLatin1();
    attempt->respond = std::move(respond);

    const UtcMs now = m_clock.now();
    if (const UtcMs wait = m_turnedAway.waitFor(attempt->network, now); wait > 0)
        return refuseForRate(attempt, wait);
    // Before what it lacks: a program that is too old does not know what it has to send.
    if (json.contains("protocol"_L1) && json.value("protocol"_L1).toInt() < Wire::ProtocolMin)
        return attempt->respond(426, R"({"error":"protocol"})", {});
    if (!json.contains("protocol"_L1) || attempt->user.isEmpty() || attempt->password.isEmpty() ||
        attempt->password.size() > PasswordMaxTyped || attempt->newPassword.size() > PasswordMaxTyped ||
        attempt->deviceId.isNull() || attempt->deviceSecret.size() != Wire::DeviceSecretSize)
        return attempt->respond(400, R"({"error":"bad_request"})", {});

    m_storage.post([this, attempt](StorageEngine& engine) { judge(attempt, engine); });
}

Expected<SignIn::Verdict> SignIn::verdictOn(Attempt& attempt, Judgement& found, StorageEngine& engine)
{
    const std::optional<Account>& account = found.account;
    const auto matches = attempt.hasher.matches(account ? account->password : QByteArray(), attempt.password);
    if (!matches)
        return fail(matches.error());
    if (!*matches)
        return Verdict::WrongPassword;
    // Before the code: that one is only good for half a minute, and choosing takes time.
    if (account->temporary && !account->disabled) {
        if (attempt.newPassword.isEmpty())
            return Verdict::NewPasswordNeeded;
        found.flaw = signInFlaw(attempt.newPassword, attempt.password, *account);
        if (!found.flaw.isEmpty())
            return Verdict::NewPasswordRefused;
    }
    SecondFactors factors(engine.storage(), engine.factorKey(), attempt.hasher, m_clock.now());
    const auto factor = factors.of(account->user);
    if (!factor)
        return fail(factor.error());
    if (!*factor || account->disabled)
        return Verdict::Right;
    if (attempt.factorCode.isEmpty())
        return Verdict::CodeNeeded;
    const auto shown = factors.show(**factor, attempt.factorCode);
    if (!shown)
        return fail(shown.error());
    if (*shown == SecondFactors::Shown::Wrong)
        return Verdict::WrongCode;
    if (*shown == SecondFactors::Shown::RecoveryCode) {
        AuditEntry entry = attempt.audit(AuditKind::FactorCodeUsed, attempt.deviceName);
        entry.user = entry.record = account->user;
        AuditTrail audit(engine.storage(), m_clock.now());
        audit.note(std::move(entry));
        FC_TRY(audit.write());
    }
    return Verdict::Right;
}

Expected<SignIn::Judgement> SignIn::judgementOn(Attempt& attempt, StorageEngine& engine)
{
    // Several guesses may be on their way at once: what counts is the order in which they come here.
    ServerStorage& storage = engine.storage();
    Judgement found;
    FailureLimits limits(storage, m_clock.now());
    const auto look = [](UtcMs& wait, Expected<UtcMs> told) -> Expected<void> {
        if (!told)
            return fail(told.error());
        wait = *told;
        return {};
    };
    FC_TRY(look(found.addressWaits, limits.waitFor(FailureLimit::SignInsOfAddress, attempt.network)));
    FC_TRY(look(found.deviceWaits, limits.waitFor(FailureLimit::SignInsOfDevice, attempt.deviceId.toBytes())));
    FC_TRY(look(found.locked, Lockout(storage, m_clock.now()).waitFor(attempt.user)));
    if (found.addressWaits > 0 || found.deviceWaits > 0 || found.locked > 0)
        return found;
    // Whoever asks for the sequence keeps every other writer out until the transaction ends: the account that gets
    // another password is the one that is read here.
    if (!attempt.newPassword.isEmpty()) {
        if (const auto seq = storage.seq(); !seq)
            return fail(seq.error());
    }
    auto account = storage.accountByLogin(attempt.user);
    if (!account)
        return fail(account.error());
    found.account = std::move(*account);
    FC_TRY(decide(attempt, found, engine));
    return found;
}

Expected<void> SignIn::decide(Attempt& attempt, Judgement& found, StorageEngine& engine)
{
    ServerStorage& storage = engine.storage();
    Lockout lockout(storage, m_clock.now());
    const auto verdict = verdictOn(attempt, found, engine);
    if (!verdict)
        return fail(verdict.error());
    found.verdict = *verdict;
    if (found.verdict == Verdict::Right) {
        if (found.account->temporary && !found.account->disabled)
            FC_TRY(choosePassword(attempt, *found.account, engine));
        return lockout.succeeded(attempt.user);
    }
    // A password alone must not begin the count of wrong codes anew, so what is missing changes nothing.
    if (found.verdict != Verdict::WrongPassword && found.verdict != Verdict::WrongCode)
        return {};
    const auto delay = lockout.failed(attempt.user);
    if (!delay)
        return fail(delay.error());
    FailureLimits limits(storage, m_clock.now());
    FC_TRY(limits.failed(FailureLimit::SignInsOfAddress, attempt.network));
    FC_TRY(limits.failed(FailureLimit::SignInsOfDevice, attempt.deviceId.toBytes()));
    const QString code = found.verdict == Verdict::WrongCode ? u"wrong_code"_s : u"wrong_password"_s;
    return noteRefusal(attempt, found.account, *delay > 0 ? u"locked"_s : code, storage);
}

Expected<void> SignIn::choosePassword(Attempt& attempt, Account& account, StorageEngine& engine)
{
    auto hash = attempt.hasher.hash(attempt.newPassword);
    if (!hash)
        return fail(hash.error());
    account.password = std::move(*hash);
    account.temporary = false;
    FC_TRY(engine.storage().putAccount(account));
    AuditEntry entry = attempt.audit(AuditKind::PasswordChanged, account.login);
    entry.user = entry.record = account.user;
    AuditTrail audit(engine.storage(), m_clock.now());
    audit.note(std::move(entry));
    return audit.write();
}

void SignIn::judge(const std::shared_ptr<Attempt>& attempt, StorageEngine& engine)
{
    ServerStorage& storage = engine.storage();
    const auto judged = [&]() -> Expected<Judgement> {
        FC_TRY(storage.begin());
        auto found = judgementOn(*attempt, engine);
        if (found)
            FC_TRY(storage.commit());
        return found;
    }();
    const bool wanting = attempt->hasher.isWanting();
    if (!judged) {
        storage.rollback();
        if (!wanting)
            qCWarning(signInLog) << "Judging a sign-in failed:" << judged.error().detail;
    }
    QMetaObject::invokeMethod(
        this,
        [this, attempt, judged, wanting] {
            if (wanting)
                hash(attempt);
            else
                answer(attempt, judged);
        },
        Qt::QueuedConnection);
}

void SignIn::hash(const std::shared_ptr<Attempt>& attempt)
{
    m_hashing.start(HashingPool::For::Strangers, [this, attempt] {
        attempt->hasher.work();
        m_storage.post([this, attempt](StorageEngine& engine) { judge(attempt, engine); });
    });
}

void SignIn::answer(const std::shared_ptr<Attempt>& attempt, const Expected<Judgement>& judged)
{
    attempt->hasher = PasswordHasher();
    attempt->password.fill(u'\0');
    attempt->newPassword.fill(u'\0');
    if (!judged)
        return refuse(attempt, 503, "fault");
    if (judged->addressWaits > 0)
        m_turnedAway.note(attempt->network, m_clock.now(), judged->addressWaits);
    if (const UtcMs wait = std::max(judged->addressWaits, judged->deviceWaits); wait > 0)
        return refuseForRate(attempt, wait);
    if (judged->locked > 0)
        return refuseLocked(attempt, judged->locked);
    switch (judged->verdict) {
    case Verdict::NewPasswordNeeded: return refuse(attempt, 401, "new_password_needed");
    case Verdict::NewPasswordRefused: return refuse(attempt, 422, QByteArray(judged->flaw.data(), judged->flaw.size()));
    case Verdict::CodeNeeded: return refuse(attempt, 401, "code_needed");
    case Verdict::WrongPassword: return refuse(attempt, 401, "wrong_password");
    case Verdict::WrongCode: return refuse(attempt, 401, "wrong_code");
    case Verdict::Right: break;
    }
    if (judged->account->disabled)
        refuseDisabled(attempt, *judged->account);
    else
        enrol(attempt, *judged->account);
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

Expected<void> SignIn::noteRefusal(const Attempt& attempt, const std::optional<Account>& account, const QString& code,
                                   ServerStorage& storage)
{
    // What was typed as a name may be a password that went into the wrong field: only names that exist are kept.
    AuditEntry entry = attempt.audit(AuditKind::SignInRefused, account ? account->login : QString(), code);
    entry.record = account ? account->user : Uuid();
    AuditTrail audit(storage, m_clock.now());
    audit.note(std::move(entry));
    return audit.write();
}

void SignIn::refuseDisabled(const std::shared_ptr<Attempt>& attempt, const Account& account)
{
    m_storage.post([this, attempt, account](StorageEngine& engine) {
        ServerStorage& storage = engine.storage();
        const auto noted = [&]() -> Expected<void> {
            FC_TRY(storage.begin());
            FC_TRY(noteRefusal(*attempt, account, u"disabled"_s, storage));
            return storage.commit();
        }();
        if (!noted) {
            storage.rollback();
            qCWarning(signInLog) << "Noting a refused sign-in failed:" << noted.error().detail;
        }
    });
    refuse(attempt, 403, "disabled");
}

void SignIn::refuseForRate(const std::shared_ptr<Attempt>& attempt, UtcMs wait)
{
    attempt->respond(429, R"({"error":"rate"})", {{"Retry-After", QByteArray::number(wait / 1000 + 1)}});
}

void SignIn::refuseLocked(const std::shared_ptr<Attempt>& attempt, UtcMs wait)
{
    attempt->respond(429, R"({"error":"locked"})", {{"Retry-After", QByteArray::number((wait + 999) / 1000)}});
}

void SignIn::refuse(const std::shared_ptr<Attempt>& attempt, int status, const QByteArray& code)
{
    QTimer::singleShot(SignInFailureDelayMs, this, [attempt, status, code] {
        attempt->respond(status, QByteArray(R"({"error":")") + code + QByteArray(R"("})"), {});
    });
}

}  // namespace Forecourt
