// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/connection.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclequery.h"
#include "models/vehicle/vehiclerules.h"
#include "models/vehicle/vehiclesummary.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <array>
#include <span>
#include <vector>

namespace Forecourt {

/// Reads vehicles. Every function runs on the thread that owns the connection: inside Store::read or a command.
/// Errors of all of them: those of Connection::run, and what is named.
namespace VehicleRepository {

/// A live vehicle. Errors: NotFound.
Expected<Vehicle> find(Connection& connection, VehicleId id);
/// The live vehicles among `ids`, in that order.
Expected<std::vector<Vehicle>> findAll(Connection& connection, std::span<const VehicleId> ids);
/// By stock number, any case. Nothing when no live vehicle has it; the oldest when several have.
Expected<std::optional<VehicleId>> findByStockNumber(Connection& connection, const QString& stockNumber);

/// The live vehicles among `rids`, in that order.
Expected<std::vector<VehicleSummary>> summaries(Connection& connection, std::span<const qint64> rids);
Expected<std::vector<VehicleSummary>> summaries(Connection& connection, std::span<const VehicleId> ids);

/// Ids of the live vehicles among `rids`, in that order.
Expected<QList<VehicleId>> idsOf(Connection& connection, std::span<const qint64> rids);

/// Another live vehicle with the same VIN, look-alike characters (O/0, Q/0, I/1) and separators ignored.
struct Duplicate {
    VehicleId id;
    QString stockNumber;
    QString vin;

    friend bool operator==(const Duplicate&, const Duplicate&) = default;
};
/// Live vehicles that share the VIN with a vehicle typed as `vin`; `except` is the vehicle itself. An empty VIN has
/// no duplicates.
Expected<std::vector<Duplicate>> duplicatesOf(Connection& connection, const QString& vin, VehicleId except = {});

/// What can only be said by looking at other vehicles: VinDuplicate (error; subject: the other's stock number) and
/// StockNumberDuplicate (warning; subject: the stock number).
Expected<std::vector<VehicleIssue>> issuesInStore(Connection& connection, const Vehicle& vehicle);

/// How many live vehicles there are, for the rail, tabs and filter chips.
struct Counts {
    int total = 0;
    std::array<int, AllPhases.size()> byPhase{};
    QHash<LocationId, int> byLocation;

    friend bool operator==(const Counts&, const Counts&) = default;
};
Expected<Counts> counts(Connection& connection);
/// How many vehicles a filter lets through: the figure on a saved view's tab.
Expected<int> count(Connection& connection, const VehicleFilter& filter, UtcMs now);
/// Makes in use, in alphabetical order.
Expected<QStringList> makes(Connection& connection);

/// For the palette: vehicles by stock number, VIN, its last 8 or 6, make, model, year …; the beginning of a word is
/// enough. Exact stock numbers and VINs come first, then the newest; at most `limit`. `location` narrows it to a site.
Expected<std::vector<VehicleSummary>> search(Connection& connection, const QString& text, int limit,
                                             LocationId location = {});

}  // namespace VehicleRepository

}  // namespace Forecourt
