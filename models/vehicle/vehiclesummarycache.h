// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclesummary.h"

#include <QHash>

#include <cstdint>
#include <optional>

namespace Forecourt {

/// Details of the vehicles that were looked at lately, by local row number. When it holds twice its size, the half that
/// was not looked at for longest is dropped.
class VehicleSummaryCache {
public:
    explicit VehicleSummaryCache(int size) : m_size(size) {}

    /// Null when it is not held. Valid until insert() or remove(). Counts as a look.
    const VehicleSummary* look(std::uint32_t rid);
    /// As look(), but does not count as one.
    const VehicleSummary* find(std::uint32_t rid) const;
    bool contains(std::uint32_t rid) const { return m_entries.contains(rid); }
    std::optional<std::uint32_t> ridOf(VehicleId id) const;
    QList<std::uint32_t> rids() const { return m_entries.keys(); }

    void insert(VehicleSummary summary);
    void remove(std::uint32_t rid);

private:
    struct Entry {
        VehicleSummary summary;
        std::uint64_t lookedAt = 0;
    };

    void trim();

    qsizetype m_size;
    std::uint64_t m_looks = 0;
    QHash<std::uint32_t, Entry> m_entries;
    QHash<VehicleId, std::uint32_t> m_rids;
};

}  // namespace Forecourt
