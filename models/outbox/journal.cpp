// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/journal.h"

#include "models/base/rowclock.h"
#include "models/outbox/device.h"
#include "models/outbox/edittransaction_p.h"
#include "models/outbox/outboxqueue.h"
#include "models/outbox/remoteapply.h"

#include <atomic>

namespace Forecourt {

using namespace Qt::StringLiterals;

class Journal::Private {
public:
    explicit Private(Store& s) : store(s) {}

    UtcMs correctedNow() const { return store.clock().now() + clockOffset.load(); }

    /// Runs `job(Connection&, OutboxQueue&, Device&, ChangeSet&)` in one transaction on the writer thread; the device's
    /// new state counts only when it is committed, and changes are announced only then.
    template <class Job>
    QFuture<Expected<void>> settle(Job job)
    {
        return store.writeRaw([this, job = std::move(job)](Connection& connection) -> Expected<void> {
            Device next = device;
            ChangeSet changes;
            changes.remote = true;
            auto transaction = Transaction::begin(connection);
            if (!transaction)
                return fail(transaction.error());
            OutboxQueue queue(connection, store.schema());
            FC_TRY(job(connection, queue, next, changes));
            FC_TRY(transaction->commit());
            device = next;
            if (changes.everything || !changes.rows.empty())
                store.announce(std::move(changes));
            store.announceOutbox();
            return {};
        });
    }

