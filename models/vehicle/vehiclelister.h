// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/connection.h"
#include "models/vehicle/ridset.h"
#include "models/vehicle/vehiclequery.h"

#include <QHash>
#include <QMutex>
#include <QString>

#include <functional>
#include <memory>

namespace Forecourt {

/// Works out which vehicles a query selects, in its order.
///
/// Each part of a filter is read as a set of row numbers from an index that covers it, and each order as one list of
/// all row numbers; both are kept until vehicles change. A keystroke then costs the full-text search for what was
/// typed and a walk over numbers in memory. Thread-safe: readers may list at the same time.
class VehicleLister {
public:
    /// Row numbers that `query` selects, in its order. `cancelled` is asked between the steps.
    /// Errors: Cancelled, those of Connection::run.
    Expected<RidList> list(Connection& connection, const VehicleQuery& query, UtcMs now,
                           const std::function<bool()>& cancelled = {});
    /// Row numbers that a filter lets through; null: all.
    Expected<std::shared_ptr<const RidSet>> select(Connection& connection, const VehicleFilter& filter, UtcMs now,
                                                   const std::function<bool()>& cancelled = {});
    /// Vehicles or what they are ordered by have changed: read them again.
    void forget();

private:
    using SharedSet = std::shared_ptr<const RidSet>;
    /// All live vehicles: ascending those that have the value, then those that do not.
    struct Order {
        RidList rids;
        size_t valued = 0;
    };
    using SharedOrder = std::shared_ptr<const Order>;

    Expected<SharedOrder> order(Connection& connection, VehicleSort sort);

    QMutex m_mutex;
    int m_generation = 0;  ///< of what is kept: a list that was begun before forget() is not kept
    QHash<QString, SharedSet> m_sets;
    QHash<int, SharedOrder> m_orders;
};

}  // namespace Forecourt
