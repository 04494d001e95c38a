// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclecommands.h"
#include "tests/support/teststore.h"

namespace Forecourt::Tests {

/// A store with two sites, one person and as many vehicles as a test wants.
class DealershipStore : public TestStore {
public:
    DealershipStore()
    {
        must(edit([this](EditTransaction& transaction) -> Expected<void> {
            const auto addSite = [&transaction](LocationId id, const QString& code, const QString& city,
                                                const QString& currency, int order) {
                return transaction.insert(Table::Locations, id.uuid(),
                                          {{QStringLiteral("code"), code},
                                           {QStringLiteral("name"), city},
                                           {QStringLiteral("city"), city},
                                           {QStringLiteral("country"), QStringLiteral("CA")},
                                           {QStringLiteral("currency"), currency},
                                           {QStringLiteral("time_zone"), QStringLiteral("America/Toronto")},
                                           {QStringLiteral("color_light"), QStringLiteral("#0F6E7D")},
                                           {QStringLiteral("color_dark"), QStringLiteral("#3FA9B8")},
                                           {QStringLiteral("sort_order"), qlonglong{order}}});
            };
            FC_TRY(addSite(montreal, QStringLiteral("MTL"), QStringLiteral("Montréal"), QStringLiteral("CAD"), 1));
            FC_TRY(addSite(abidjan, QStringLiteral("ABJ"), QStringLiteral("Abidjan"), QStringLiteral("XOF"), 2));
            return transaction.insert(Table::Users, UserId::create().uuid(),
                                      {{QStringLiteral("login"), QStringLiteral("aicha")},
                                       {QStringLiteral("display_name"), QStringLiteral("Aïcha Diallo")},
                                       {QStringLiteral("role"), QStringLiteral("manager")}});
        }));
    }

    /// Puts a vehicle on the books: what matters is given, the rest is plausible.
    VehicleId add(const QString& stock, const QString& vin, int dollars, const QString& make = QStringLiteral("Toyota"),
                  Phase phase = Phase::Listed)
    {
        Vehicle vehicle;
        vehicle.id = VehicleId::create();
        vehicle.stockNumber = stock;
        vehicle.vin = vin;
        vehicle.year = 2019;
        vehicle.make = make;
        vehicle.model = QStringLiteral("RAV4");
        vehicle.odometerKm = 84'210;
        vehicle.location = montreal;
        vehicle.phase = phase;
        vehicle.asking = Money{dollars * 100LL, Currency::CAD};
        must(journal().run(AddVehicle{vehicle, true}).result());
        return vehicle.id;
    }

    /// Values of a vehicle as the server sends them; a new vehicle where the id is new.
    void arrive(VehicleId id, const QList<std::pair<QString, QVariant>>& values)
    {
        clock.advance(1);
        const TableSchema& schema = store().schema().table(Table::Vehicles);
        const Hlc stamp{static_cast<std::uint64_t>(clock.now()) << 16, 7};
        RemoteRow row;
        row.table = static_cast<std::uint16_t>(Table::Vehicles);
        row.id = id.uuid();
        row.seq = ++m_seq;
        for (const auto& [column, value] : values)
            row.fields.push_back({schema.field(column)->number, value, stamp});
        if (const auto applied = journal().applyRemote({row}, m_seq).result(); !applied)
            qFatal("remote row: %s", qUtf8Printable(applied.error().detail));
    }

    EditOutcome must(const Expected<EditOutcome>& outcome)
    {
        if (!outcome)
            qFatal("edit: %d %s", static_cast<int>(outcome.error().code), qUtf8Printable(outcome.error().detail));
        return *outcome;
    }

    const LocationId montreal = LocationId::create();
    const LocationId abidjan = LocationId::create();

private:
    qint64 m_seq = 0;
};

}  // namespace Forecourt::Tests
