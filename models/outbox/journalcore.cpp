// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/journalcore.h"

#include "models/outbox/blobstore.h"
#include "models/outbox/edittransaction_p.h"
#include "models/outbox/keptforlater.h"
#include "models/outbox/outboxqueue.h"
#include "models/outbox/refusals.h"
#include "models/outbox/remoteapply.h"
#include "models/outbox/rowforgetting.h"
#include "models/outbox/snapshotinstall.h"
#include "models/store/indexqueue.h"
#include "models/store/searchqueue.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::unique_ptr<JournalCore>> JournalCore::open(Connection& connection, const Schema& schema,
                                                         const Clock& clock, Listeners listeners)
{
    std::unique_ptr<JournalCore> core(new JournalCore(connection, schema, clock, std::move(listeners)));
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return fail(transaction.error());
    auto device = Device::load(connection);
    if (!device)
        return fail(device.error());
    FC_TRY(KeptForLater(connection, schema).takeUp(*device, clock.now()));
    FC_TRY(transaction->commit());
    core->m_device = std::move(*device);
    // The last session may have ended before it had cleaned up.
    FC_TRY(core->purge());
    return core;
}

JournalCore::JournalCore(Connection& connection, const Schema& schema, const Clock& clock, Listeners listeners)
    : m_connection(connection), m_schema(schema), m_clock(clock), m_listeners(std::move(listeners))
{
}

/// Runs `job(OutboxQueue&, Device&, ChangeSet&)` in one transaction; the device's new state counts only when it is
/// committed, and changes are announced only then.
template <class Job>
Expected<void> JournalCore::settle(Job job)
{
    Device next = m_device;
    ChangeSet changes;
    changes.remote = true;
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return fail(transaction.error());
    OutboxQueue queue(m_connection, m_schema);
    FC_TRY(job(queue, next, changes));
    const auto indexed = SearchQueue::indexNow(m_connection, changes);
    if (!indexed)
        return fail(indexed.error());
    FC_TRY(transaction->commit());
    m_device = next;
    if (changes.everything || !changes.rows.empty())
        m_listeners.changed(std::move(changes));
    m_listeners.outboxChanged();
    if (!*indexed)
        m_listeners.searchBehind();
    return {};
}

Expected<bool> JournalCore::indexNext()
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return fail(transaction.error());
    const auto made = IndexQueue::makeNext(m_connection);
    if (!made)
        return fail(made.error());
    if (*made) {
        FC_TRY(transaction->commit());
        return true;
    }
    const auto vehicles = SearchQueue::indexNext(m_connection, SearchQueue::Piece);
    if (!vehicles)
        return fail(vehicles.error());
    FC_TRY(transaction->commit());
    ChangeSet changes;
    changes.remote = true;
    for (const Uuid& vehicle : *vehicles) {
        if (!vehicle.isNull())
            changes.rows.push_back({Table::Vehicles, vehicle, ChangeSet::Row::Kind::Updated});
    }
    if (!changes.rows.empty())
        m_listeners.changed(std::move(changes));
    return !vehicles->empty();
}

Expected<EditOutcome> JournalCore::edit(const JournalJob& job)
{
    Device next = m_device;
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return fail(transaction.error());
    EditTransaction edit(std::make_unique<EditTransaction::Private>(m_connection, m_schema, next, correctedNow()));
    FC_TRY(job(edit));
    if (edit.d->undo.isEmpty()) {
        FC_TRY(transaction->commit());
        return EditOutcome{};
    }
    next.lastClock = edit.d->clock.last();
    ++next.nextTxn;
    FC_TRY(next.saveCounters(m_connection));
    const auto indexed = SearchQueue::indexNow(m_connection, edit.d->changes);
    if (!indexed)
        return fail(indexed.error());
    FC_TRY(transaction->commit());
    m_device = next;
    m_listeners.changed(std::move(edit.d->changes));
    m_listeners.outboxChanged();
    if (!*indexed)
        m_listeners.searchBehind();
    return EditOutcome{std::move(edit.d->undo)};
}

