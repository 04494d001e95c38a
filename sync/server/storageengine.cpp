// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storageengine.h"

#include "sync/protocol/limits.h"
#include "sync/server/audittrail.h"
#include "sync/server/pushapplier.h"

#include <QLoggingCategory>

#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(storageLog, "forecourt.server.storage")

constexpr UtcMs StorageKeepResults = 7LL * 24 * 3600 * 1000;

}  // namespace

StorageEngine::StorageEngine(std::unique_ptr<ServerStorage> storage, const Schema& schema, const Clock& clock)
    : m_storage(std::move(storage)), m_schema(schema), m_clock(clock), m_stamps(ServerDevice, {})
{
    std::ignore = m_storage->forgetExceptionsBefore(clock.now() - StorageKeepResults);
    if (const auto pruned = pruneAudit(*m_storage, clock.now()); !pruned)
        qCWarning(storageLog) << "Pruning the audit log failed:" << pruned.error().detail;
}

std::vector<StorageReply> StorageEngine::handle(std::vector<StorageRequest> requests)
{
    std::vector<StorageReply> replies;
    std::vector<PushRequest> batches;
    const auto flush = [&] {
        if (!batches.empty())
            replies.emplace_back(push(std::exchange(batches, {})));
    };
    for (StorageRequest& request : requests) {
        if (auto* batch = std::get_if<PushRequest>(&request)) {
            batches.push_back(std::move(*batch));
            continue;
        }
        flush();
        if (const auto* authenticate = std::get_if<AuthenticateRequest>(&request))
            replies.emplace_back(answer(*authenticate));
        else if (const auto* page = std::get_if<PageRequest>(&request))
            replies.emplace_back(answer(*page));
        else if (const auto* watch = std::get_if<WatchRequest>(&request))
            replies.emplace_back(answer(*watch));
        else if (const auto* acked = std::get_if<AckedRequest>(&request))
            note(*acked);
    }
    flush();
    return replies;
}

AuthenticateReply StorageEngine::answer(const AuthenticateRequest& request)
{
    AuthenticateReply reply;
    reply.session = request.session;
    const auto lookUp = [&]() -> Expected<Principal> {
        const auto device = m_storage->deviceByToken(request.tokenHash);
        if (!device)
            return fail(device.error());
        if (!*device || (request.device != 0 && (*device)->ordinal != request.device))
            return fail(ErrorCode::NotSignedIn);
        const auto account = m_storage->account((*device)->user);
        if (!account)
            return fail(account.error());
        if (!*account || (*account)->disabled)
            return fail(ErrorCode::AccountDisabled);
        const auto epoch = m_storage->epoch();
        if (!epoch)
            return fail(epoch.error());
        const auto dealership = m_storage->dealership();
        if (!dealership)
            return fail(dealership.error());
        const auto seq = m_storage->seq();
        if (!seq)
            return fail(seq.error());
        Principal principal;
        principal.author = {(*device)->ordinal, (*account)->user, (*account)->role, false};
        principal.displayName = (*account)->displayName;
        principal.pushedOpid = (*device)->pushedOpid;
        principal.epoch = *epoch;
        principal.dealership = *dealership;
        principal.seq = *seq;
        return principal;
    };
    if (auto principal = lookUp()) {
        reply.principal = std::move(*principal);
    } else {
        switch (principal.error().code) {
        case ErrorCode::NotSignedIn: reply.refusal = u"token"_s; break;
        case ErrorCode::AccountDisabled: reply.refusal = u"disabled"_s; break;
        default:
            qCWarning(storageLog) << "Authentication failed:" << principal.error().detail;
            reply.refusal = u"fault"_s;
        }
    }
    return reply;
}

