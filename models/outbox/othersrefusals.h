// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/edittransaction.h"
#include "models/outbox/outboxops.h"

#include <vector>

namespace Forecourt {

/// What somebody typed about a record to which they had lost the right by the time it reached the server. It was not
/// taken, and is not theirs to see any more, so it lies with whoever manages the record: taken over or put aside, never
/// dropped by itself. Synced; only owners and managers receive any.
struct OthersRefusal {
    Uuid id;
    OutboxEntry entry;  ///< its opid is the number of the row in this store; `at` is when the server noticed
    UserId user;        ///< who typed it
    QString device;     ///< name of the computer it was typed on
};

/// Errors as Connection::run. Any thread with a connection.
namespace OthersRefusals {

/// The newest `limit` that nobody has looked after, newest first. Those of tables that this version does not know are
/// left out; they wait for one that does.
Expected<std::vector<OthersRefusal>> open(Connection& connection, const Schema& schema, int limit);

}  // namespace OthersRefusals

/// Makes the changes as one's own: what was typed goes into the records, in the order it was typed, and the refusals
/// are done with; one undo takes all of it back. A record that is not there yet is made. Errors: NotFound (somebody was
/// quicker, or the record is gone), those of EditTransaction.
struct TakeOverRefusals {
    std::vector<Uuid> ids;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Puts the changes aside without making them. Errors: NotFound (somebody was quicker).
struct PutAsideRefusals {
    std::vector<Uuid> ids;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
