// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/clientcore.h"

#include "models/base/sha256.h"
#include "sync/client/wirerows.h"
#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"

#include <QJsonDocument>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t CoreWindow = 4;           // batches on their way
constexpr size_t CoreLargeBatch = 32;      // below this, one batch at a time: edits made meanwhile travel together
constexpr size_t CoreRowsTogether = 2000;  // of pages applied in one transaction
constexpr double CorePushesPerSecond = 100;
constexpr double CorePushBurst = 200;
constexpr qint64 CoreStableAfter = 5'000;
constexpr qint64 CoreStoreRetry = 30'000;
constexpr qint64 CoreRefusedRetry = 5 * 60'000;

bool coreIsOfCertificate(ErrorCode code)
{
    return code == ErrorCode::CertificateUntrusted || code == ErrorCode::CertificateChanged;
}

}  // namespace

ClientCore::ClientCore(Options options) : m_options(std::move(options)), m_backoff(m_options.seed) {}

std::vector<ClientAction> ClientCore::on(ClientEvent event, SyncTime now)
{
    m_now = now;
    std::visit([this](auto& one) { handle(one); }, event);
    schedule();
    return std::exchange(m_actions, {});
}

bool ClientCore::receiving() const
{
    return m_phase >= Phase::Resuming &&
           (m_more || m_cursor < m_target || m_pages.size() > 1 || m_making || m_snapshot.offer());
}

bool ClientCore::isSending() const
{
    return m_dirty || m_taking || !m_inFlight.empty() || m_unstoredAcks > 0;
}

bool ClientCore::isSettled() const
{
    return m_phase == Phase::Running && !isSending() && !receiving() && !m_pinging && m_pages.empty() &&
           m_applying.empty();
}

void ClientCore::send(Wire::ClientMessage message)
{
    act(SyncAction::Send{std::move(message)});
}

// ---- having a connection ------------------------------------------------------------------------------------------

void ClientCore::handle(const SyncEvent::Wanted& event)
{
    m_wanted = event.connected;
    if (!m_wanted) {
        dropLink();
        m_phase = Phase::Off;
        m_link = SyncStatus::Link::SignedOut;
        m_error.reset();
    } else if (m_phase == Phase::Off) {
        m_backoff.reset();
        connectNow();
    }
}

void ClientCore::handle(const SyncEvent::TryNow&)
{
    if (!m_wanted)
        return;
    if (m_phase == Phase::Waiting || m_phase == Phase::Off) {
        connectNow();
    } else if (m_phase == Phase::Running && !m_pinging) {
        // Perhaps the connection is dead and nobody has noticed yet.
        ping();
    }
}

void ClientCore::connectNow()
{
    ++m_linkNumber;
    m_phase = Phase::Opening;
    m_link = SyncStatus::Link::Connecting;
    m_nextTryAt = 0;
    m_deadline = m_now.steady + m_options.openTimeout;
    m_pages.clear();
    m_applying.clear();
    m_inFlight.clear();
    m_takenUpto = 0;
    m_lastBatch = 0;
    m_taking = false;
    m_dirty = false;
    m_unstoredAcks = 0;
    m_more = false;
    m_making.reset();
    m_snapshot.end();
    m_installing = false;
    m_cursor = m_target = 0;
    m_pinging = false;
    m_protocol = 0;
    act(SyncAction::Connect{});
}

void ClientCore::dropLink()
{
    if (m_phase > Phase::Waiting)
        act(SyncAction::Disconnect{});
    ++m_linkNumber;
    m_more = false;
    m_dirty = false;
    m_deadline = 0;
    giveUpRequests();
}

void ClientCore::waitThenRetry(std::optional<Error> error, qint64 atLeast)
{
    if (m_phase == Phase::Running && m_now.steady - m_runningSince > CoreStableAfter)
        m_backoff.reset();
    dropLink();
    if (error)
        m_error = std::move(error);
    m_phase = Phase::Waiting;
    m_link = SyncStatus::Link::Waiting;
    const qint64 delay = std::max(m_backoff.next(), atLeast);
    m_deadline = m_now.steady + delay;
    m_nextTryAt = m_now.wall + delay;
}

