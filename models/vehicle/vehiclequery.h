// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/currency.h"
#include "models/base/id.h"
#include "models/vehicle/phase.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Forecourt {

/// Which vehicles a list shows. Every part that is set must hold; an empty list or an unset bound asks for nothing.
struct VehicleFilter {
    QString text;  ///< words; each must begin a word of the vehicle (stock number, VIN, its last 8 or 6, make, …)
    QList<LocationId> locations;
    QList<Phase> phases;
    QStringList makes;  ///< as stored
    std::optional<int> yearFrom;
    std::optional<int> yearTo;
    std::optional<qint64> priceFrom;  ///< minor units of `priceCurrency`
    std::optional<qint64> priceTo;    ///< minor units of `priceCurrency`
    Currency priceCurrency = Currency::CAD;
    std::optional<int> daysInPhaseFrom;
    std::optional<int> daysInPhaseTo;
    QList<UserId> owners;
    bool duplicatesOnly = false;  ///< vehicles whose VIN another one has too, look-alike characters included

    /// Whether it lets everything through.
    bool isEmpty() const { return *this == VehicleFilter{}; }
    friend bool operator==(const VehicleFilter&, const VehicleFilter&) = default;
};

/// What a list is ordered by. Vehicles without the value come last in both directions.
enum class VehicleSort {
    StockNumber,
    Name,  ///< make, model, year
    Year,
    Site,         ///< code of the location
    Phase,        ///< then longest in it first
    DaysInPhase,  ///< ascending: newest in its phase first
    Asking,       ///< by currency, then amount
    Cost,         ///< by currency, then amount
    Margin,       ///< by currency, then amount
    Photos,
    Odometer,
    Vin,
    Color,
    Owner,  ///< display name
    Acquired,
    Created,
};

/// Code word of an order for saved views and scripts: "days_in_phase".
QString vehicleSortCode(VehicleSort sort);
std::optional<VehicleSort> vehicleSortFromCode(QStringView code);

/// Filter and order of a list, as a saved view keeps them.
struct VehicleQuery {
    VehicleFilter filter;
    VehicleSort sort = VehicleSort::Created;
    Qt::SortOrder direction = Qt::DescendingOrder;

    /// For SavedView::definition. Keys that are not known are ignored by fromJson, bad values count as unset.
    QJsonObject toJson() const;
    static VehicleQuery fromJson(const QJsonObject& json);

    friend bool operator==(const VehicleQuery&, const VehicleQuery&) = default;
};

}  // namespace Forecourt
