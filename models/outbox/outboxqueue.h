// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/device.h"
#include "models/outbox/opcodec.h"
#include "models/outbox/outboxops.h"
#include "models/store/changes.h"
#include "models/store/schema.h"

#include <vector>

namespace Forecourt {

/// The operations that wait, travel or were refused. Used inside a transaction on the writer thread; the functions that
/// only list may run on a reader.
class OutboxQueue {
public:
    OutboxQueue(Connection& connection, const Schema& schema) : m_connection(connection), m_schema(schema) {}

    Expected<std::vector<OutboxOp>> take(qint64 after, int limit, qint64 bytes);
    /// Gives back the next number to give.
    Expected<qint64> resume(qint64 pushedOpid, qint64 nextOpid, UtcMs now);
    /// Numbers what is held back anew, in front of whatever the server does not have, if its schema is another than at
    /// the last call. Call after resume(). Gives back the next number to give.
    Expected<qint64> release(qint64 pushedOpid, qint64 nextOpid, int serverSchema);
    /// Refused operations are taken back from the rows; the rows touched are added to `changes`. Those whose table the
    /// server does not know yet are held back instead: they go on showing.
    Expected<void> acknowledge(qint64 upto, qint64 seq, const std::vector<OpException>& exceptions, UtcMs now,
                               ChangeSet& changes);
    /// Gives operations and rows that were stamped before the first enrolment their device.
    Expected<void> enrol(std::uint32_t device);

    Expected<OutboxCounts> counts();
    Expected<std::vector<OutboxEntry>> waiting(int limit);
    Expected<std::vector<OutboxEntry>> rejected(int limit);

private:
    Expected<qint64> renumber(qint64 pushedOpid, qint64 nextOpid);
    Expected<void> holdBack(qint64 opid);
    Expected<void> takeBack(const OpException& exception, UtcMs now, ChangeSet& changes);
    /// A later edit of the same field that still waits goes on showing; only its ground changes, from the value of the
    /// refused operation to what that one stood on. Returns the fields that such edits have.
    Expected<std::vector<std::uint16_t>> handGroundOn(qint64 opid, std::uint16_t table, const QByteArray& id,
                                                      const std::vector<ClockedValue>& ground);
    /// Lets the server's removal of a row show once the edit with this number, which kept it in sight, was refused.
    Expected<void> removeAfter(qint64 opid, const TableSchema& table, const QByteArray& id, ChangeSet::Row& change);
    Expected<void> enrolRow(const TableSchema& table, const QByteArray& id, std::uint32_t device);
    OutboxEntry describe(qint64 opid, std::uint16_t table, const QByteArray& id, int kind, bool create,
                         const QByteArray& body, UtcMs at) const;

    Connection& m_connection;
    const Schema& m_schema;
};

}  // namespace Forecourt
