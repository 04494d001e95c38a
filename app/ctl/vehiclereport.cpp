// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/vehiclereport.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString moneyText(const std::optional<Money>& money)
{
    return money ? money->toString() : QString();
}

QJsonValue moneyJson(const std::optional<Money>& money)
{
    return money ? QJsonValue(money->toString()) : QJsonValue();
}

template <class Number>
QJsonValue numberJson(const std::optional<Number>& number)
{
    return number ? QJsonValue(qint64(*number)) : QJsonValue();
}

}  // namespace

QJsonObject VehicleReport::toJson(const VehicleSummary& vehicle)
{
    return {{u"id"_s, vehicle.id.toString()},
            {u"stock_number"_s, vehicle.stockNumber},
            {u"vin"_s, vehicle.vin},
            {u"year"_s, numberJson(vehicle.year)},
            {u"make"_s, vehicle.make},
            {u"model"_s, vehicle.model},
            {u"trim"_s, vehicle.trim},
            {u"color"_s, vehicle.color},
            {u"odometer"_s, numberJson(vehicle.odometerKm)},
            {u"location"_s, vehicle.siteCode.isEmpty() ? QJsonValue() : QJsonValue(vehicle.siteCode)},
            {u"phase"_s, phaseCode(vehicle.phase)},
            {u"asking"_s, moneyJson(vehicle.asking)},
            {u"cost"_s, moneyJson(vehicle.cost)},
            {u"photos"_s, vehicle.photoCount}};
}

QJsonObject VehicleReport::toJson(const Vehicle& vehicle, const VehicleValues& values)
{
    QJsonObject object{{u"id"_s, vehicle.id.toString()}};
    for (const VehicleField field : AllVehicleFields)
        object.insert(vehicleFieldCode(field), values.json(field, vehicleValue(vehicle, field)));
    return object;
}

void VehicleReport::list(Output& output, const std::vector<VehicleSummary>& vehicles, int total)
{
    if (output.json()) {
        QJsonArray array;
        for (const VehicleSummary& vehicle : vehicles)
            array.append(toJson(vehicle));
        output.document({{u"vehicles"_s, array}, {u"total"_s, total}});
        return;
    }
    std::vector<QStringList> rows;
    rows.reserve(vehicles.size());
    for (const VehicleSummary& vehicle : vehicles)
        rows.push_back({vehicle.stockNumber, vehicle.vin, vehicleName(vehicle), vehicle.siteCode,
                        phaseCode(vehicle.phase), moneyText(vehicle.asking), QString::number(vehicle.photoCount)});
    output.table({tr("Stock"), tr("VIN"), tr("Vehicle"), tr("Site"), tr("Phase"), tr("Price"), tr("Photos")}, rows,
                 {5, 6});
    output.message(static_cast<int>(vehicles.size()) == total
                       ? tr("%n vehicle(s)", nullptr, total)
                       : tr("%1 of %n vehicle(s)", nullptr, total).arg(vehicles.size()));
}

void VehicleReport::one(Output& output, const Vehicle& vehicle, const VehicleValues& values)
{
    output.document(toJson(vehicle, values));
    output.line(u"id=%1"_s.arg(vehicle.id.toString()));
    for (const VehicleField field : AllVehicleFields)
        output.line(u"%1=%2"_s.arg(vehicleFieldCode(field), values.text(field, vehicleValue(vehicle, field))));
}

}  // namespace Forecourt
