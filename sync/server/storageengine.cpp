// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storageengine.h"

#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "sync/server/audittrail.h"
#include "sync/server/housekeeping.h"
#include "sync/server/passwordhasher.h"
#include "sync/server/pushapplier.h"
#include "sync/server/secrets.h"
#include "sync/server/sessiontokens.h"
#include "sync/server/verb.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(storageLog, "forecourt.server.storage")

constexpr int StorageForgetTogether = 1000;
constexpr qint64 StoragePruneTogether = 1000;

/// Fields that name files, by table.
QCborMap storageFileFields(const Schema& schema)
{
    QCborMap all;
    for (const SyncedTable& declaration : schema.declarations()) {
        QCborArray fields;
        for (const BlobField& blob : declaration.blobs)
            fields.append(schema.table(declaration.table).field(QString(blob.field))->number);
        if (!fields.isEmpty())
            all.insert(static_cast<int>(declaration.table), fields);
    }
    return all;
}

}  // namespace

StorageEngine::StorageEngine(std::unique_ptr<ServerStorage> storage, const Schema& schema, const Clock& clock)
    : m_storage(std::move(storage)), m_schema(schema), m_clock(clock), m_stamps(ServerDevice, {})
{
}

Expected<void> StorageEngine::prepare()
{
    FC_TRY(m_storage->begin());
    auto prepared = [&]() -> Expected<void> {
        FC_TRY(applyRules());
        return m_storage->commit();
    }();
    if (!prepared)
        m_storage->rollback();
    return prepared;
}

Expected<void> StorageEngine::applyRules()
{
    const auto stored = m_storage->scopeRules();
    if (!stored)
        return fail(stored.error());
    const QCborArray applied = QCborValue::fromCbor(*stored).toArray();
    // It would pass on what the newer version's rules keep from people.
    if (applied.at(0).toInteger() > m_schema.version())
        return fail(ErrorCode::StoreTooNew, {}, u"schema %1"_s.arg(applied.at(0).toInteger()));
    const QCborArray rules{m_schema.version(), View::rules(m_schema), storageFileFields(m_schema)};
    const QByteArray packed = QCborValue(rules).toCbor();
    if (*stored == packed)
        return {};
    if (applied.at(1) == rules.at(1) && applied.at(2) == rules.at(2))
        return m_storage->setScopeRules(packed);
    const bool first = stored->isEmpty();
    const ScopeResolver scopes(*m_storage, m_schema);
    View all;
    all.everything = true;
    // Parents may come after their children, and grandchildren before both.
    for (int round = 0; round < 3; ++round) {
        qint64 after = 0;
        for (bool more = true; more;) {
            auto page = m_storage->rows({after, all, std::nullopt, Wire::BatchRows, Wire::MaxInflated});
            if (!page)
                return fail(page.error());
            for (RowState& row : page->rows) {
                after = row.seq;
                FC_TRY(applyRulesTo(std::move(row), scopes, first));
            }
            more = page->more;
        }
    }
    return m_storage->setScopeRules(packed);
}

Expected<void> StorageEngine::applyRulesTo(RowState row, const ScopeResolver& scopes, bool first)
{
    const RowScope scope = row.scope;
    const Uuid parent = row.parent;
    FC_TRY(scopes.resolve(row, true));
    if (row.scope != scope || row.parent != parent)
        FC_TRY(m_storage->putRow(row, false));
    const TableSchema* schema = m_schema.find(row.table);
    if (!schema || schema->declaration->blobs.empty())
        return {};
    std::vector<ServerStorage::FileLink> files;
    for (const BlobField& blob : schema->declaration->blobs) {
        const std::uint16_t field = schema->field(QString(blob.field))->number;
        const QVariant* sha = row.value(field);
        if (!sha || sha->toByteArray().isEmpty())
            continue;
        // Before there were rules, nobody kept a record of who uploaded what. Later, a field that an earlier version
        // did not know counts as named by whoever wrote it.
        files.push_back({sha->toByteArray(), first ? ServerDevice : row.clock.of(field).device, first});
    }
    return m_storage->linkFiles(row, files);
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
        else if (const auto* token = std::get_if<TokenRequest>(&request))
            replies.emplace_back(answer(*token));
        else if (const auto* page = std::get_if<PageRequest>(&request))
            replies.emplace_back(answer(*page));
        else if (const auto* view = std::get_if<ViewRequest>(&request))
            replies.emplace_back(answer(*view));
        else if (const auto* file = std::get_if<FileRequest>(&request))
            replies.emplace_back(answer(*file));
        else if (const auto* uploaded = std::get_if<UploadedRequest>(&request))
            replies.emplace_back(answer(*uploaded));
        else if (const auto* watch = std::get_if<WatchRequest>(&request))
            replies.emplace_back(answer(*watch));
        else if (const auto* housekeeping = std::get_if<HousekeepingRequest>(&request))
            replies.emplace_back(answer(*housekeeping));
        else if (const auto* acked = std::get_if<AckedRequest>(&request))
            note(*acked);
        else if (const auto* verb = std::get_if<VerbRequest>(&request))
            replies.emplace_back(answer(*verb));
    }
    flush();
    return replies;
}

