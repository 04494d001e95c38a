// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehiclewords.h"

#include "models/base/errortext.h"
#include "models/vehicle/vehicle.h"
#include "ui/widgets/format.h"

namespace Forecourt {

QString VehicleWords::phase(Phase phase)
{
    switch (phase) {
    case Phase::Incoming: return tr("Incoming");
    case Phase::Fixing: return tr("Fixing");
    case Phase::Ready: return tr("Ready");
    case Phase::Listed: return tr("Listed");
    case Phase::Reserved: return tr("Reserved");
    case Phase::Sold: return tr("Sold");
    case Phase::Delivered: return tr("Delivered");
    }
    Q_UNREACHABLE();
    return {};
}

QString VehicleWords::phaseSince(Phase value, std::optional<UtcMs> since, UtcMs now)
{
    const auto days = daysInPhase(since, now);
    //: A phase and the days a vehicle has been in it: "Listed · 12 d"
    return days ? tr("%1 · %2 d").arg(phase(value), formatCount(*days)) : phase(value);
}

QString VehicleWords::columnHeader(VehicleColumn column)
{
    switch (column) {
    case VehicleColumn::Photo: return tr("Photo");
    case VehicleColumn::Stock: return tr("Stock");
    case VehicleColumn::Vehicle: return tr("Vehicle");
    case VehicleColumn::Site: return tr("Site");
    case VehicleColumn::Phase: return tr("Phase");
    case VehicleColumn::DaysInPhase: return tr("Days");
    case VehicleColumn::Asking: return tr("Asking");
    case VehicleColumn::Cost: return tr("Landed");
    case VehicleColumn::Margin: return tr("Margin");
    case VehicleColumn::Photos: return tr("Photos");
    case VehicleColumn::Vin: return tr("VIN");
    case VehicleColumn::Year: return tr("Year");
    case VehicleColumn::Make: return tr("Make");
    case VehicleColumn::Model: return tr("Model");
    case VehicleColumn::Trim: return tr("Trim");
    case VehicleColumn::Body: return tr("Body");
    case VehicleColumn::Engine: return tr("Engine");
    case VehicleColumn::Fuel: return tr("Fuel");
    case VehicleColumn::Color: return tr("Colour");
    case VehicleColumn::Odometer: return tr("Odometer");
    case VehicleColumn::Title: return tr("Title");
    case VehicleColumn::Bay: return tr("Bay");
    case VehicleColumn::Keys: return tr("Keys");
    case VehicleColumn::Owner: return tr("Owner");
    case VehicleColumn::Acquired: return tr("Bought");
    case VehicleColumn::Created: return tr("Added");
    }
    Q_UNREACHABLE();
    return {};
}

QString VehicleWords::columnName(VehicleColumn column)
{
    switch (column) {
    case VehicleColumn::DaysInPhase: return tr("Days in phase");
    case VehicleColumn::Asking: return tr("Asking price");
    case VehicleColumn::Cost: return tr("Landed cost");
    case VehicleColumn::Bay: return tr("Row and bay");
    case VehicleColumn::Photos: return tr("Number of photos");
    case VehicleColumn::Owner: return tr("Who looks after it");
    case VehicleColumn::Title: return tr("Title and state");
    case VehicleColumn::Acquired: return tr("Date bought");
    case VehicleColumn::Created: return tr("Date added");
    default: return columnHeader(column);
    }
}

QString VehicleWords::fieldName(VehicleField field)
{
    switch (field) {
    case VehicleField::StockNumber: return tr("Stock number");
    case VehicleField::Vin: return tr("VIN");
    case VehicleField::Year: return tr("Year");
    case VehicleField::Make: return tr("Make");
    case VehicleField::Model: return tr("Model");
    case VehicleField::Trim: return tr("Trim");
    case VehicleField::Body: return tr("Body");
    case VehicleField::Engine: return tr("Engine");
    case VehicleField::Gearbox: return tr("Gearbox");
    case VehicleField::Drivetrain: return tr("Drivetrain");
    case VehicleField::Fuel: return tr("Fuel");
    case VehicleField::Doors: return tr("Doors");
    case VehicleField::Seats: return tr("Seats");
    case VehicleField::Color: return tr("Colour");
    case VehicleField::Interior: return tr("Interior");
    case VehicleField::Odometer: return tr("Odometer (km)");
    case VehicleField::TitleState: return tr("Title");
    case VehicleField::Location: return tr("Site");
    case VehicleField::Bay: return tr("Row and bay");
    case VehicleField::KeyTag: return tr("Keys");
    case VehicleField::Phase: return tr("Phase");
    case VehicleField::Asking: return tr("Asking price");
    case VehicleField::Cost: return tr("Landed cost");
    case VehicleField::Owner: return tr("Looked after by");
    case VehicleField::Notes: return tr("Notes");
    case VehicleField::PrimaryPhoto: return tr("Primary photo");
    case VehicleField::AcquiredAt: return tr("Date bought");
    }
    Q_UNREACHABLE();
    return {};
}

QString VehicleWords::waiting()
{
    return tr("Waiting to send");
}

QString VehicleWords::money(const Money& money)
{
    const bool needsCode = money.currency == Currency::USD || money.currency == Currency::EUR;
    return needsCode ? formatMoneyMixed(money) : formatMoney(money);
}

QString VehicleWords::money(const std::optional<Money>& amount)
{
    return amount ? money(*amount) : QString();
}

QString VehicleWords::issue(const VehicleIssue& issue)
{
    if (issue.error.code == ErrorCode::InvalidInput && issue.field == VehicleField::StockNumber)
        return tr("A vehicle needs a stock number.");
    return ErrorText::full(issue.error);
}

QString VehicleWords::spoken(const VehicleSummary& vehicle, UtcMs now)
{
    QStringList parts{vehicle.stockNumber, vehicleName(vehicle)};
    if (!vehicle.siteCode.isEmpty())
        parts << vehicle.siteCode;
    const auto days = daysInPhase(vehicle.phaseSince, now);
    parts << (days ? tr("%1 for %n days", nullptr, *days).arg(phase(vehicle.phase)) : phase(vehicle.phase));
    if (vehicle.asking)
        parts << money(*vehicle.asking);
    parts << tr("%n photos", nullptr, vehicle.photoCount);
    return parts.join(QStringLiteral(", "));
}

}  // namespace Forecourt