void ClientCore::refuse(SyncStatus::Link link, Error error, qint64 retryAfter)
{
    if (error.code == ErrorCode::DeviceSignedOut)
        act(SyncAction::EndLease{DeviceLease::Ended::SignedOut, error.detail});
    if (error.code == ErrorCode::AccountDisabled)
        act(SyncAction::EndLease{DeviceLease::Ended::Disabled, {}});
    waitThenRetry(std::move(error), retryAfter);
    m_link = link;
    if (retryAfter == 0) {
        m_phase = Phase::Off;
        m_deadline = 0;
        m_nextTryAt = 0;
    }
}

void ClientCore::handle(const SyncEvent::Opened&)
{
    if (m_phase != Phase::Opening)
        return;
    m_phase = Phase::Identifying;
    act(SyncAction::Identify{m_linkNumber});
}

void ClientCore::handle(const SyncEvent::Closed& event)
{
    if (m_phase <= Phase::Waiting)
        return;
    // The socket is gone already; there is nothing to drop.
    const bool greeted = m_phase >= Phase::Resuming;
    // Nothing is sent to whoever stands in the server's place; a person has to look at it.
    if (event.error && coreIsOfCertificate(event.error->code))
        refuse(SyncStatus::Link::Refused, *event.error, CoreRefusedRetry);
    else
        waitThenRetry(event.error);
    std::erase_if(m_actions,
                  [](const ClientAction& action) { return std::holds_alternative<SyncAction::Disconnect>(action); });
    if (!event.error && !greeted)
        m_error = Error{ErrorCode::ServerUnreachable, {}, {}};
}

void ClientCore::handle(const SyncEvent::Unreadable& event)
{
    if (m_phase > Phase::Waiting)
        waitThenRetry(event.error, CoreStoreRetry);
}

void ClientCore::handle(const SyncEvent::StoreFailed& event)
{
    if (event.link == m_linkNumber && m_phase > Phase::Waiting)
        waitThenRetry(event.error, CoreStoreRetry);
}

void ClientCore::handle(const SyncEvent::Identified& event)
{
    if (event.link != m_linkNumber || m_phase != Phase::Identifying)
        return;
    m_identity = event;
    m_cursor = event.cursor;
    m_phase = Phase::Greeting;
    m_helloAt = m_now;
    m_deadline = m_now.steady + m_options.openTimeout;
    Wire::Hello hello;
    hello.protocolMin = Wire::ProtocolMin;
    hello.protocolMax = Wire::ProtocolMax;
    hello.app = m_options.app;
    hello.schema = m_options.schema;
    hello.token = event.token;
    hello.device = event.device;
    hello.epoch = event.epoch;
    hello.cursor = event.cursor;
    hello.nextOpid = event.nextOpid;
    hello.view = event.view;
    // Of what such a store holds nobody knows, so what a snapshot lacks might be there.
    if (m_snapshotsWork && event.view != "?") {
        hello.snapshots = Wire::SnapshotFormat;
        hello.snapshotHere = event.part.sha;
    }
    hello.location = event.location;
    send(std::move(hello));
}

void ClientCore::handle(SyncEvent::Received& event)
{
    if (m_phase < Phase::Greeting)
        return;
    m_heardAt = m_now.steady;
    std::visit(
        [this](auto& message) {
            using Message = std::decay_t<decltype(message)>;
            if constexpr (requires { received(message); }) {
                constexpr bool early = std::is_same_v<Message, Wire::Challenge> ||
                                       std::is_same_v<Message, Wire::Welcome> || std::is_same_v<Message, Wire::Bye>;
                if (early == (m_phase == Phase::Greeting) || std::is_same_v<Message, Wire::Bye>)
                    received(message);
            }
        },
        event.message);
}

void ClientCore::handle(const SyncEvent::TokenRefused& event)
{
    if (m_phase <= Phase::Waiting)
        return;
    if (coreIsOfCertificate(event.error.code))
        return refuse(SyncStatus::Link::Refused, event.error, CoreRefusedRetry);
    switch (event.error.code) {
    case ErrorCode::NotSignedIn:
    case ErrorCode::DeviceSignedOut: return refuse(SyncStatus::Link::SignedOut, event.error, 0);
    case ErrorCode::AccountDisabled:
    case ErrorCode::ProtocolTooOld: return refuse(SyncStatus::Link::Refused, event.error, CoreRefusedRetry);
    default: return waitThenRetry(event.error);
    }
}