AuthenticateReply StorageEngine::answer(const AuthenticateRequest& request)
{
    AuthenticateReply reply;
    reply.session = request.session;
    const auto lookUp = [&]() -> Expected<Principal> {
        SessionTokens tokens(*m_storage, m_clock.now());
        const auto shown = tokens.show(request.tokenHash);
        if (!shown)
            return fail(shown.error());
        if (!*shown)
            return fail(ErrorCode::NotFound);
        const DeviceSession& session = (*shown)->session;
        if ((request.device != 0 && session.device != request.device) ||
            !sameSecret(request.proof, Wire::helloProof(session.secret, request.challenge, request.tokenHash)))
            return fail(ErrorCode::NotSignedIn);
        const auto device = m_storage->device(session.device);
        if (!device)
            return fail(device.error());
        if (!*device)
            return fail(ErrorCode::NotSignedIn);
        FC_TRY(tokens.arrived(**shown));
        // A disk that is full keeps nobody out: there is much that can be read.
        if (const auto noted = m_storage->noteArrival(session.device, request.app, request.address, m_clock.now());
            !noted)
            qCWarning(storageLog) << "Noting an arrival failed:" << noted.error().detail;
        const auto account = m_storage->account(session.user);
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
        const auto floor = m_storage->historyFloor();
        if (!floor)
            return fail(floor.error());
        auto forks = m_storage->epochForks();
        if (!forks)
            return fail(forks.error());
        principal.author = {(*device)->ordinal, (*account)->access(), false};
        principal.floor = *floor;
        principal.forks = std::move(*forks);
        principal.displayName = (*account)->displayName;
        principal.family = session.family;
        // Signed out again before anybody looks, it would otherwise have been no change.
        m_signedIn.insert(session.device, session.family);
        principal.tokenEndsAt = (*shown)->token.endsAt;
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
        case ErrorCode::NotFound: reply.refusal = u"expired"_s; break;
        case ErrorCode::NotSignedIn: reply.refusal = u"token"_s; break;
        case ErrorCode::AccountDisabled: reply.refusal = u"disabled"_s; break;
        default:
            qCWarning(storageLog) << "Authentication failed:" << principal.error().detail;
            reply.refusal = u"fault"_s;
        }
    }
    return reply;
}

TokenReply StorageEngine::answer(const TokenRequest& request)
{
    TokenReply reply;
    reply.session = request.session;
    SessionTokens tokens(*m_storage, m_clock.now());
    const auto shown = tokens.show(request.tokenHash);
    if (!shown) {
        qCWarning(storageLog) << "Looking up a token failed:" << shown.error().detail;
        reply.refusal = u"fault"_s;
    } else if (!*shown || (*shown)->session.device != request.device || (*shown)->session.family != request.family) {
        reply.refusal = u"expired"_s;
    } else {
        reply.endsAt = (*shown)->token.endsAt;
        if (const auto noted = tokens.arrived(**shown); !noted)
            qCWarning(storageLog) << "Noting a token failed:" << noted.error().detail;
    }
    return reply;
}