namespace {

Expected<void> takeBack(EditTransaction& transaction, const UndoStep::Row& row)
{
    if (row.kind == UndoStep::Row::Kind::Inserted)
        return transaction.remove(row.table, row.id);
    if (row.kind == UndoStep::Row::Kind::Removed)
        return transaction.restore(row.table, row.id);
    auto present = transaction.read(row.table, row.id);
    if (!present)
        return fail(present.error());
    Fields mine;
    for (auto it = row.after.cbegin(); it != row.after.cend(); ++it) {
        if (present->value(it.key()) == it.value())
            mine.insert(it.key(), row.before.value(it.key()));
    }
    if (mine.isEmpty())
        return {};
    return transaction.update(row.table, row.id, mine);
}

}  // namespace

Expected<EditOutcome> JournalCore::revert(const UndoStep& step)
{
    return edit([&step](EditTransaction& transaction) -> Expected<void> {
        size_t gone = 0;
        for (auto row = step.rows.crbegin(); row != step.rows.crend(); ++row) {
            if (const auto done = takeBack(transaction, *row); !done) {
                if (done.error().code != ErrorCode::NotFound)
                    return fail(done.error());
                ++gone;
            }
        }
        // One row that somebody else has removed does not keep the others from being taken back.
        if (gone > 0 && gone == step.rows.size())
            return fail(ErrorCode::NotFound);
        return {};
    });
}

Expected<EditOutcome> JournalCore::retryRejected(qint64 opid)
{
    return edit([opid](EditTransaction& transaction) { return transaction.retry(opid); });
}

Expected<void> JournalCore::discardRejected(qint64 opid)
{
    return settle([this, opid](OutboxQueue&, Device&, ChangeSet&) {
        return Refusals::discard(m_connection, {opid}, m_clock.now());
    });
}

StoreIdentity JournalCore::identity() const
{
    return {m_device.user,  m_device.ordinal, m_device.id,       m_device.dealership,
            m_device.epoch, m_device.cursor,  m_device.nextOpid, m_device.view};
}

Expected<void> JournalCore::enrol(const StoreIdentity& identity)
{
    return settle([this, &identity](OutboxQueue& queue, Device& device, ChangeSet&) -> Expected<void> {
        if (!device.dealership.isEmpty() && device.dealership != identity.dealership)
            return fail(ErrorCode::OtherDealership);
        if (device.ordinal == 0)
            FC_TRY(queue.enrol(identity.device));
        device.user = identity.user;
        device.ordinal = identity.device;
        device.dealership = identity.dealership;
        device.epoch = identity.epoch;
        device.lastClock.device = identity.device;
        return device.saveIdentity(m_connection);
    });
}

Expected<void> JournalCore::setEpoch(const QByteArray& epoch)
{
    return settle([this, &epoch](OutboxQueue&, Device& device, ChangeSet&) -> Expected<void> {
        // Even where no row had come yet, and so nothing starts over.
        if (!device.epoch.isEmpty() && device.epoch != epoch)
            FC_TRY(doubtBlobs(m_connection));
        device.epoch = epoch;
        return device.saveIdentity(m_connection);
    });
}

Expected<std::vector<OutboxOp>> JournalCore::takeForSending(qint64 after, int limit, qint64 bytes)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return fail(transaction.error());
    auto ops = OutboxQueue(m_connection, m_schema).take(after, limit, bytes);
    if (!ops)
        return ops;
    FC_TRY(transaction->commit());
    return ops;
}

Expected<void> JournalCore::resume(qint64 pushedOpid, int serverSchema)
{
    return settle([this, pushedOpid, serverSchema](OutboxQueue& queue, Device& device, ChangeSet&) -> Expected<void> {
        auto next = queue.resume(pushedOpid, device.nextOpid, m_clock.now());
        if (next && serverSchema > 0)
            next = queue.release(pushedOpid, *next, serverSchema);
        if (!next)
            return fail(next.error());
        device.ackedSeq = 0;
        if (*next == device.nextOpid)
            return {};
        device.nextOpid = *next;
        return device.saveCounters(m_connection);
    });
}

Expected<void> JournalCore::acknowledge(qint64 upto, qint64 seq, const std::vector<OpException>& exceptions)
{
    return settle(
        [this, upto, seq, &exceptions](OutboxQueue& queue, Device& device, ChangeSet& changes) -> Expected<void> {
            device.ackedSeq = std::max(device.ackedSeq, seq);
            if (device.cursor == 0 && device.view.isEmpty()) {
                // Rows of this store are on the server now, before the first page said up to where it holds those of
                // others.
                device.view = "?";
                FC_TRY(device.saveCursor(m_connection));
            }
            return queue.acknowledge(upto, seq, exceptions, m_clock.now(), changes);
        });
}