void ClientCore::handle(const SyncEvent::TokenRenewed& event)
{
    if (m_phase >= Phase::Resuming)
        send(Wire::Token{event.token});
}

void ClientCore::received(const Wire::Challenge& challenge)
{
    send(Wire::Proof{Wire::helloProof(m_identity.secret, challenge.nonce, sha256(m_identity.token))});
}

void ClientCore::received(const Wire::Welcome& welcome)
{
    if (!m_identity.dealership.isEmpty() && m_identity.dealership != welcome.dealership)
        return refuse(SyncStatus::Link::Refused, {ErrorCode::OtherDealership, {}, {}}, 0);
    m_clock.add(m_helloAt, m_now, welcome.serverTime);
    act(SyncAction::SetClockOffset{m_clock.offset()});
    m_phase = Phase::Resuming;
    m_protocol = welcome.protocol;
    m_link = SyncStatus::Link::Online;
    m_error.reset();
    m_runningSince = m_heardAt = m_now.steady;
    m_deadline = 0;
    m_target = welcome.seq;
    m_pushTokens = CorePushBurst;
    m_pushTokensAt = m_now.steady;
    // A server that was restored has another epoch; one whose files were put back by hand just knows less than we do.
    const bool startOver = m_cursor > 0 && (m_identity.epoch != welcome.epoch || m_cursor > welcome.seq);
    if (startOver || welcome.fresh)
        m_cursor = 0;
    act(SyncAction::Resume{m_linkNumber, welcome.pushedOpid, welcome.epoch, startOver, storeAccess(welcome),
                           welcome.fresh, welcome.leaseMs, welcome.schema});
}

void ClientCore::handle(const SyncEvent::Resumed& event)
{
    if (event.link != m_linkNumber || m_phase != Phase::Resuming)
        return;
    m_phase = Phase::Running;
    m_dirty = true;
    // Welcome does not tell whether the snapshot was all; behind the pong nothing older can follow.
    if (std::exchange(m_installed, false))
        ping();
    applyNext();
    installNext();
    takeNext();
}

void ClientCore::received(const Wire::Bye& bye)
{
    const QString detail = bye.reason.isEmpty() ? bye.code : bye.code + u": "_s + bye.reason;
    if (bye.code == "token"_L1)
        return refuse(SyncStatus::Link::SignedOut, {ErrorCode::NotSignedIn, {}, detail}, 0);
    if (bye.code == "revoked"_L1)
        // Before there were requests the reason was no name, but words for support.
        return refuse(
            SyncStatus::Link::SignedOut,
            {ErrorCode::DeviceSignedOut, {}, m_protocol < Wire::ProtocolWithRequests ? QString() : bye.reason}, 0);
    if (bye.code == "expired"_L1)
        act(SyncAction::DropToken{});
    if (bye.code == "disabled"_L1)
        return refuse(SyncStatus::Link::Refused, {ErrorCode::AccountDisabled, {}, {}}, CoreRefusedRetry);
    if (bye.code == "protocol"_L1)
        return refuse(SyncStatus::Link::Refused, {protocolMismatch(bye.reason), {}, detail}, CoreRefusedRetry);
    const bool comeBack = bye.code == "access"_L1 || bye.code == "expired"_L1;
    if (comeBack && m_phase == Phase::Running && m_now.steady - m_runningSince > CoreStableAfter) {
        // Other rights, which the next welcome tells, or another token: it does not take long.
        dropLink();
        return connectNow();
    }
    if (bye.code == "shutdown"_L1 || comeBack)
        return waitThenRetry(std::nullopt, bye.retryAfterMs);
    if (bye.code == "rate"_L1)
        return waitThenRetry(Error{ErrorCode::RateLimited, {}, detail}, bye.retryAfterMs);
    waitThenRetry(Error{ErrorCode::ServerFault, {}, detail}, bye.retryAfterMs);
}

// ---- receiving ----------------------------------------------------------------------------------------------------

void ClientCore::received(Wire::Page& page)
{
    if (m_installing)
        return;
    m_more = page.more;
    m_pages.push_back(std::move(page));
    applyNext();
}

