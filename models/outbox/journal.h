// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/edittransaction.h"
#include "models/outbox/journaltypes.h"
#include "models/outbox/outboxops.h"
#include "models/outbox/remoterow.h"
#include "models/outbox/storeaccess.h"
#include "models/outbox/storesnapshot.h"
#include "models/outbox/undostep.h"
#include "models/store/store.h"

#include <QFuture>

#include <memory>

namespace Forecourt {

/// Edits of one store: commands go in, rows and outbox entries come out, and what the server says is applied here.
/// Thread-safe: every call posts work for JournalCore to the store's writer thread. Must be destroyed before its Store.
class Journal {
public:
    /// Blocks briefly on the writer to read the device's clock. Errors as Connection::run.
    static Expected<std::unique_ptr<Journal>> open(Store& store);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    Store& store();

    /// Runs `job` in one transaction. When it fails, nothing is changed.
    using Job = JournalJob;
    QFuture<Expected<EditOutcome>> edit(Job job);
    /// Runs a command: any value with `Expected<void> apply(EditTransaction&) const`.
    template <class Command>
    QFuture<Expected<EditOutcome>> run(Command command)
    {
        return edit(
            [command = std::move(command)](EditTransaction& transaction) { return command.apply(transaction); });
    }
    /// Takes an earlier edit back, as a new edit; the outcome's step is the way forward again. Fields that somebody
    /// else has changed since are left as they are now, and so are rows that somebody else has removed or brought back;
    /// NotFound when that is all of them.
    QFuture<Expected<EditOutcome>> revert(UndoStep step);

    // ---- for sync/client ------------------------------------------------------------------------------------

    using Identity = StoreIdentity;
    QFuture<Expected<Identity>> identity();
    /// Stores what sign-in brought. Operations that were stamped before the first enrolment are stamped again with the
    /// ordinal. Errors: OtherDealership.
    QFuture<Expected<void>> enrol(Identity identity);
    QFuture<Expected<void>> setEpoch(QByteArray epoch);
    /// Difference server − this computer in milliseconds; stamps use the corrected time from then on.
    void setClockOffset(qint64 msecs);

    /// The next operations to send in order, from the one after `after` on, frozen as sent: at most `limit` of them
    /// and about `bytes` bytes. After a reconnect one begins with 0 again: what was sent without an answer goes once
    /// more, since only the answer tells which operations were refused.
    QFuture<Expected<std::vector<OutboxOp>>> takeForSending(qint64 after, int limit, qint64 bytes);
    /// After a reconnect, where the server has everything up to `pushedOpid`: acknowledged operations above that were
    /// lost with a restored backup and are sent again. Numbers that the server would not take (a gap after such a
    /// loss, numbers given twice because this store was put back from a copy) are given anew. Operations that are held
    /// back because the server did not know their table go again once its schema is of another version; 0: not told.
    QFuture<Expected<void>> resume(qint64 pushedOpid, int serverSchema = 0);
    /// The server stored everything up to `upto` at sequence `seq`, except as `exceptions` say.
    QFuture<Expected<void>> acknowledge(qint64 upto, qint64 seq, std::vector<OpException> exceptions);
    /// Applies rows of the server and moves the cursor to `upto`, in one transaction.
    QFuture<Expected<void>> applyRemote(std::vector<RemoteRow> rows, qint64 upto, RemoteScope scope = {});
    /// Brings in the rows of a snapshot as if they had come in pages, in one transaction with the cursor and the view.
    /// Keeps the writer busy for about a second per 50,000 rows. Errors: MessageMalformed for a file that is not what
    /// it should be, else as Connection::run; nothing is changed then.
    QFuture<Expected<void>> installSnapshot(StoreSnapshot snapshot);
    /// Starts over with an empty replica but keeps the outbox: the cursor goes back to 0.
    QFuture<Expected<void>> resetCursor();
    /// Notes what the person signed in here may see, and empties fields that are kept from them. With `fresh`, every
    /// row goes as well, and the cursor goes back to 0; the outbox stays.
    QFuture<Expected<void>> setAccess(StoreAccess access, bool fresh);

    // ---- what waits, for people ------------------------------------------------------------------------------

    QFuture<Expected<OutboxCounts>> counts();
    /// Newest first.
    QFuture<Expected<std::vector<OutboxEntry>>> waiting(int limit);
    QFuture<Expected<std::vector<OutboxEntry>>> rejected(int limit);
    /// Sends a rejected operation again as a new edit, or takes it off the list (models/outbox/refusals.h).
    QFuture<Expected<EditOutcome>> retryRejected(qint64 opid);
    QFuture<Expected<void>> discardRejected(qint64 opid);

private:
    class Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