PageReply StorageEngine::answer(const PageRequest& request)
{
    PageReply reply;
    reply.session = request.session;
    // The sequence is read first: a row that another process writes in between comes with this page or the next.
    const auto seq = m_storage->seq();
    const auto found = m_storage->rowsAfter(request.cursor, request.user, Wire::BatchRows, Wire::BatchBytes);
    if (!seq || !found) {
        qCWarning(storageLog) << "Reading a page failed:" << (seq ? found.error() : seq.error()).detail;
        reply.failed = true;
        return reply;
    }
    reply.page.rows.reserve(found->rows.size());
    for (const RowState& row : found->rows)
        reply.page.rows.push_back(row.whole());
    reply.page.upto = found->more ? found->rows.back().seq : *seq;
    return reply;
}

void StorageEngine::note(const AckedRequest& request)
{
    if (const auto noted = m_storage->setAcked(request.device, request.seq, m_clock.now()); !noted)
        qCWarning(storageLog) << "Noting an acknowledgement failed:" << noted.error().detail;
}

WatchReply StorageEngine::answer(const WatchRequest&)
{
    WatchReply reply;
    const auto version = m_storage->outsideVersion();
    if (!version || *version == m_outsideVersion)
        return reply;
    const auto seq = m_storage->seq();
    const auto accounts = m_storage->accounts();
    if (!seq || !accounts)
        return reply;
    m_outsideVersion = *version;
    reply.changed = true;
    reply.seq = *seq;
    for (const Account& account : *accounts) {
        if (!account.disabled)
            reply.allowed.push_back(account.user);
    }
    return reply;
}

Expected<PushReply> StorageEngine::pushTogether(std::vector<PushRequest>& batches, const Prepare& prepare)
{
    FC_TRY(m_storage->begin());
    PushApplier applier(*m_storage, m_schema, m_stamps, m_clock.now());
    PushReply reply;
    const auto apply = [&]() -> Expected<void> {
        if (prepare)
            FC_TRY(prepare(batches));
        FC_TRY(applier.start());
        for (PushRequest& batch : batches) {
            auto answer = applier.apply(std::move(batch));
            if (!answer)
                return fail(answer.error());
            reply.answers.push_back(std::move(*answer));
        }
        FC_TRY(applier.finish());
        return m_storage->commit();
    };
    if (const auto applied = apply(); !applied) {
        m_storage->rollback();
        return fail(applied.error());
    }
    reply.changes = applier.takeChanges();
    reply.seq = applier.seq();
    return reply;
}

PushReply StorageEngine::push(std::vector<PushRequest> batches)
{
    std::vector<SessionId> sessions;
    for (const PushRequest& batch : batches)
        sessions.push_back(batch.session);
    auto reply = pushTogether(batches);
    if (reply)
        return std::move(*reply);
    qCWarning(storageLog) << "Storing failed, nothing was acknowledged:" << reply.error().detail;
    PushReply failed;
    for (const SessionId session : sessions)
        failed.answers.push_back({session, {}, u"fault"_s});
    return failed;
}

Expected<PushReply> StorageEngine::write(std::vector<Wire::Op> ops)
{
    PushRequest request{0, {ServerDevice, {}, {}, true}, std::move(ops)};
    std::vector<PushRequest> batches;
    batches.push_back(std::move(request));
    return pushTogether(batches, [this](std::vector<PushRequest>& ours) { return stamp(ours.front().ops); });
}

Expected<void> StorageEngine::stamp(std::vector<Wire::Op>& ops)
{
    const auto self = m_storage->device(ServerDevice);
    if (!self)
        return fail(self.error());
    qint64 opid = (*self)->pushedOpid;
    for (Wire::Op& op : ops) {
        op.opid = ++opid;
        op.clock = m_stamps.next(m_clock.now());
        // The server decides about its own rows, whoever wrote them before.
        const auto row = m_storage->row(op.table, op.id);
        if (!row)
            return fail(row.error());
        for (Wire::Op::FieldEdit& edit : op.fields)
            edit.base = row->known ? row->clock.of(edit.field) : Hlc{};
    }
    return {};
}

}  // namespace Forecourt