void ClientCore::applyNext()
{
    if (m_phase != Phase::Running || !m_applying.empty() || m_pages.empty())
        return;
    SyncAction::Apply apply;
    apply.link = m_linkNumber;
    do {
        Wire::Page& page = m_pages.front();
        apply.rows.reserve(apply.rows.size() + page.rows.size());
        for (Wire::Row& row : page.rows)
            apply.rows.push_back(remoteRow(std::move(row)));
        for (const Wire::ForgottenRow& row : page.forgotten)
            apply.forgotten.push_back({row.table, row.id});
        apply.upto = page.upto;
        apply.view = page.view;
        apply.last = !page.more;
        m_applying.push_back(page.upto);
        m_pages.pop_front();
        // What a page takes away may have come with the one before.
    } while (!m_pages.empty() && m_pages.front().forgotten.empty() && apply.view.isEmpty() &&
             apply.rows.size() + m_pages.front().rows.size() <= CoreRowsTogether);
    act(std::move(apply));
}

void ClientCore::handle(const SyncEvent::Applied& event)
{
    if (event.link != m_linkNumber || m_phase != Phase::Running)
        return;
    for (const qint64 upto : std::exchange(m_applying, {})) {
        m_cursor = std::max(m_cursor, upto);
        send(Wire::Ack{upto});
    }
    applyNext();
    installNext();
}

// ---- sending ------------------------------------------------------------------------------------------------------

void ClientCore::handle(const SyncEvent::OutboxChanged&)
{
    if (m_phase != Phase::Running)
        return;
    if (m_taking)
        m_changedMeanwhile = true;
    else
        m_dirty = true;
    takeNext();
}

bool ClientCore::mayPush()
{
    m_pushTokens = std::min(
        CorePushBurst, m_pushTokens + static_cast<double>(m_now.steady - m_pushTokensAt) * CorePushesPerSecond / 1000);
    m_pushTokensAt = m_now.steady;
    m_pushAgainAt = 0;
    if (m_pushTokens >= 1)
        return true;
    m_pushAgainAt = m_now.steady + static_cast<qint64>((1 - m_pushTokens) * 1000 / CorePushesPerSecond) + 1;
    return false;
}

void ClientCore::takeNext()
{
    if (m_phase != Phase::Running || m_taking || !m_dirty)
        return;
    const bool room = m_inFlight.empty() || (m_lastBatch >= CoreLargeBatch && m_inFlight.size() < CoreWindow);
    if (!room || !mayPush())
        return;
    m_taking = true;
    m_changedMeanwhile = false;
    act(SyncAction::Take{m_linkNumber, m_takenUpto, Wire::BatchRows, Wire::BatchBytes});
}

void ClientCore::handle(SyncEvent::Taken& event)
{
    if (event.link != m_linkNumber || m_phase != Phase::Running)
        return;
    m_taking = false;
    if (event.ops.empty()) {
        m_dirty = m_changedMeanwhile;
        return takeNext();
    }
    InFlight batch;
    Wire::Push push;
    push.ops.reserve(event.ops.size());
    for (OutboxOp& op : event.ops) {
        if (auto refusal = refuseOversized(op))
            batch.ownRefusals.push_back(std::move(*refusal));
        push.ops.push_back(wireOp(std::move(op)));
    }
    batch.last = m_takenUpto = push.ops.back().opid;
    m_lastBatch = push.ops.size();
    m_inFlight.push_back(std::move(batch));
    m_pushTokens -= 1;
    send(std::move(push));
    takeNext();
}

void ClientCore::received(Wire::Pushed& pushed)
{
    if (m_inFlight.empty() || pushed.upto < m_inFlight.front().last)
        return waitThenRetry(Error{ErrorCode::ServerFault, {}, u"answer to nothing"_s});
    InFlight batch = std::move(m_inFlight.front());
    m_inFlight.pop_front();
    // Where a batch is a repetition, `upto` may lie beyond it; what follows has its own answer.
    SyncAction::Acknowledge acknowledge{m_linkNumber, batch.last, pushed.seq, std::move(batch.ownRefusals)};
    for (Wire::OpException& exception : pushed.exceptions) {
        if (std::ranges::find(acknowledge.exceptions, exception.opid, &OpException::opid) ==
            acknowledge.exceptions.end())
            acknowledge.exceptions.push_back(opException(std::move(exception)));
    }
    ++m_unstoredAcks;
    act(std::move(acknowledge));
    takeNext();
}