PageReply StorageEngine::answer(const PageRequest& request)
{
    PageReply reply;
    reply.session = request.session;
    View now;
    now.access = request.access;
    // The sequence is read first: a row that another process writes in between comes with this page or the next.
    auto found = [&]() -> Expected<Wire::Page> {
        Wire::Page page;
        const auto seq = m_storage->seq();
        if (!seq)
            return fail(seq.error());
        page.upto = *seq;
        const auto exits = m_storage->exits(request.cursor, request.had.value_or(now), now, StorageForgetTogether);
        if (!exits)
            return fail(exits.error());
        if (static_cast<int>(exits->size()) == StorageForgetTogether)
            page.upto = std::min(page.upto, exits->back().seq);
        const auto rows =
            m_storage->rows({request.cursor, now, std::nullopt, Wire::BatchRows, Wire::BatchBytes, page.upto});
        if (!rows)
            return fail(rows.error());
        if (rows->more)
            page.upto = rows->rows.back().seq;
        for (const ScopeExit& exit : *exits) {
            if (exit.seq <= page.upto)
                page.forgotten.push_back(exit.row);
        }
        page.rows.reserve(rows->rows.size());
        for (const RowState& row : rows->rows)
            page.rows.push_back(row.whole());
        return page;
    }();
    if (!found) {
        qCWarning(storageLog) << "Reading a page failed:" << found.error().detail;
        reply.failed = true;
        return reply;
    }
    reply.page = std::move(*found);
    return reply;
}

ViewReply StorageEngine::answer(const ViewRequest& request)
{
    ViewReply reply;
    reply.session = request.session;
    reply.stage = request.stage;
    View now;
    now.access = request.access;
    const bool forgetting = request.stage == ViewRequest::Stage::Forgetting;
    const auto found = m_storage->rows(
        forgetting
            ? ServerStorage::RowQuery{request.after, request.step.had, now, StorageForgetTogether, Wire::MaxInflated}
            : ServerStorage::RowQuery{request.after, now, request.step.knows, Wire::BatchRows, Wire::BatchBytes});
    if (!found) {
        qCWarning(storageLog) << "Reading for another view failed:" << found.error().detail;
        reply.failed = true;
        return reply;
    }
    for (const RowState& row : found->rows) {
        if (forgetting)
            reply.page.forgotten.push_back({row.table, row.id});
        else
            reply.page.rows.push_back(row.whole());
    }
    reply.after = found->rows.empty() ? request.after : found->rows.back().seq;
    reply.done = !found->more;
    return reply;
}

FileReply StorageEngine::answer(const FileRequest& request)
{
    FileReply reply{request.session, request.sha, false};
    // Before it is looked whether the file is here: what was about to go stays, or it is gone and asked for again.
    if (const auto kept = request.offered ? m_storage->keepFile(request.sha) : Expected<void>(); !kept)
        qCWarning(storageLog) << "Keeping an offered file failed:" << kept.error().detail;
    const auto mayRead = m_storage->mayReadFile(request.sha, request.device, request.access);
    if (!mayRead)
        qCWarning(storageLog) << "Looking up the rights to a file failed:" << mayRead.error().detail;
    reply.mayRead = mayRead && *mayRead;
    return reply;
}

UploadedReply StorageEngine::answer(const UploadedRequest& request)
{
    const auto noted = m_storage->putUpload(request.sha, request.device);
    if (!noted)
        qCWarning(storageLog) << "Noting an upload failed:" << noted.error().detail;
    return {request.session, request.sha, noted.has_value()};
}

void StorageEngine::note(const AckedRequest& request)
{
    if (const auto noted = m_storage->setAcked(request.device, request.seq, m_clock.now()); !noted)
        qCWarning(storageLog) << "Noting an acknowledgement failed:" << noted.error().detail;
}

Expected<bool> StorageEngine::keepHouse()
{
    const auto more = Housekeeping(*m_storage, m_clock.now()).step();
    if (!more)
        return more;
    const auto moreAudit = pruneAudit(*m_storage, m_clock.now(), StoragePruneTogether);
    if (!moreAudit)
        return moreAudit;
    const auto moreFiles = m_unusedFiles ? m_unusedFiles->step(*m_storage, m_clock.now()) : Expected<bool>(false);
    if (!moreFiles)
        return moreFiles;
    return *more || *moreAudit || *moreFiles;
}

UnusedFiles::Removed StorageEngine::takeRemovedFiles()
{
    return m_unusedFiles ? m_unusedFiles->takeRemoved() : UnusedFiles::Removed();
}

