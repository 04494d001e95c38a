// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/journal.h"

#include "models/outbox/journalcore.h"
#include "models/outbox/outboxqueue.h"
#include "models/outbox/rowforgetting.h"

#include <atomic>

namespace Forecourt {

class Journal::Private {
public:
    explicit Private(Store& s) : store(s) {}

    /// Runs `job(JournalCore&)` on the writer thread.
    template <class Job>
    auto post(Job job)
    {
        return store.writeRaw([this, job = std::move(job)](Connection&) { return job(*core); });
    }

    /// Brings the search index up to date, a piece at a time, when nothing else is to be written.
    void index()
    {
        if (indexing.exchange(true))
            return;
        store.writeInLull([this](Connection&) -> Expected<void> {
            indexing = false;
            const auto more = closing ? Expected<bool>(false) : core->indexNext();
            // A failure is no end: what waits is noted in the store and is taken up after the next change.
            if (more && *more)
                index();
            return {};
        });
    }

    Store& store;
    std::unique_ptr<JournalCore> core;  // used on the writer thread, like the connection it refers to
    std::atomic<bool> indexing = false;
    std::atomic<bool> closing = false;
};

Expected<std::unique_ptr<Journal>> Journal::open(Store& store)
{
    auto p = std::make_unique<Private>(store);
    const auto opened =
        store
            .writeRaw([&store, &p = *p](Connection& connection) -> Expected<void> {
                auto made = JournalCore::open(
                    connection, store.schema(), store.clock(),
                    {[&store](ChangeSet changes) { store.announce(std::move(changes)); },
                     [&store] { store.announceOutbox(); }, [&p] { p.index(); },
                     [&store, &connection] { RowForgetting::purgeDisk(connection, store.blobDirectory()); }});
                if (!made)
                    return fail(made.error());
                p.core = std::move(*made);
                // What the last session left, or an update of the store.
                p.index();
                return {};
            })
            .result();
    if (!opened)
        return fail(opened.error());
    return std::unique_ptr<Journal>(new Journal(std::move(p)));
}

Journal::Journal(std::unique_ptr<Private> p) : d(std::move(p)) {}

Journal::~Journal()
{
    // Jobs that are still queued refer to this journal; a piece that runs now may add one more.
    d->closing = true;
    d->store.writeRaw([](Connection&) -> Expected<void> { return {}; }).waitForFinished();
    d->store.writeInLull([](Connection&) -> Expected<void> { return {}; }).waitForFinished();
}

Store& Journal::store()
{
    return d->store;
}

QFuture<Expected<EditOutcome>> Journal::edit(Job job)
{
    return d->post([job = std::move(job)](JournalCore& core) { return core.edit(job); });
}

QFuture<Expected<EditOutcome>> Journal::revert(UndoStep step)
{
    return d->post([step = std::move(step)](JournalCore& core) { return core.revert(step); });
}

QFuture<Expected<Journal::Identity>> Journal::identity()
{
    return d->post([](JournalCore& core) -> Expected<Identity> { return core.identity(); });
}

QFuture<Expected<void>> Journal::enrol(Identity identity)
{
    return d->post([identity = std::move(identity)](JournalCore& core) { return core.enrol(identity); });
}

QFuture<Expected<void>> Journal::setEpoch(QByteArray epoch)
{
    return d->post([epoch = std::move(epoch)](JournalCore& core) { return core.setEpoch(epoch); });
}

void Journal::setClockOffset(qint64 msecs)
{
    d->core->setClockOffset(msecs);
}

QFuture<Expected<std::vector<OutboxOp>>> Journal::takeForSending(qint64 after, int limit, qint64 bytes)
{
    return d->post([after, limit, bytes](JournalCore& core) { return core.takeForSending(after, limit, bytes); });
}

QFuture<Expected<void>> Journal::resume(qint64 pushedOpid, int serverSchema)
{
    return d->post([pushedOpid, serverSchema](JournalCore& core) { return core.resume(pushedOpid, serverSchema); });
}

QFuture<Expected<void>> Journal::acknowledge(qint64 upto, qint64 seq, std::vector<OpException> exceptions)
{
    return d->post([upto, seq, exceptions = std::move(exceptions)](JournalCore& core) {
        return core.acknowledge(upto, seq, exceptions);
    });
}

QFuture<Expected<void>> Journal::applyRemote(std::vector<RemoteRow> rows, qint64 upto, RemoteScope scope)
{
    return d->post([rows = std::move(rows), upto, scope = std::move(scope)](JournalCore& core) {
        return core.applyRemote(rows, upto, scope);
    });
}

QFuture<Expected<void>> Journal::installSnapshot(StoreSnapshot snapshot)
{
    return d->post([snapshot = std::move(snapshot)](JournalCore& core) { return core.installSnapshot(snapshot); });
}

QFuture<Expected<void>> Journal::resetCursor()
{
    return d->post([](JournalCore& core) { return core.resetCursor(); });
}

QFuture<Expected<void>> Journal::setAccess(StoreAccess access, bool fresh)
{
    return d->post([access = std::move(access), fresh](JournalCore& core) { return core.setAccess(access, fresh); });
}

// What reads may still be queued when the journal ends, so it refers to the store only.

QFuture<Expected<OutboxCounts>> Journal::counts()
{
    return d->store.read(
        [&store = d->store](Connection& connection) { return OutboxQueue(connection, store.schema()).counts(); });
}

QFuture<Expected<std::vector<OutboxEntry>>> Journal::waiting(int limit)
{
    return d->store.read([&store = d->store, limit](Connection& connection) {
        return OutboxQueue(connection, store.schema()).waiting(limit);
    });
}

QFuture<Expected<std::vector<OutboxEntry>>> Journal::rejected(int limit)
{
    return d->store.read([&store = d->store, limit](Connection& connection) {
        return OutboxQueue(connection, store.schema()).rejected(limit);
    });
}

QFuture<Expected<void>> Journal::discardRejected(qint64 opid)
{
    return d->post([opid](JournalCore& core) { return core.discardRejected(opid); });
}

QFuture<Expected<EditOutcome>> Journal::retryRejected(qint64 opid)
{
    return d->post([opid](JournalCore& core) { return core.retryRejected(opid); });
}

}  // namespace Forecourt
