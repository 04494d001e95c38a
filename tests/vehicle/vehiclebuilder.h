// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehiclerepository.h"
#include "tests/support/teststore.h"

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

/// A vehicle that breaks no rule; `number` makes stock number and VIN its own. The maker is European, so that the VIN
/// needs no check digit.
inline Vehicle someVehicle(int number)
{
    Vehicle vehicle;
    vehicle.id = VehicleId::create();
    vehicle.stockNumber = u"B26-%1"_s.arg(number, 4, 10, QChar(u'0'));
    vehicle.vin = u"WVWZZZ1KZ6W%1"_s.arg(number, 6, 10, QChar(u'0'));
    vehicle.year = 2015 + number % 8;
    vehicle.make = u"Volkswagen"_s;
    vehicle.model = u"Golf"_s;
    vehicle.odometerKm = 100 * number;
    vehicle.asking = Money{1'000'000 + 100 * number, Currency::CAD};
    return vehicle;
}

/// Puts a vehicle into the store; fails the program when it is refused.
inline VehicleId addVehicle(TestStore& test, const Vehicle& vehicle)
{
    auto outcome = test.journal().run(AddVehicle{vehicle, true}).result();
    if (!outcome)
        qFatal("test vehicle: %d %s", static_cast<int>(outcome.error().code), qUtf8Printable(outcome.error().detail));
    return vehicle.id;
}

/// Puts vehicles 1 to `count` into the store in one edit; returns their ids.
inline QList<VehicleId> addVehicles(TestStore& test, int count)
{
    QList<VehicleId> ids;
    auto outcome = test.edit([&](EditTransaction& transaction) -> Expected<void> {
        for (int number = 1; number <= count; ++number) {
            const Vehicle vehicle = someVehicle(number);
            ids += vehicle.id;
            FC_TRY(AddVehicle({vehicle, true}).apply(transaction));
        }
        return {};
    });
    if (!outcome)
        qFatal("test vehicles: %s", qUtf8Printable(outcome.error().detail));
    return ids;
}

/// A location of the store.
inline LocationId addLocation(TestStore& test, const QString& code)
{
    const auto id = LocationId::create();
    auto outcome = test.edit([&](EditTransaction& transaction) {
        return transaction.insert(Table::Locations, id.uuid(), {{u"code"_s, code}, {u"name"_s, code}});
    });
    if (!outcome)
        qFatal("test location: %s", qUtf8Printable(outcome.error().detail));
    return id;
}

/// The vehicle as it is stored now.
inline Vehicle vehicleOf(TestStore& test, VehicleId id)
{
    auto vehicle =
        test.store().read([id](Connection& connection) { return VehicleRepository::find(connection, id); }).result();
    if (!vehicle)
        qFatal("test vehicle: %d %s", static_cast<int>(vehicle.error().code), qUtf8Printable(vehicle.error().detail));
    return *vehicle;
}

}  // namespace Forecourt::Tests
