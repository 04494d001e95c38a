// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/whendone.h"
#include "models/vehicle/ridlistdiff.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/vehicle/vehicletablemodel_p.h"

#include <algorithm>

namespace Forecourt {

namespace {

// Rows fetched around one that is asked for: a screen shows about 20, and the next one should be there already.
constexpr int RowsAhead = 48;
constexpr int RowsBehind = 16;
constexpr int RowsPerFetch = 160;
// Details that come along with a new list, so that its first picture has no placeholders.
constexpr int RowsOfFirstPage = 48;

}  // namespace

void VehicleTableModel::Private::takeChanges(const ChangeSet& changes)
{
    const bool vehicles = changes.everything || changes.contains(Table::Vehicles);
    const bool photos = changes.everything || changes.contains(Table::Photos);
    const bool names = changes.everything || changes.contains(Table::Locations) || changes.contains(Table::Users);
    if (!vehicles && !photos && !names)
        return;

    lister->forget();
    // Photo counts and names are part of an order only when sorted by them.
    listWanted = listWanted || vehicles || (photos && query.sort == VehicleSort::Photos) ||
                 (names && (query.sort == VehicleSort::Site || query.sort == VehicleSort::Owner));
    if (photos || names || changes.everything) {
        for (const std::uint32_t rid : summaries.rids())
            stale.insert(rid);
    }
    for (const ChangeSet::Row& row : changes.rows)
        if (const auto rid = summaries.ridOf(VehicleId(row.id)); rid && row.table == Table::Vehicles)
            stale.insert(*rid);
    gone.clear();
    if (!gather.isActive())
        gather.start();
}

void VehicleTableModel::Private::startListing()
{
    if (ticket) {
        ticket->cancel();
        stale += beingRead;
        listWanted = listWanted || listUnderWay;
    }
    listUnderWay = std::exchange(listWanted, false);
    beingRead = std::exchange(stale, {});
    changesWait = false;
    gather.stop();
    ticket = std::make_shared<ReadTicket>();
    const auto read = store.read([ticket = ticket, lister = lister, query = query, now = store.clock().now(),
                                  list = listUnderWay, asked = std::vector<qint64>(beingRead.begin(), beingRead.end())](
                                     Connection& connection) mutable -> Expected<Listing> {
        const ReadTicket::Running running(*ticket, connection);
        if (ticket->isCancelled())
            return fail(ErrorCode::Cancelled);
        Listing listing;
        if (list) {
            auto listed = lister->list(connection, query, now, [&ticket] { return ticket->isCancelled(); });
            if (!listed)
                return fail(listed.error());
            const size_t page = std::min(listed->size(), size_t{RowsOfFirstPage});
            asked.insert(asked.end(), listed->begin(), listed->begin() + static_cast<std::ptrdiff_t>(page));
            listing.rids = std::move(*listed);
        }
        auto details = VehicleRepository::summaries(connection, asked);
        if (!details)
            return fail(details.error());
        listing.summaries = std::move(*details);
        return listing;
    });
    whenDone(read, &q, [this, done = ticket, asked = beingRead](Expected<Listing> listing) {
        takeListing(done, asked, std::move(listing));
    });
}

void VehicleTableModel::Private::takeListing(const std::shared_ptr<ReadTicket>& done, const QSet<std::uint32_t>& asked,
                                             Expected<Listing> listing)
{
    if (done != ticket)
        return;
    ticket.reset();
    beingRead.clear();
    if (!listing) {
        Q_EMIT q.failed(listing.error());
    } else {
        const QSet<std::uint32_t> changed = keep(asked, std::move(listing->summaries));
        if (listing->rids) {
            gone.clear();
            showList(std::move(*listing->rids));
        }
        announce(changed);
    }
    if (std::exchange(loading, false))
        Q_EMIT q.loadingChanged(false);
    Q_EMIT q.listed();
    if (changesWait && !ticket)
        startListing();
}

/// Puts what was read into the cache; returns the rows that differ from what was shown.
QSet<std::uint32_t> VehicleTableModel::Private::keep(const QSet<std::uint32_t>& asked, std::vector<VehicleSummary> read)
{
    QSet<std::uint32_t> changed;
    QSet<std::uint32_t> missing = asked;
    for (VehicleSummary& summary : read) {
        const auto rid = static_cast<std::uint32_t>(summary.rid);
        missing.remove(rid);
        if (const VehicleSummary* known = summaries.find(rid); known && *known == summary)
            continue;
        changed.insert(rid);
        summaries.insert(std::move(summary));
    }
    for (const std::uint32_t rid : missing) {
        summaries.remove(rid);
        gone.insert(rid);
    }
    return changed;
}

std::optional<int> VehicleTableModel::Private::rowOfRid(std::uint32_t rid) const
{
    const auto found = std::ranges::find(rids, rid);
    return found == rids.end() ? std::nullopt : std::optional(static_cast<int>(found - rids.begin()));
}

void VehicleTableModel::Private::announce(const QSet<std::uint32_t>& changed)
{
    if (changed.isEmpty())
        return;
    const int rows = static_cast<int>(rids.size());
    int left = static_cast<int>(changed.size());
    for (int row = 0; row < rows && left > 0; ++row) {
        const int first = row;
        while (row < rows && changed.contains(rids[static_cast<size_t>(row)]))
            ++row;
        if (row > first) {
            left -= row - first;
            Q_EMIT q.dataChanged(q.index(first, 0), q.index(row - 1, VehicleColumnCount - 1));
        }
    }
}

void VehicleTableModel::Private::showList(RidList next)
{
    const RidListDiff diff = diffRidLists(rids, next);
    if (diff.isLarge) {
        rearrange(std::move(next));
        return;
    }
    for (const RidListDiff::Run& run : diff.removed) {
        q.beginRemoveRows({}, run.first, run.last);
        rids.erase(rids.begin() + run.first, rids.begin() + run.last + 1);
        q.endRemoveRows();
    }
    for (const RidListDiff::Move& move : diff.moved) {
        q.beginMoveRows({}, move.from, move.from, {}, move.before);
        const auto begin = rids.begin();
        if (move.from < move.before)
            std::rotate(begin + move.from, begin + move.from + 1, begin + move.before);
        else
            std::rotate(begin + move.before, begin + move.from, begin + move.from + 1);
        q.endMoveRows();
    }
    for (const RidListDiff::Run& run : diff.inserted) {
        q.beginInsertRows({}, run.first, run.last);
        rids.insert(rids.begin() + run.first, next.begin() + run.first, next.begin() + run.last + 1);
        q.endInsertRows();
    }
}

/// Many rows differ: those that leave go to the end and leave together, those that come do so at the end, and two
/// rearrangements do the rest. Views and selections follow at a cost that does not grow with the number of runs.
void VehicleTableModel::Private::rearrange(RidList next)
{
    const auto layOut = [this](RidList arranged) {
        if (arranged == rids)
            return;
        Q_EMIT q.layoutAboutToBeChanged();
        const auto highest = std::ranges::max(arranged);
        std::vector<int> rows(size_t{highest} + 1, -1);
        for (size_t row = 0; row < arranged.size(); ++row)
            rows[arranged[row]] = static_cast<int>(row);
        const QModelIndexList before = q.persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex& index : before)
            after += q.index(rows[rids[static_cast<size_t>(index.row())]], index.column());
        rids = std::move(arranged);
        q.changePersistentIndexList(before, after);
        Q_EMIT q.layoutChanged();
    };

