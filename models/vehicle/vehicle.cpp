// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicle.h"

#include "models/store/connection.h"
#include "models/vin/vin.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

using VehicleText = QString Vehicle::*;
using VehicleInt = std::optional<int> Vehicle::*;

/// The member of a text field; null for other kinds.
VehicleText vehicleTextMember(VehicleField field)
{
    switch (field) {
    case VehicleField::StockNumber: return &Vehicle::stockNumber;
    case VehicleField::Vin: return &Vehicle::vin;
    case VehicleField::Make: return &Vehicle::make;
    case VehicleField::Model: return &Vehicle::model;
    case VehicleField::Trim: return &Vehicle::trim;
    case VehicleField::Body: return &Vehicle::body;
    case VehicleField::Engine: return &Vehicle::engine;
    case VehicleField::Gearbox: return &Vehicle::gearbox;
    case VehicleField::Drivetrain: return &Vehicle::drivetrain;
    case VehicleField::Fuel: return &Vehicle::fuel;
    case VehicleField::Color: return &Vehicle::color;
    case VehicleField::Interior: return &Vehicle::interior;
    case VehicleField::TitleState: return &Vehicle::titleState;
    case VehicleField::Bay: return &Vehicle::bay;
    case VehicleField::KeyTag: return &Vehicle::keyTag;
    case VehicleField::Notes: return &Vehicle::notes;
    default: return nullptr;
    }
}

VehicleInt vehicleIntMember(VehicleField field)
{
    switch (field) {
    case VehicleField::Year: return &Vehicle::year;
    case VehicleField::Doors: return &Vehicle::doors;
    case VehicleField::Seats: return &Vehicle::seats;
    default: return nullptr;
    }
}

template <class Value>
QVariant optionalVariant(const std::optional<Value>& value)
{
    if (!value)
        return {};
    if constexpr (std::is_integral_v<Value>)
        return QVariant::fromValue(static_cast<qlonglong>(*value));
    else
        return QVariant::fromValue(*value);
}

template <class Value>
std::optional<Value> optionalFrom(const QVariant& value)
{
    if (!value.isValid() || value.isNull())
        return std::nullopt;
    if constexpr (std::is_integral_v<Value>)
        return static_cast<Value>(value.toLongLong());
    else
        return value.value<Value>();
}

template <class IdType>
QVariant idVariant(IdType id)
{
    return id.isNull() ? QVariant() : QVariant::fromValue(id);
}

template <class IdType>
QVariant idColumn(const QVariant& value)
{
    const auto id = value.value<IdType>();
    return id.isNull() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(id.toBytes());
}

std::optional<Money> moneyFrom(std::optional<qint64> minor, const QString& code)
{
    const auto currency = currencyFromCode(code);
    if (!minor || !currency)
        return std::nullopt;
    return Money{*minor, *currency};
}

/// Columns of one text or number field.
QString vehicleColumnOf(VehicleField field)
{
    switch (field) {
    case VehicleField::Odometer: return u"odometer_km"_s;
    case VehicleField::Location: return u"location_id"_s;
    case VehicleField::Owner: return u"owner_id"_s;
    case VehicleField::PrimaryPhoto: return u"primary_photo_id"_s;
    case VehicleField::AcquiredAt: return u"acquired_at"_s;
    default: return vehicleFieldCode(field);
    }
}

void putMoneyColumns(Fields& columns, const QString& name, const QVariant& value)
{
    const auto money = optionalFrom<Money>(value);
    columns.insert(name + "_minor"_L1, money ? QVariant::fromValue(static_cast<qlonglong>(money->minor))
                                             : QVariant(QMetaType(QMetaType::LongLong)));
    // The currency of a price that was taken away stays, as the column has no empty value.
    if (money)
        columns.insert(name + "_currency"_L1, currencyCode(money->currency));
}

}  // namespace

QString vehicleName(const Vehicle& vehicle)
{
    QStringList parts;
    if (vehicle.year)
        parts += QString::number(*vehicle.year);
    for (const QString& part : {vehicle.make, vehicle.model})
        if (!part.isEmpty())
            parts += part;
    return parts.join(u' ');
}

std::optional<Money> vehicleMargin(const std::optional<Money>& asking, const std::optional<Money>& cost)
{
    if (!asking || !cost || asking->currency != cost->currency)
        return std::nullopt;
    return Money{asking->minor - cost->minor, asking->currency};
}

std::optional<double> vehicleMarginShare(const std::optional<Money>& asking, const std::optional<Money>& cost)
{
    const auto margin = vehicleMargin(asking, cost);
    if (!margin || asking->minor == 0)
        return std::nullopt;
    return static_cast<double>(margin->minor) / static_cast<double>(asking->minor);
}

std::optional<int> daysInPhase(std::optional<UtcMs> phaseSince, UtcMs now)
{
    constexpr UtcMs DayMs = 24 * 60 * 60 * 1000;
    if (!phaseSince)
        return std::nullopt;
    return static_cast<int>(std::max<UtcMs>(0, now - *phaseSince) / DayMs);
}

QVariant vehicleValue(const Vehicle& vehicle, VehicleField field)
{
    if (const VehicleText text = vehicleTextMember(field))
        return vehicle.*text;
    if (const VehicleInt number = vehicleIntMember(field))
        return optionalVariant(vehicle.*number);
    switch (field) {
    case VehicleField::Odometer: return optionalVariant(vehicle.odometerKm);
    case VehicleField::AcquiredAt: return optionalVariant(vehicle.acquiredAt);
    case VehicleField::Asking: return optionalVariant(vehicle.asking);
    case VehicleField::Cost: return optionalVariant(vehicle.cost);
    case VehicleField::Phase: return QVariant::fromValue(vehicle.phase);
    case VehicleField::Location: return idVariant(vehicle.location);
    case VehicleField::Owner: return idVariant(vehicle.owner);
    case VehicleField::PrimaryPhoto: return idVariant(vehicle.primaryPhoto);
    default: break;
    }
    Q_UNREACHABLE();
    return {};
}

