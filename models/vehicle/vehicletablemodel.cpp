// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicletablemodel.h"

#include "models/base/whendone.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/vehicle/vehicletablemodel_p.h"

#include <QPromise>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

VehicleTableModel::VehicleTableModel(Store& store, QObject* parent)
    : QAbstractTableModel(parent), d(std::make_unique<Private>(*this, store))
{
    d->gather.setSingleShot(true);
    d->gather.setInterval(Private::GatherTime);
    connect(&d->gather, &QTimer::timeout, this, [this] {
        // Not in place of a job under way: a long burst would never let one finish.
        if (d->ticket)
            d->changesWait = true;
        else
            d->startListing();
    });
    connect(&store.changes(), &ChangeNotifier::committed, this,
            [this](const ChangeSet& changes) { d->takeChanges(changes); });
    d->startListing();
}

VehicleTableModel::~VehicleTableModel()
{
    if (d->ticket)
        d->ticket->cancel();
}

const VehicleQuery& VehicleTableModel::query() const
{
    return d->query;
}

void VehicleTableModel::setQuery(const VehicleQuery& query)
{
    if (query == d->query)
        return;
    d->query = query;
    refresh();
}

void VehicleTableModel::refresh()
{
    if (!d->loading) {
        d->loading = true;
        Q_EMIT loadingChanged(true);
    }
    d->listWanted = true;
    d->startListing();
}

bool VehicleTableModel::isLoading() const
{
    return d->loading;
}

void VehicleTableModel::setHeaderText(std::function<QString(VehicleColumn)> text)
{
    d->headerText = std::move(text);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, VehicleColumnCount - 1);
}

void VehicleTableModel::setWording(std::function<QVariant(const VehicleSummary&, VehicleColumn, int)> wording)
{
    d->wording = std::move(wording);
    retranslate();
}

void VehicleTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, VehicleColumnCount - 1);
    if (!d->rids.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, VehicleColumnCount - 1));
}

const VehicleSummary* VehicleTableModel::summary(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    if (const VehicleSummary* known = d->summaries.look(d->rids[static_cast<size_t>(row)]))
        return known;
    d->want(row);
    return nullptr;
}

std::optional<int> VehicleTableModel::rowOf(VehicleId id) const
{
    const auto rid = d->summaries.ridOf(id);
    return rid ? d->rowOfRid(*rid) : std::nullopt;
}

QFuture<Expected<std::optional<int>>> VehicleTableModel::locate(VehicleId id)
{
    auto promise = std::make_shared<QPromise<Expected<std::optional<int>>>>();
    promise->start();
    const auto read = d->store.read([id](Connection& connection) {
        return connection.scalar(u"SELECT rid FROM vehicles WHERE id = ? AND _del = 0"_s, {id.toBytes()});
    });
    whenDone(read, this, [this, promise](const Expected<QVariant>& rid) {
        if (!rid)
            promise->addResult(fail(rid.error()));
        else if (rid->isValid())
            promise->addResult(d->rowOfRid(static_cast<std::uint32_t>(rid->toLongLong())));
        else
            promise->addResult(std::optional<int>());
        promise->finish();
    });
    return promise->future();
}

QFuture<Expected<QList<VehicleId>>> VehicleTableModel::idsOf(const QList<int>& rows) const
{
    std::vector<qint64> wanted;
    wanted.reserve(static_cast<size_t>(rows.size()));
    for (const int row : rows)
        if (row >= 0 && row < rowCount())
            wanted.push_back(d->rids[static_cast<size_t>(row)]);
    return d->store.read(
        [wanted = std::move(wanted)](Connection& connection) { return VehicleRepository::idsOf(connection, wanted); });
}

int VehicleTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rids.size());
}

int VehicleTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : VehicleColumnCount;
}

QVariant VehicleTableModel::data(const QModelIndex& index, int role) const
{
    const bool speaks = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (!index.isValid() || (!speaks && (role < IdRole || role > RawRole)))
        return {};
    const VehicleSummary* vehicle = summary(index.row());
    if (role == LoadedRole)
        return vehicle != nullptr;
    if (!vehicle)
        return role == IdRole ? QVariant::fromValue(VehicleId()) : QVariant();
    const auto column = static_cast<VehicleColumn>(index.column());
    switch (role) {
    case IdRole: return QVariant::fromValue(vehicle->id);
    case SummaryRole: return QVariant::fromValue(*vehicle);
    default: break;
    }
    if (speaks && d->wording)
        return d->wording(*vehicle, column, role);
    return role == RawRole || role == Qt::DisplayRole ? vehicleColumnValue(*vehicle, column, d->store.clock().now())
                                                      : QVariant();
}

QVariant VehicleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && d->headerText && section >= 0 &&
        section < VehicleColumnCount)
        return d->headerText(static_cast<VehicleColumn>(section));
    return QAbstractTableModel::headerData(section, orientation, role);
}

void VehicleTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= VehicleColumnCount)
        return;
    const auto sort = vehicleColumnSort(static_cast<VehicleColumn>(column));
    if (!sort)
        return;
    VehicleQuery query = d->query;
    query.sort = *sort;
    query.direction = order;
    setQuery(query);
}

}  // namespace Forecourt