Expected<void> JournalCore::applyRemote(const std::vector<RemoteRow>& rows, qint64 upto, const RemoteScope& scope)
{
    const auto applied =
        settle([this, &rows, upto, &scope](OutboxQueue&, Device& device, ChangeSet& changes) -> Expected<void> {
            RowForgetting forgetting(m_connection, m_schema, m_clock.now());
            for (const ForgottenRow& row : scope.forgotten)
                FC_TRY(forgetting.forget(row, changes));
            RemoteApply remote(m_connection, m_schema, m_clock.now());
            FC_TRY(remote.prepare(device));
            HlcClock clock(device.ordinal, device.lastClock);
            for (const RemoteRow& row : rows) {
                FC_TRY(remote.apply(row, changes));
                clock.see(row.base);
                for (const RemoteRow::FieldState& state : row.fields)
                    clock.see(state.clock);
            }
            // Only now it is clear which files nothing names any more.
            FC_TRY(forgetting.finish());
            device.lastClock = clock.last();
            device.cursor = std::max(device.cursor, upto);
            if (!scope.view.isEmpty()) {
                device.view = scope.view;
                FC_TRY(forgetting.tellLosses(device.access));
            }
            return device.saveCursor(m_connection);
        });
    return applied && scope.last ? purge() : applied;
}

Expected<void> JournalCore::installSnapshot(const StoreSnapshot& snapshot)
{
    const auto installed = [this, &snapshot]() -> Expected<void> {
        SnapshotInstall install(m_connection, m_schema, m_clock.now());
        FC_TRY(install.attach(snapshot));
        return settle([this, &install](OutboxQueue&, Device& device, ChangeSet& changes) -> Expected<void> {
            FC_TRY(install.install(device, changes));
            return device.saveCursor(m_connection);
        });
    }();
    return installed ? purge() : installed;
}

Expected<void> JournalCore::resetCursor()
{
    return settle([this](OutboxQueue&, Device& device, ChangeSet& changes) -> Expected<void> {
        // What the server noted about records it may not know any more; what it knows comes again.
        for (const SyncedTable& table : m_schema.declarations()) {
            if (table.kind != TableKind::ServerOwned || table.scope.kind != TableScope::Parent)
                continue;
            auto gone = m_connection.run(u"DELETE FROM "_s + table.name);
            if (!gone)
                return fail(gone.error());
        }
        FC_TRY(KeptForLater(m_connection, m_schema).forgetRows());
        FC_TRY(doubtBlobs(m_connection));
        device.cursor = 0;
        // The rows stay, so the server has to know that there are some.
        if (device.view.isEmpty())
            device.view = "?";
        changes.everything = true;
        return device.saveCursor(m_connection);
    });
}

Expected<void> JournalCore::setAccess(const StoreAccess& access, bool fresh)
{
    const auto noted =
        settle([this, &access, fresh](OutboxQueue&, Device& device, ChangeSet& changes) -> Expected<void> {
            RowForgetting forgetting(m_connection, m_schema, m_clock.now());
            if (fresh) {
                FC_TRY(forgetting.forgetAll(changes));
                device.cursor = 0;
                device.view.clear();
                FC_TRY(device.saveCursor(m_connection));
            }
            if (device.access != access) {
                FC_TRY(forgetting.forgetFields(access, changes));
                FC_TRY(KeptForLater(m_connection, m_schema).forgetFields(access));
                FC_TRY(forgetting.showTyped(device.access, access, changes));
                device.access = access;
                FC_TRY(device.saveAccess(m_connection));
                changes.everything = true;
            }
            return forgetting.finish();
        });
    return noted && fresh ? purge() : noted;
}

Expected<void> JournalCore::purge()
{
    const auto due = RowForgetting::isPurgeDue(m_connection);
    if (!due)
        return fail(due.error());
    if (!*due)
        return {};
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return fail(transaction.error());
    FC_TRY(RowForgetting::purgeWords(m_connection));
    FC_TRY(transaction->commit());
    m_listeners.rowsForgotten();
    return {};
}

}  // namespace Forecourt
