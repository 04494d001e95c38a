// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/journal.h"
#include "models/vehicle/vehiclecommands.h"
#include "tests/bench/figures.h"

namespace Forecourt::Bench {

/// A vehicle with the fields that a dealer fills in; the same for the same number, but for its id.
inline Vehicle benchVehicle(int number)
{
    using namespace Qt::StringLiterals;
    static const QString makes[] = {u"Toyota"_s, u"Honda"_s, u"Nissan"_s, u"Hyundai"_s, u"Kia"_s};
    Vehicle vehicle;
    vehicle.id = VehicleId::create();
    vehicle.stockNumber = u"X%1"_s.arg(number, 6, 10, QChar(u'0'));
    vehicle.year = 2008 + number % 18;
    vehicle.make = makes[number % 5];
    vehicle.model = u"Model %1"_s.arg(number % 97);
    vehicle.trim = u"LE"_s;
    vehicle.body = u"Sedan"_s;
    vehicle.engine = u"1.8 L"_s;
    vehicle.fuel = u"Petrol"_s;
    vehicle.color = u"Silver"_s;
    vehicle.odometerKm = 1000 + number;
    vehicle.asking = Money{2'495'000 + number, Currency::CAD};
    return vehicle;
}

/// Adds vehicles through the journal, so many in each transaction.
inline void addVehicles(Journal& journal, const std::vector<Vehicle>& vehicles, size_t perTransaction)
{
    for (size_t first = 0; first < vehicles.size(); first += perTransaction)
        require(journal
                    .edit([&, first](EditTransaction& transaction) -> Expected<void> {
                        for (size_t i = first; i < std::min(vehicles.size(), first + perTransaction); ++i)
                            FC_TRY((AddVehicle{vehicles[i], false}.apply(transaction)));
                        return {};
                    })
                    .takeResult());
}

}  // namespace Forecourt::Bench
