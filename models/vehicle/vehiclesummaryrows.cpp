// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclesummaryrows.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

std::optional<Money> summaryMoney(std::optional<qint64> minor, const QString& code)
{
    const auto currency = currencyFromCode(code);
    return minor && currency ? std::optional(Money{*minor, *currency}) : std::nullopt;
}

VehicleSummary vehicleSummaryFromRow(const Query& row)
{
    int column = 0;
    const auto text = [&] { return row.text(column++); };
    const auto uuid = [&] { return Uuid::fromBytes(row.blob(column++)); };
    const auto number = [&] { return row.optionalInteger(column++); };
    VehicleSummary summary;
    summary.rid = number().value_or(0);
    summary.id = VehicleId(uuid());
    summary.stockNumber = text();
    summary.vin = text();
    if (const auto year = number())
        summary.year = static_cast<int>(*year);
    summary.make = text();
    summary.model = text();
    summary.trim = text();
    summary.body = text();
    summary.engine = text();
    summary.fuel = text();
    summary.color = text();
    summary.odometerKm = number();
    summary.titleState = text();
    summary.location = LocationId(uuid());
    summary.siteCode = text();
    summary.bay = text();
    summary.keyTag = text();
    summary.phase = phaseFromNumber(number().value_or(0)).value_or(Phase::Incoming);
    summary.phaseSince = number();
    const auto asking = number();
    summary.asking = summaryMoney(asking, text());
    const auto cost = number();
    summary.cost = summaryMoney(cost, text());
    summary.owner = UserId(uuid());
    summary.ownerName = text();
    summary.acquiredAt = number();
    summary.createdAt = number();
    summary.photoCount = static_cast<int>(number().value_or(0));
    summary.primaryPhoto = PhotoId(uuid());
    summary.primaryThumb = row.blob(column++);
    summary.primaryMedium = row.blob(column++);
    return summary;
}

}  // namespace

Expected<std::vector<VehicleSummary>> readVehicleSummaries(Connection& connection, const QString& condition,
                                                           const QVariantList& parameters)
{
    // The photo that is wished for counts only while it lives and belongs to the vehicle.
    auto query = connection.run(
        "SELECT v.rid, v.id, v.stock_number, v.vin, v.year, v.make, v.model, v.trim, v.body, v.engine, v.fuel, v.color,"
        " v.odometer_km, v.title_state, v.location_id, l.code, v.bay, v.key_tag, v.phase, v.phase_since_at,"
        " v.asking_minor, v.asking_currency, v.cost_minor, v.cost_currency, v.owner_id, u.display_name, v.acquired_at,"
        " v.created_at, c.count, p.id, p.thumb_sha, p.medium_sha"
        " FROM vehicles v"
        " LEFT JOIN locations l ON l.id = v.location_id AND l._del = 0"
        " LEFT JOIN users u ON u.id = v.owner_id AND u._del = 0"
        " LEFT JOIN photo_counts c ON c.vehicle_id = v.id"
        " LEFT JOIN photos p ON p.rid = ifnull("
        "  (SELECT rid FROM photos WHERE id = v.primary_photo_id AND vehicle_id = v.id AND _del = 0),"
        "  (SELECT rid FROM photos WHERE vehicle_id = v.id AND _del = 0 ORDER BY position, id LIMIT 1))"
        " WHERE v._del = 0 AND "_L1 +
            condition,
        parameters);
    if (!query)
        return fail(query.error());
    std::vector<VehicleSummary> summaries;
    while (query->next())
        summaries.push_back(vehicleSummaryFromRow(*query));
    if (const auto error = query->error())
        return fail(*error);
    return summaries;
}

}  // namespace Forecourt
