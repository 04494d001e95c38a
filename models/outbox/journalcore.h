// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/outbox/device.h"
#include "models/outbox/edittransaction.h"
#include "models/outbox/journaltypes.h"
#include "models/outbox/outboxops.h"
#include "models/outbox/remoterow.h"
#include "models/outbox/storeaccess.h"
#include "models/outbox/storesnapshot.h"
#include "models/outbox/undostep.h"
#include "models/store/changes.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace Forecourt {

/// What Journal does, one transaction per call, without threads: connection, clock and listeners are handed in, so that
/// tests and simulations drive it step by step. Belongs to the thread of the connection, except setClockOffset().
/// What a call does is told at the function of the same name in Journal.
///
/// What is kept in memory (identity, counters, clock) follows the store: it counts only when the transaction that
/// changed it is committed.
class JournalCore {
public:
    /// Called after a commit, before the call returns.
    struct Listeners {
        std::function<void(ChangeSet)> changed;
        std::function<void()> outboxChanged;
        /// The search index is behind the rows: indexNext() is to be called when there is time.
        std::function<void()> searchBehind = [] {};
        std::function<void()> rowsForgotten = [] {};  ///< traces of them may still lie on the disk
    };

    /// `connection`, `schema` and `clock` must outlive it. Errors as Connection::run.
    static Expected<std::unique_ptr<JournalCore>> open(Connection& connection, const Schema& schema, const Clock& clock,
                                                       Listeners listeners);

    Expected<EditOutcome> edit(const JournalJob& job);
    Expected<EditOutcome> revert(const UndoStep& step);
    Expected<EditOutcome> retryRejected(qint64 opid);
    Expected<void> discardRejected(qint64 opid);

    StoreIdentity identity() const;
    Expected<void> enrol(const StoreIdentity& identity);
    Expected<void> setEpoch(const QByteArray& epoch);
    /// Thread-safe.
    void setClockOffset(qint64 msecs) { m_clockOffset = msecs; }

    Expected<std::vector<OutboxOp>> takeForSending(qint64 after, int limit, qint64 bytes);
    Expected<void> resume(qint64 pushedOpid, int serverSchema = 0);
    Expected<void> acknowledge(qint64 upto, qint64 seq, const std::vector<OpException>& exceptions);
    Expected<void> applyRemote(const std::vector<RemoteRow>& rows, qint64 upto, const RemoteScope& scope = {});
    Expected<void> installSnapshot(const StoreSnapshot& snapshot);
    Expected<void> resetCursor();
    /// Takes the next piece of rows into the search index and says that they changed; false when nothing waits.
    Expected<bool> indexNext();
    Expected<void> setAccess(const StoreAccess& access, bool fresh);

private:
    JournalCore(Connection& connection, const Schema& schema, const Clock& clock, Listeners listeners);
    template <class Job>
    Expected<void> settle(Job job);
    Expected<void> purge();
    UtcMs correctedNow() const { return m_clock.now() + m_clockOffset.load(); }

    Connection& m_connection;
    const Schema& m_schema;
    const Clock& m_clock;
    const Listeners m_listeners;
    Device m_device;
    std::atomic<qint64> m_clockOffset = 0;
};

}  // namespace Forecourt