HousekeepingReply StorageEngine::answer(const HousekeepingRequest&)
{
    const auto more = keepHouse();
    if (!more)
        qCWarning(storageLog) << "Removing what has been kept long enough failed:" << more.error().detail;
    const UnusedFiles::Removed files = takeRemovedFiles();
    return {more && *more, files.files, files.bytes};
}

WatchReply StorageEngine::answer(const WatchRequest&)
{
    WatchReply reply;
    const auto version = m_storage->outsideVersion();
    // Asked twice a second: reading a thousand sign-ins every time would hold up who pushes.
    const bool peopleWritten = m_storage->takePeopleWritten();
    if (version && *version == m_outsideVersion && !peopleWritten && !m_wroteRows)
        return reply;
    const auto accounts = m_storage->accounts();
    const auto sessions = m_storage->sessions();
    const auto seq = m_storage->seq();
    if (!version || !seq || !accounts || !sessions) {
        m_outsideVersion = -1;
        return reply;
    }
    for (const DeviceSession& session : *sessions) {
        if (session.revokedAt == 0)
            reply.signedIn.insert(session.device, session.family);
        else if (const auto by = std::ranges::find(*accounts, session.revokedBy, &Account::user); by != accounts->end())
            reply.signedOutBy.insert(session.device, by->displayName);
    }
    for (const Account& account : *accounts) {
        if (!account.disabled)
            reply.allowed.push_back(account.access());
    }
    // Rights may also have been changed here, by a request.
    reply.changed = std::exchange(m_wroteRows, false) || *version != m_outsideVersion || reply.allowed != m_allowed ||
                    reply.signedIn != m_signedIn;
    m_signedIn = reply.signedIn;
    m_outsideVersion = *version;
    m_allowed = reply.allowed;
    reply.seq = *seq;
    return reply;
}

StorageReply StorageEngine::answer(const VerbRequest& request)
{
    VerbReply reply{request.session, {request.request.number, {}, {}}};
    PasswordHasher atOnce;
    PasswordHasher& hasher = request.hasher ? *request.hasher : atOnce;
    const auto outcome = [&]() -> Expected<VerbOutcome> {
        const Verb* verb = verbNamed(request.request.name);
        if (!verb)
            return VerbOutcome::refused("unknown"_L1);
        VerbCall call{request.author, {}, request.connected, hasher};
        if (!request.request.arguments.isEmpty()) {
            const QJsonDocument json = QJsonDocument::fromJson(request.request.arguments);
            if (!json.isObject())
                return VerbOutcome::refused("malformed"_L1);
            call.arguments = json.object();
        }
        // Rights may have changed since the workstation connected.
        const auto account = m_storage->account(request.author.access.user);
        if (!account)
            return fail(account.error());
        if (!*account || (*account)->disabled || (verb->roles & Roles::of((*account)->role)) == 0)
            return VerbOutcome::refused("no_access"_L1);
        call.author.access = (*account)->access();
        reply.changes = verb->changes;
        return verb->run(*this, call);
    }();
    if (hasher.isWanting())
        return HashingReply{request};
    if (!outcome) {
        qCWarning(storageLog) << "A request failed:" << request.request.name << outcome.error().detail;
        reply.answer.code = u"fault"_s;
        return reply;
    }
    reply.answer.code = outcome->code;
    reply.answer.body = QJsonDocument(outcome->body).toJson(QJsonDocument::Compact);
    if (reply.answer.body.size() > Wire::MaxAnswer)
        reply.answer = {request.request.number, u"too_large"_s, {}};
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
    sessions.reserve(batches.size());
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

Expected<PushReply> StorageEngine::write(const MakeOps& make, const Author& by)
{
    std::vector<PushRequest> batches;
    batches.push_back({0, {ServerDevice, by.access, true, by.address}, {}});
    auto reply = pushTogether(batches, [&](std::vector<PushRequest>& ours) -> Expected<void> {
        auto ops = make();
        if (!ops)
            return fail(ops.error());
        ours.front().ops = std::move(*ops);
        return stamp(ours.front().ops);
    });
    m_wroteRows = m_wroteRows || (reply && !reply->changes.empty());
    return reply;
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
