// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/schema.h"
#include "sync/server/audittrail.h"
#include "sync/server/merge.h"
#include "sync/server/requests.h"
#include "sync/server/scoperesolver.h"
#include "sync/server/serverstorage.h"

#include <QHash>

namespace Forecourt {

/// Applies batches of operations inside one transaction of the storage. Made for one transaction, used once.
class PushApplier {
public:
    PushApplier(ServerStorage& storage, const Schema& schema, HlcClock& clock, UtcMs now);

    /// Reads what every batch needs. Call after ServerStorage::begin().
    [[nodiscard]] Expected<void> start();
    /// Applies one batch, or refuses it whole (answer.refusal) without a trace.
    Expected<PushReply::Answer> apply(PushRequest request);
    /// Writes the sequence and the audit log. Call before ServerStorage::commit().
    [[nodiscard]] Expected<void> finish();

    std::vector<Change> takeChanges() { return std::move(m_changes); }
    qint64 seq() const { return m_seq; }

private:
    /// An operation with the number of one that is stored, which is another one: two computers work with copies of the
    /// same store. Whatever was accepted has left a trace in its row, or an exception, as long as those are kept.
    bool isOfACopy(const Wire::Op& operation, const RowState& row,
                   const std::vector<Wire::OpException>& exceptions) const;
    /// An operation that is stored already: its author never got the answer, or asks again.
    Expected<void> repeat(const Wire::Op& operation, const Author& author, std::vector<Wire::OpException>& exceptions);
    Expected<std::optional<Wire::OpException>> applyOne(Wire::Op operation, const Author& author);
    /// Makes an unknown row the removed one that it was, if the operation is of somebody who saw it before the history
    /// floor: its tombstone is gone by now. Otherwise an edit of it may have come before the row, after a backup was
    /// put back.
    Expected<void> recallRemoved(RowState& row, const Wire::Op& operation);
    Expected<void> store(RowState& row, bool isNew, std::uint32_t author, const RowScope& before, Change change);
    /// Rows that belong to `parent` follow it into its scope.
    Expected<void> takeAlong(const RowState& parent);
    Expected<void> linkFiles(const RowState& row, const TableSchema& schema, const Author& author);
    /// A row of the server's own keeps these values of a row of `table`: the files that they name stay for it, too.
    Expected<void> linkKeptFiles(const RowState& kept, std::uint16_t table, const Wire::FieldValues& values,
                                 const Author& author);
    /// Keeps what a person typed into a row that is not theirs (any more), for a manager.
    Expected<void> keepForManager(const Wire::Op& operation, const RowState& row, const Refusal& refusal,
                                  const Author& author);
    Expected<void> storeOwn(RowState& row);
    Expected<void> record(const LostValue& lost, const RowState& row, const Wire::Op& operation, const Author& author);
    Expected<Uuid> userOf(std::uint32_t device);

    ServerStorage& m_storage;
    const Schema& m_schema;
    HlcClock& m_clock;
    const UtcMs m_now;
    SessionId m_session = 0;  ///< of the present batch
    qint64 m_seqBefore = 0;
    qint64 m_seq = 0;
    AuditTrail m_audit;
    std::vector<Change> m_changes;
    ScopeResolver m_scopes;
    QHash<std::uint32_t, Uuid> m_users;
    std::optional<HistoryFloor> m_floor;
};

}  // namespace Forecourt
