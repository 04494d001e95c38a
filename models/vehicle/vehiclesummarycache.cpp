// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclesummarycache.h"

#include <algorithm>
#include <vector>

namespace Forecourt {

const VehicleSummary* VehicleSummaryCache::look(std::uint32_t rid)
{
    const auto entry = m_entries.find(rid);
    if (entry == m_entries.end())
        return nullptr;
    entry->lookedAt = ++m_looks;
    return &entry->summary;
}

const VehicleSummary* VehicleSummaryCache::find(std::uint32_t rid) const
{
    const auto entry = m_entries.constFind(rid);
    return entry == m_entries.constEnd() ? nullptr : &entry->summary;
}

std::optional<std::uint32_t> VehicleSummaryCache::ridOf(VehicleId id) const
{
    const auto rid = m_rids.constFind(id);
    return rid == m_rids.constEnd() ? std::nullopt : std::optional(*rid);
}

void VehicleSummaryCache::insert(VehicleSummary summary)
{
    const auto rid = static_cast<std::uint32_t>(summary.rid);
    const VehicleId id = summary.id;
    if (const VehicleSummary* known = find(rid); known && known->id != id)
        m_rids.remove(known->id);
    m_entries.insert(rid, {std::move(summary), ++m_looks});
    m_rids.insert(id, rid);
    if (m_entries.size() > 2 * m_size)
        trim();
}

void VehicleSummaryCache::remove(std::uint32_t rid)
{
    if (const VehicleSummary* known = find(rid))
        m_rids.remove(known->id);
    m_entries.remove(rid);
}

void VehicleSummaryCache::trim()
{
    std::vector<std::uint64_t> looks;
    looks.reserve(static_cast<size_t>(m_entries.size()));
    for (const Entry& entry : std::as_const(m_entries))
        looks.push_back(entry.lookedAt);
    const auto middle = looks.end() - m_size;
    std::ranges::nth_element(looks, middle);
    const std::uint64_t oldest = *middle;
    m_entries.removeIf([this, oldest](auto entry) {
        if (entry->lookedAt >= oldest)
            return false;
        m_rids.remove(entry->summary.id);
        return true;
    });
}

}  // namespace Forecourt