void setVehicleValue(Vehicle& vehicle, VehicleField field, const QVariant& value)
{
    if (field == VehicleField::Vin) {
        vehicle.vin = normaliseVin(value.toString());
        return;
    }
    if (const VehicleText text = vehicleTextMember(field)) {
        vehicle.*text = value.toString().trimmed();
        return;
    }
    if (const VehicleInt number = vehicleIntMember(field)) {
        vehicle.*number = optionalFrom<int>(value);
        return;
    }
    switch (field) {
    case VehicleField::Odometer: vehicle.odometerKm = optionalFrom<qint64>(value); return;
    case VehicleField::AcquiredAt: vehicle.acquiredAt = optionalFrom<UtcMs>(value); return;
    case VehicleField::Asking: vehicle.asking = optionalFrom<Money>(value); return;
    case VehicleField::Cost: vehicle.cost = optionalFrom<Money>(value); return;
    case VehicleField::Phase: vehicle.phase = value.value<Phase>(); return;
    case VehicleField::Location: vehicle.location = value.value<LocationId>(); return;
    case VehicleField::Owner: vehicle.owner = value.value<UserId>(); return;
    case VehicleField::PrimaryPhoto: vehicle.primaryPhoto = value.value<PhotoId>(); return;
    default: break;
    }
    Q_UNREACHABLE();
}

VehicleEdits vehicleEditsBetween(const Vehicle& before, const Vehicle& after)
{
    VehicleEdits edits;
    for (VehicleField field : AllVehicleFields) {
        const QVariant value = vehicleValue(after, field);
        if (value != vehicleValue(before, field))
            edits.insert(field, value);
    }
    return edits;
}

Fields vehicleColumns(const VehicleEdits& edits)
{
    Fields columns;
    for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
        const VehicleField field = edit.key();
        const QVariant& value = edit.value();
        if (vehicleTextMember(field)) {
            columns.insert(vehicleColumnOf(field),
                           field == VehicleField::Vin ? normaliseVin(value.toString()) : value.toString().trimmed());
            continue;
        }
        switch (field) {
        case VehicleField::Asking:
        case VehicleField::Cost: putMoneyColumns(columns, vehicleColumnOf(field), value); break;
        case VehicleField::Phase:
            columns.insert(vehicleColumnOf(field), static_cast<qlonglong>(value.value<Phase>()));
            break;
        case VehicleField::Location: columns.insert(vehicleColumnOf(field), idColumn<LocationId>(value)); break;
        case VehicleField::Owner: columns.insert(vehicleColumnOf(field), idColumn<UserId>(value)); break;
        case VehicleField::PrimaryPhoto: columns.insert(vehicleColumnOf(field), idColumn<PhotoId>(value)); break;
        default:
            columns.insert(vehicleColumnOf(field),
                           value.isValid() ? QVariant(value.toLongLong()) : QVariant(QMetaType(QMetaType::LongLong)));
        }
    }
    return columns;
}

QString vehicleSelectColumns()
{
    return u"v.id, v.stock_number, v.vin, v.year, v.make, v.model, v.trim, v.body, v.engine, v.gearbox, v.drivetrain, "
           "v.fuel, v.doors, v.seats, v.color, v.interior, v.odometer_km, v.title_state, v.location_id, v.bay, "
           "v.key_tag, v.phase, v.phase_since_at, v.asking_minor, v.asking_currency, v.cost_minor, v.cost_currency, "
           "v.owner_id, v.notes, v.primary_photo_id, v.acquired_at, v.created_at"_s;
}

Vehicle vehicleFromRow(const Query& row, int first)
{
    int column = first;
    const auto text = [&] { return row.text(column++); };
    const auto uuid = [&] { return Uuid::fromBytes(row.blob(column++)); };
    const auto number = [&] { return row.optionalInteger(column++); };
    const auto small = [&]() -> std::optional<int> {
        const auto value = row.optionalInteger(column++);
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    Vehicle vehicle;
    vehicle.id = VehicleId(uuid());
    vehicle.stockNumber = text();
    vehicle.vin = text();
    vehicle.year = small();
    vehicle.make = text();
    vehicle.model = text();
    vehicle.trim = text();
    vehicle.body = text();
    vehicle.engine = text();
    vehicle.gearbox = text();
    vehicle.drivetrain = text();
    vehicle.fuel = text();
    vehicle.doors = small();
    vehicle.seats = small();
    vehicle.color = text();
    vehicle.interior = text();
    vehicle.odometerKm = number();
    vehicle.titleState = text();
    vehicle.location = LocationId(uuid());
    vehicle.bay = text();
    vehicle.keyTag = text();
    vehicle.phase = phaseFromNumber(number().value_or(0)).value_or(Phase::Incoming);
    vehicle.phaseSince = number();
    const auto asking = number();
    vehicle.asking = moneyFrom(asking, text());
    const auto cost = number();
    vehicle.cost = moneyFrom(cost, text());
    vehicle.owner = UserId(uuid());
    vehicle.notes = text();
    vehicle.primaryPhoto = PhotoId(uuid());
    vehicle.acquiredAt = number();
    vehicle.createdAt = number();
    return vehicle;
}

}  // namespace Forecourt
