// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclelister.h"

#include "models/vehicle/vehiclecriteria.h"

#include <algorithm>

namespace Forecourt {

namespace {

// Sets of filters that were left behind; a set of 100,000 takes 12 KB.
constexpr int LargestSetCount = 64;

Expected<RidList> readRids(Connection& connection, const QString& sql, const QVariantList& parameters = {})
{
    const auto numbers = connection.integers(sql, parameters);
    if (!numbers)
        return fail(numbers.error());
    RidList rids;
    rids.reserve(numbers->size());
    for (const qint64 rid : *numbers)
        rids.push_back(static_cast<std::uint32_t>(rid));
    return rids;
}

bool isStopped(const std::function<bool()>& cancelled)
{
    return cancelled && cancelled();
}

}  // namespace

void VehicleLister::forget()
{
    const QMutexLocker lock(&m_mutex);
    ++m_generation;
    m_sets.clear();
    m_orders.clear();
}

Expected<VehicleLister::SharedOrder> VehicleLister::order(Connection& connection, VehicleSort sort)
{
    int generation = 0;
    {
        const QMutexLocker lock(&m_mutex);
        if (auto known = m_orders.value(static_cast<int>(sort)))
            return known;
        generation = m_generation;
    }
    auto valued = readRids(connection, vehicleOrderSql(sort));
    if (!valued)
        return fail(valued.error());
    auto live = readRids(connection, liveVehiclesSql());
    if (!live)
        return fail(live.error());
    auto order = std::make_shared<Order>();
    order->valued = valued->size();
    order->rids = std::move(*valued);
    if (order->valued < live->size()) {
        const RidSet known(order->rids);
        std::ranges::sort(*live);
        std::ranges::copy_if(*live, std::back_inserter(order->rids),
                             [&known](std::uint32_t rid) { return !known.contains(rid); });
    }
    const QMutexLocker lock(&m_mutex);
    if (generation == m_generation)
        m_orders.insert(static_cast<int>(sort), order);
    return order;
}

Expected<VehicleLister::SharedSet> VehicleLister::select(Connection& connection, const VehicleFilter& filter, UtcMs now,
                                                         const std::function<bool()>& cancelled)
{
    SharedSet selected;
    for (const VehicleCriterion& criterion : vehicleCriteria(filter, now)) {
        if (isStopped(cancelled))
            return fail(ErrorCode::Cancelled);
        const QString key = criterion.key();
        SharedSet part;
        int generation = 0;
        {
            const QMutexLocker lock(&m_mutex);
            part = m_sets.value(key);
            generation = m_generation;
        }
        if (!part) {
            auto rids = readRids(connection, criterion.sql, criterion.parameters);
            if (!rids)
                return fail(rids.error());
            part = std::make_shared<const RidSet>(*rids);
            const QMutexLocker lock(&m_mutex);
            if (criterion.keep && generation == m_generation) {
                if (m_sets.size() >= LargestSetCount)
                    m_sets.clear();
                m_sets.insert(key, part);
            }
        }
        if (!selected) {
            selected = part;
        } else {
            auto both = std::make_shared<RidSet>(*selected);
            both->intersect(*part);
            selected = both;
        }
    }
    return selected;
}

Expected<RidList> VehicleLister::list(Connection& connection, const VehicleQuery& query, UtcMs now,
                                      const std::function<bool()>& cancelled)
{
    const auto selected = select(connection, query.filter, now, cancelled);
    if (!selected)
        return fail(selected.error());
    if (isStopped(cancelled))
        return fail(ErrorCode::Cancelled);
    const auto ordered = order(connection, query.sort);
    if (!ordered)
        return fail(ordered.error());
    const RidSet* wanted = selected->get();
    const auto isWanted = [wanted](std::uint32_t rid) { return !wanted || wanted->contains(rid); };
    const RidList& all = (*ordered)->rids;
    const auto unvalued = all.begin() + static_cast<std::ptrdiff_t>((*ordered)->valued);
    RidList rids;
    rids.reserve(wanted ? static_cast<size_t>(wanted->count()) : all.size());
    if (query.direction == Qt::AscendingOrder)
        std::copy_if(all.begin(), unvalued, std::back_inserter(rids), isWanted);
    else
        std::copy_if(std::reverse_iterator(unvalued), all.rend(), std::back_inserter(rids), isWanted);
    std::copy_if(unvalued, all.end(), std::back_inserter(rids), isWanted);
    return rids;
}

}  // namespace Forecourt
