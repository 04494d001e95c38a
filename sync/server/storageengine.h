// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/schema.h"
#include "sync/server/factorkey.h"
#include "sync/server/requests.h"
#include "sync/server/scoperesolver.h"
#include "sync/server/serverstorage.h"
#include "sync/server/unusedfiles.h"

#include <functional>
#include <memory>

namespace Forecourt {

/// Answers requests of the sessions from a storage. Used by one thread; does no I/O but the storage's.
class StorageEngine {
public:
    StorageEngine(std::unique_ptr<ServerStorage> storage, const Schema& schema, const Clock& clock);
    /// Brings the rows of an earlier version into their scopes. Call once before the first request. Errors: StoreTooNew
    /// (a later schema has served them), those of the storage.
    [[nodiscard]] Expected<void> prepare();

    /// Removes a bounded part of what has been kept long enough. True if there is more: call again, but let others have
    /// their turn before.
    Expected<bool> keepHouse();
    /// Files that went with that, since this was last asked.
    UnusedFiles::Removed takeRemovedFiles();

    /// Answers in order. Pushes that follow each other are committed together: one fsync for all of them.
    std::vector<StorageReply> handle(std::vector<StorageRequest> requests);

    /// Inside the transaction: writes what else belongs to it and says which rows to write.
    using MakeOps = std::function<Expected<std::vector<Wire::Op>>()>;
    /// Writes rows that belong to the server (accounts), in a transaction of its own, and says what changed. `by` is
    /// who has it done, for the audit log. An error of `make` undoes everything.
    Expected<PushReply> write(const MakeOps& make, const Author& by = {});

    /// Without one, nobody can turn on a second factor, and those that are on take recovery codes only.
    void setFactorKey(FactorKey key) { m_factorKey = std::move(key); }
    const FactorKey& factorKey() const { return m_factorKey; }
    /// Where the files of the store lie. Without, none is ever removed.
    void setFileDirectory(const QString& directory) { m_unusedFiles.emplace(directory); }
    ServerStorage& storage() { return *m_storage; }
    const Clock& clock() const { return m_clock; }
    const Schema& schema() const { return m_schema; }

private:
    AuthenticateReply answer(const AuthenticateRequest& request);
    TokenReply answer(const TokenRequest& request);
    PageReply answer(const PageRequest& request);
    ViewReply answer(const ViewRequest& request);
    FileReply answer(const FileRequest& request);
    WatchReply answer(const WatchRequest& request);
    HousekeepingReply answer(const HousekeepingRequest& request);
    StorageReply answer(const VerbRequest& request);
    void note(const AckedRequest& request);
    UploadedReply answer(const UploadedRequest& request);
    Expected<void> applyRules();
    Expected<void> applyRulesTo(RowState row, const ScopeResolver& scopes, bool first);
    PushReply push(std::vector<PushRequest> batches);
    /// `prepare` runs first, inside the transaction.
    using Prepare = std::function<Expected<void>(std::vector<PushRequest>& batches)>;
    Expected<PushReply> pushTogether(std::vector<PushRequest>& batches, const Prepare& prepare = {});
    /// Numbers, clocks and bases of the server's own operations: other processes give them too, so only inside the
    /// transaction.
    Expected<void> stamp(std::vector<Wire::Op>& ops);

    std::unique_ptr<ServerStorage> m_storage;
    const Schema& m_schema;
    const Clock& m_clock;
    HlcClock m_stamps;
    FactorKey m_factorKey;
    std::optional<UnusedFiles> m_unusedFiles;
    qint64 m_outsideVersion = -1;
    bool m_wroteRows = false;       ///< rows of its own, of which no session knows yet
    std::vector<Access> m_allowed;  ///< as last told
    QHash<std::uint32_t, QByteArray> m_signedIn;
};

}  // namespace Forecourt