    const RidSet nextSet(next);
    const RidSet present(rids);
    RidList arranged;
    arranged.reserve(rids.size());
    std::ranges::copy_if(next, std::back_inserter(arranged), [&](std::uint32_t rid) { return present.contains(rid); });
    const size_t kept = arranged.size();
    std::ranges::copy_if(rids, std::back_inserter(arranged), [&](std::uint32_t rid) { return !nextSet.contains(rid); });
    const bool someLeave = arranged.size() > kept;
    layOut(std::move(arranged));
    if (someLeave) {
        q.beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(rids.size()) - 1);
        rids.resize(kept);
        q.endRemoveRows();
    }
    if (next.size() > kept) {
        q.beginInsertRows({}, static_cast<int>(kept), static_cast<int>(next.size()) - 1);
        std::ranges::copy_if(next, std::back_inserter(rids), [&](std::uint32_t rid) { return !present.contains(rid); });
        q.endInsertRows();
    }
    layOut(std::move(next));
}

void VehicleTableModel::Private::want(int row)
{
    if (gone.contains(rids[static_cast<size_t>(row)]))
        return;
    wanted.push_back(row);
    if (fetching || fetchPosted)
        return;
    // A view asks for its rows one by one while it paints: gather them.
    fetchPosted = true;
    QMetaObject::invokeMethod(
        &q, [this] { fetch(); }, Qt::QueuedConnection);
}

void VehicleTableModel::Private::fetch()
{
    fetchPosted = false;
    // The latest rows first: those before may have been scrolled away.
    std::vector<qint64> asked;
    QSet<std::uint32_t> chosen;
    const int rows = static_cast<int>(rids.size());
    std::ranges::reverse(wanted);
    for (const int centre : std::exchange(wanted, {})) {
        const int end = std::min(rows, centre + RowsAhead);
        for (int row = std::max(0, centre - RowsBehind); row < end && asked.size() < RowsPerFetch; ++row) {
            const std::uint32_t rid = rids[static_cast<size_t>(row)];
            if (chosen.contains(rid) || gone.contains(rid) || summaries.contains(rid))
                continue;
            chosen.insert(rid);
            asked.push_back(rid);
        }
    }
    if (asked.empty())
        return;
    fetching = true;
    const auto details = store.read(
        [asked = std::move(asked)](Connection& connection) { return VehicleRepository::summaries(connection, asked); });
    whenDone(details, &q, [this, chosen](Expected<std::vector<VehicleSummary>> read) {
        fetching = false;
        if (read)
            announce(keep(chosen, std::move(*read)));
        else
            Q_EMIT q.failed(read.error());
        if (!wanted.empty())
            fetch();
    });
}

}  // namespace Forecourt