void ClientCore::handle(const SyncEvent::Acknowledged& event)
{
    if (event.link == m_linkNumber)
        --m_unstoredAcks;
}

// ---- requests -----------------------------------------------------------------------------------------------------

void ClientCore::handle(SyncEvent::Asked& event)
{
    if (m_phase < Phase::Resuming)
        return act(SyncAction::Answered{event.number, Error{ErrorCode::RequestNeedsServer, {}, {}}, {}});
    if (m_protocol < Wire::ProtocolWithRequests)
        return act(SyncAction::Answered{event.number, Error{ErrorCode::RequestTooNew, {}, {}}, {}});
    m_requests.push_back({event.number, std::move(event.name), std::move(event.arguments)});
    sendRequests();
}

void ClientCore::sendRequests()
{
    while (!m_requests.empty() && m_unanswered.size() < static_cast<size_t>(Wire::MaxRequestsAhead)) {
        m_unanswered.insert(m_requests.front().number);
        send(std::move(m_requests.front()));
        m_requests.pop_front();
    }
}

void ClientCore::giveUpRequests()
{
    for (const Wire::Request& request : std::exchange(m_requests, {}))
        act(SyncAction::Answered{request.number, Error{ErrorCode::RequestNeedsServer, {}, {}}, {}});
    for (const qint64 number : std::exchange(m_unanswered, {}))
        act(SyncAction::Answered{number, Error{ErrorCode::RequestUnanswered, {}, {}}, {}});
}

void ClientCore::received(Wire::Answer& answer)
{
    if (m_unanswered.erase(answer.number) == 0)
        return;
    SyncAction::Answered answered{answer.number, std::nullopt, std::move(answer.body)};
    if (answer.code == "no_access"_L1)
        answered.error = Error{ErrorCode::NotAllowed, {}, {}};
    else if (answer.code == "fault"_L1)
        answered.error = Error{ErrorCode::ServerFault, {}, {}};
    else if (answer.code == "unknown"_L1)
        answered.error = Error{ErrorCode::RequestTooNew, {}, {}};
    else if (answer.code == "locked"_L1)
        answered.error = Error{ErrorCode::SignInLocked,
                               {},
                               QString::number(QJsonDocument::fromJson(answered.body)["wait"_L1].toInteger())};
    else if (!answer.code.isEmpty())
        answered.error = Error{ErrorCode::RequestRefused, {}, answer.code};
    act(std::move(answered));
    sendRequests();
}

// ---- time ---------------------------------------------------------------------------------------------------------

void ClientCore::received(const Wire::Pong& pong)
{
    if (!m_pinging)
        return;
    m_pinging = false;
    m_clock.add(m_pingAt, m_now, pong.serverTime);
    act(SyncAction::SetClockOffset{m_clock.offset()});
}

void ClientCore::handle(const SyncEvent::Woken&)
{
    switch (m_phase) {
    case Phase::Off: return;
    case Phase::Waiting:
        if (m_now.steady >= m_deadline)
            connectNow();
        return;
    case Phase::Opening:
    case Phase::Identifying:
    case Phase::Greeting:
        if (m_now.steady >= m_deadline)
            waitThenRetry(Error{ErrorCode::ServerUnreachable, {}, u"no answer"_s});
        return;
    case Phase::Resuming:
    case Phase::Running: break;
    }
    if (m_pinging && m_now.steady - std::max(m_pingAt.steady, m_heardAt) >= m_options.silenceAllowed)
        return waitThenRetry(Error{ErrorCode::ServerUnreachable, {}, u"no sign of life"_s});
    if (!m_pinging && m_now.steady - m_heardAt >= m_options.pingEvery)
        ping();
    takeNext();
}

void ClientCore::ping()
{
    m_pinging = true;
    m_pingAt = m_now;
    send(Wire::Ping{m_now.wall});
}

void ClientCore::schedule()
{
    if (m_phase < Phase::Resuming) {
        m_wakeAt = m_phase == Phase::Off ? 0 : m_deadline;
        return;
    }
    m_wakeAt =
        m_pinging ? std::max(m_pingAt.steady, m_heardAt) + m_options.silenceAllowed : m_heardAt + m_options.pingEvery;
    if (m_pushAgainAt > 0)
        m_wakeAt = std::min(m_wakeAt, m_pushAgainAt);
}

}  // namespace Forecourt