    Store& store;
    Device device;  // writer thread only
    std::atomic<qint64> clockOffset = 0;
};

Expected<std::unique_ptr<Journal>> Journal::open(Store& store)
{
    auto p = std::make_unique<Private>(store);
    auto loaded = store.write([](Connection& connection) { return Device::load(connection); }).result();
    if (!loaded)
        return fail(loaded.error());
    p->device = std::move(*loaded);
    return std::unique_ptr<Journal>(new Journal(std::move(p)));
}

Journal::Journal(std::unique_ptr<Private> p) : d(std::move(p)) {}

Journal::~Journal()
{
    // Jobs that are still queued refer to this journal.
    d->store.writeRaw([](Connection&) -> Expected<void> { return {}; }).waitForFinished();
}

Store& Journal::store()
{
    return d->store;
}

QFuture<Expected<EditOutcome>> Journal::edit(Job job)
{
    return d->store.writeRaw([this, job = std::move(job)](Connection& connection) -> Expected<EditOutcome> {
        Device next = d->device;
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return fail(transaction.error());
        EditTransaction edit(
            std::make_unique<EditTransaction::Private>(connection, d->store.schema(), next, d->correctedNow()));
        FC_TRY(job(edit));
        if (edit.d->undo.isEmpty()) {
            FC_TRY(transaction->commit());
            return EditOutcome{};
        }
        next.lastClock = edit.d->clock.last();
        ++next.nextTxn;
        FC_TRY(next.saveCounters(connection));
        FC_TRY(transaction->commit());
        d->device = next;
        d->store.announce(std::move(edit.d->changes));
        d->store.announceOutbox();
        return EditOutcome{std::move(edit.d->undo)};
    });
}

QFuture<Expected<EditOutcome>> Journal::revert(UndoStep step)
{
    return edit([step = std::move(step)](EditTransaction& transaction) -> Expected<void> {
        for (auto row = step.rows.crbegin(); row != step.rows.crend(); ++row) {
            if (row->kind == UndoStep::Row::Kind::Inserted) {
                FC_TRY(transaction.remove(row->table, row->id));
                continue;
            }
            if (row->kind == UndoStep::Row::Kind::Removed) {
                FC_TRY(transaction.restore(row->table, row->id));
                continue;
            }
            auto present = transaction.read(row->table, row->id);
            if (!present)
                return fail(present.error());
            Fields mine;
            for (auto it = row->after.cbegin(); it != row->after.cend(); ++it) {
                if (present->value(it.key()) == it.value())
                    mine.insert(it.key(), row->before.value(it.key()));
            }
            if (!mine.isEmpty())
                FC_TRY(transaction.update(row->table, row->id, mine));
        }
        return {};
    });
}

QFuture<Expected<Journal::Identity>> Journal::identity()
{
    return d->store.writeRaw([this](Connection&) -> Expected<Identity> {
        const Device& device = d->device;
        return Identity{device.user,  device.ordinal, device.id,      device.dealership,
                        device.epoch, device.cursor,  device.nextOpid};
    });
}

QFuture<Expected<void>> Journal::enrol(Identity identity)
{
    return d->settle([identity = std::move(identity)](Connection& connection, OutboxQueue& queue, Device& device,
                                                      ChangeSet&) -> Expected<void> {
        if (!device.dealership.isEmpty() && device.dealership != identity.dealership)
            return fail(ErrorCode::OtherDealership);
        if (device.ordinal == 0)
            FC_TRY(queue.enrol(identity.device));
        device.user = identity.user;
        device.ordinal = identity.device;
        device.dealership = identity.dealership;
        device.epoch = identity.epoch;
        device.lastClock.device = identity.device;
        return device.saveIdentity(connection);
    });
}

QFuture<Expected<void>> Journal::setEpoch(QByteArray epoch)
{
    return d->settle([epoch = std::move(epoch)](Connection& connection, OutboxQueue&, Device& device, ChangeSet&) {
        device.epoch = epoch;
        return device.saveIdentity(connection);
    });
}

void Journal::setClockOffset(qint64 msecs)
{
    d->clockOffset = msecs;
}

QFuture<Expected<std::vector<OutboxOp>>> Journal::takeForSending(qint64 after, int limit, qint64 bytes)
{
    return d->store.write([this, after, limit, bytes](Connection& connection) {
        return OutboxQueue(connection, d->store.schema()).take(after, limit, bytes);
    });
}

QFuture<Expected<void>> Journal::resume(qint64 pushedOpid)
{
    return d->settle(
        [this, pushedOpid](Connection& connection, OutboxQueue& queue, Device& device, ChangeSet&) -> Expected<void> {
            const auto next = queue.resume(pushedOpid, device.nextOpid, d->store.clock().now());
            if (!next)
                return fail(next.error());
            device.ackedSeq = 0;
            if (*next == device.nextOpid)
                return {};
            device.nextOpid = *next;
            return device.saveCounters(connection);
        });
}

QFuture<Expected<void>> Journal::acknowledge(qint64 upto, qint64 seq, std::vector<OpException> exceptions)
{
    return d->settle([this, upto, seq, exceptions = std::move(exceptions)](Connection&, OutboxQueue& queue,
                                                                           Device& device, ChangeSet& changes) {
        device.ackedSeq = std::max(device.ackedSeq, seq);
        return queue.acknowledge(upto, seq, exceptions, d->store.clock().now(), changes);
    });
}

QFuture<Expected<void>> Journal::applyRemote(std::vector<RemoteRow> rows, qint64 upto)
{
    return d->settle([this, rows = std::move(rows), upto](Connection& connection, OutboxQueue&, Device& device,
                                                          ChangeSet& changes) -> Expected<void> {
        RemoteApply remote(connection, d->store.schema(), d->store.clock().now());
        FC_TRY(remote.prepare(device));
        HlcClock clock(device.ordinal, device.lastClock);
        for (const RemoteRow& row : rows) {
            FC_TRY(remote.apply(row, changes));
            clock.see(row.base);
            for (const RemoteRow::FieldState& state : row.fields)
                clock.see(state.clock);
        }
        device.lastClock = clock.last();
        device.cursor = std::max(device.cursor, upto);
        return device.saveCursor(connection);
    });
}

QFuture<Expected<void>> Journal::resetCursor()
{
    return d->settle([](Connection& connection, OutboxQueue&, Device& device, ChangeSet& changes) {
        device.cursor = 0;
        changes.everything = true;
        return device.saveCursor(connection);
    });
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
    return d->settle([opid](Connection& connection, OutboxQueue&, Device&, ChangeSet&) -> Expected<void> {
        auto gone = connection.run(u"DELETE FROM sync_reject WHERE opid = ?"_s, {opid});
        if (!gone)
            return fail(gone.error());
        return {};
    });
}

QFuture<Expected<EditOutcome>> Journal::retryRejected(qint64 opid)
{
    return edit([opid](EditTransaction& transaction) { return transaction.retry(opid); });
}

}  // namespace Forecourt
