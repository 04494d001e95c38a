// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/location/location.h"
#include "models/user/user.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclecsvcolumns.h"

#include <QString>
#include <QVariant>

#include <vector>

namespace Forecourt {

class Connection;

/// Cells of a comma separated file and the values they stand for, both ways.
class VehicleCsvValues {
public:
    VehicleCsvValues(std::vector<Location> locations, std::vector<User> users)
        : m_locations(std::move(locations)), m_users(std::move(users))
    {
    }
    /// Reads the names of places and people that cells may hold. Errors as Connection::run.
    static Expected<VehicleCsvValues> read(Connection& connection);

    /// The value of a cell that is not empty, as VehicleEdits has it. Places by code, name or city; people by sign-in
    /// or display name; phases by code word or in English or French; figures with or without grouping and unit, miles
    /// become kilometres; dates as 2026-11-20. `currency` is for amounts that do not name theirs.
    /// Errors: NumberUnreadable, PriceUnreadable, CurrencyUnknown, PhaseUnknown, LocationUnknown, NotFound (a person).
    Expected<QVariant> parse(VehicleField field, const QString& cell, Currency currency) const;
    /// Where no currency is named: that of the place, else Canadian dollars.
    Currency currencyAt(LocationId location) const;

    /// The cell that stands for a target, without quotation marks or guard. Empty for what is unknown.
    QString format(const Vehicle& vehicle, const VehicleCsvTarget& target, CsvLanguage language) const;

private:
    std::vector<Location> m_locations;
    std::vector<User> m_users;
};

}  // namespace Forecourt
