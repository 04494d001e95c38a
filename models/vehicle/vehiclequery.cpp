// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclequery.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Code words of saved views. They travel to other versions: never renamed.
constexpr std::array VehicleSortWords{
    std::pair{VehicleSort::StockNumber, "stock_number"_L1},
    std::pair{VehicleSort::Name, "name"_L1},
    std::pair{VehicleSort::Year, "year"_L1},
    std::pair{VehicleSort::Site, "site"_L1},
    std::pair{VehicleSort::Phase, "phase"_L1},
    std::pair{VehicleSort::DaysInPhase, "days_in_phase"_L1},
    std::pair{VehicleSort::Asking, "asking"_L1},
    std::pair{VehicleSort::Cost, "cost"_L1},
    std::pair{VehicleSort::Margin, "margin"_L1},
    std::pair{VehicleSort::Photos, "photos"_L1},
    std::pair{VehicleSort::Odometer, "odometer"_L1},
    std::pair{VehicleSort::Vin, "vin"_L1},
    std::pair{VehicleSort::Color, "color"_L1},
    std::pair{VehicleSort::Owner, "owner"_L1},
    std::pair{VehicleSort::Acquired, "acquired"_L1},
    std::pair{VehicleSort::Created, "created"_L1},
};

template <class IdType>
QJsonArray jsonIds(const QList<IdType>& ids)
{
    QJsonArray array;
    for (const IdType& id : ids)
        array.append(id.toString());
    return array;
}

template <class IdType>
QList<IdType> idsFromJson(const QJsonValue& value)
{
    QList<IdType> ids;
    for (const auto& entry : value.toArray())
        if (const auto uuid = Uuid::fromString(entry.toString()))
            ids.append(IdType(*uuid));
    return ids;
}

template <class Number>
void putJsonNumber(QJsonObject& json, QLatin1StringView key, const std::optional<Number>& value)
{
    if (value)
        json.insert(key, static_cast<qint64>(*value));
}

template <class Number>
std::optional<Number> numberFromJson(const QJsonObject& json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional(static_cast<Number>(value.toInteger())) : std::nullopt;
}

QJsonObject vehicleFilterToJson(const VehicleFilter& filter)
{
    QJsonObject json;
    if (!filter.text.isEmpty())
        json.insert("text"_L1, filter.text);
    if (!filter.locations.isEmpty())
        json.insert("locations"_L1, jsonIds(filter.locations));
    if (!filter.phases.isEmpty()) {
        QJsonArray phases;
        for (Phase phase : filter.phases)
            phases.append(phaseCode(phase));
        json.insert("phases"_L1, phases);
    }
    if (!filter.makes.isEmpty())
        json.insert("makes"_L1, QJsonArray::fromStringList(filter.makes));
    putJsonNumber(json, "year_from"_L1, filter.yearFrom);
    putJsonNumber(json, "year_to"_L1, filter.yearTo);
    putJsonNumber(json, "price_from"_L1, filter.priceFrom);
    putJsonNumber(json, "price_to"_L1, filter.priceTo);
    if (filter.priceFrom || filter.priceTo)
        json.insert("price_currency"_L1, currencyCode(filter.priceCurrency));
    putJsonNumber(json, "days_in_phase_from"_L1, filter.daysInPhaseFrom);
    putJsonNumber(json, "days_in_phase_to"_L1, filter.daysInPhaseTo);
    if (!filter.owners.isEmpty())
        json.insert("owners"_L1, jsonIds(filter.owners));
    if (filter.duplicatesOnly)
        json.insert("duplicates_only"_L1, true);
    return json;
}

VehicleFilter vehicleFilterFromJson(const QJsonObject& json)
{
    VehicleFilter filter;
    filter.text = json.value("text"_L1).toString();
    filter.locations = idsFromJson<LocationId>(json.value("locations"_L1));
    for (const auto& code : json.value("phases"_L1).toArray())
        if (const auto phase = phaseFromCode(code.toString()))
            filter.phases.append(*phase);
    for (const auto& make : json.value("makes"_L1).toArray())
        if (make.isString())
            filter.makes.append(make.toString());
    filter.yearFrom = numberFromJson<int>(json, "year_from"_L1);
    filter.yearTo = numberFromJson<int>(json, "year_to"_L1);
    if (const auto currency = currencyFromCode(json.value("price_currency"_L1).toString())) {
        filter.priceFrom = numberFromJson<qint64>(json, "price_from"_L1);
        filter.priceTo = numberFromJson<qint64>(json, "price_to"_L1);
        filter.priceCurrency = *currency;
    }
    filter.daysInPhaseFrom = numberFromJson<int>(json, "days_in_phase_from"_L1);
    filter.daysInPhaseTo = numberFromJson<int>(json, "days_in_phase_to"_L1);
    filter.owners = idsFromJson<UserId>(json.value("owners"_L1));
    filter.duplicatesOnly = json.value("duplicates_only"_L1).toBool();
    return filter;
}

}  // namespace

QString vehicleSortCode(VehicleSort sort)
{
    for (const auto& [known, word] : VehicleSortWords)
        if (known == sort)
            return word;
    Q_UNREACHABLE();
    return {};
}

std::optional<VehicleSort> vehicleSortFromCode(QStringView code)
{
    for (const auto& [sort, word] : VehicleSortWords)
        if (code == word)
            return sort;
    return std::nullopt;
}

QJsonObject VehicleQuery::toJson() const
{
    return {{"filter"_L1, vehicleFilterToJson(filter)},
            {"sort"_L1, vehicleSortCode(sort)},
            {"descending"_L1, direction == Qt::DescendingOrder}};
}

VehicleQuery VehicleQuery::fromJson(const QJsonObject& json)
{
    VehicleQuery query;
    query.filter = vehicleFilterFromJson(json.value("filter"_L1).toObject());
    query.sort = vehicleSortFromCode(json.value("sort"_L1).toString()).value_or(query.sort);
    if (const QJsonValue descending = json.value("descending"_L1); descending.isBool())
        query.direction = descending.toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    return query;
}

}  // namespace Forecourt
