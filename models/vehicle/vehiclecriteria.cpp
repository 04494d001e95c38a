// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclecriteria.h"

#include "models/vehicle/vehiclewords.h"
#include "models/vin/vin.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs CriteriaDayMs = 24 * 60 * 60 * 1000;

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u',');
}

template <class Number>
void addRange(std::vector<VehicleCriterion>& criteria, const QString& column, std::optional<Number> from,
              std::optional<Number> to)
{
    if (!from && !to)
        return;
    VehicleCriterion criterion;
    criterion.sql = "SELECT rid FROM vehicles WHERE _del = 0"_L1;
    if (from) {
        criterion.sql += " AND "_L1 + column + " >= ?"_L1;
        criterion.parameters += static_cast<qlonglong>(*from);
    }
    if (to) {
        criterion.sql += " AND "_L1 + column + " <= ?"_L1;
        criterion.parameters += static_cast<qlonglong>(*to);
    }
    criteria.push_back(std::move(criterion));
}

void addText(std::vector<VehicleCriterion>& criteria, const QString& text)
{
    const QString expression = vehicleSearchExpression(text);
    if (expression.isEmpty())
        return;
    const QueuedVehicleSearch queued(text);
    VehicleCriterion criterion{
        "SELECT rowid FROM vehicle_search WHERE vehicle_search MATCH ? UNION ALL "_L1 + queued.sql,
        QVariantList{expression} + queued.parameters, false};
    // A whole VIN is also found when it was typed or stored with look-alike characters.
    if (const QString key = vinKey(text); key.size() == VinSize) {
        criterion.sql += " UNION ALL SELECT rid FROM vehicles WHERE _del = 0 AND vin_key = ?"_L1;
        criterion.parameters += key;
    }
    criteria.push_back(std::move(criterion));
}

}  // namespace

QString VehicleCriterion::key() const
{
    QString key = sql;
    for (const QVariant& parameter : parameters) {
        key += u'\n';
        key += parameter.typeId() == QMetaType::QByteArray ? QString::fromLatin1(parameter.toByteArray().toHex())
                                                           : parameter.toString();
    }
    return key;
}

std::vector<VehicleCriterion> vehicleCriteria(const VehicleFilter& filter, UtcMs now)
{
    std::vector<VehicleCriterion> criteria;
    if (!filter.locations.isEmpty()) {
        VehicleCriterion criterion{"SELECT rid FROM vehicles WHERE _del = 0 AND location_id IN ("_L1 +
                                       placeholders(filter.locations.size()) + u')',
                                   {}};
        for (const LocationId& location : filter.locations)
            criterion.parameters += location.toBytes();
        criteria.push_back(std::move(criterion));
    }
    if (!filter.phases.isEmpty()) {
        VehicleCriterion criterion{
            "SELECT rid FROM vehicles WHERE _del = 0 AND phase IN ("_L1 + placeholders(filter.phases.size()) + u')',
            {}};
        for (Phase phase : filter.phases)
            criterion.parameters += static_cast<qlonglong>(phase);
        criteria.push_back(std::move(criterion));
    }
    if (!filter.makes.isEmpty()) {
        VehicleCriterion criterion{
            "SELECT rid FROM vehicles WHERE _del = 0 AND make IN ("_L1 + placeholders(filter.makes.size()) + u')', {}};
        for (const QString& make : filter.makes)
            criterion.parameters += make;
        criteria.push_back(std::move(criterion));
    }
    addRange(criteria, u"year"_s, filter.yearFrom, filter.yearTo);
    if (filter.priceFrom || filter.priceTo) {
        VehicleCriterion criterion{
            u"SELECT rid FROM vehicles WHERE _del = 0 AND asking_currency = ? AND asking_minor BETWEEN ? AND ?"_s,
            {currencyCode(filter.priceCurrency), static_cast<qlonglong>(filter.priceFrom.value_or(0)),
             static_cast<qlonglong>(filter.priceTo.value_or(std::numeric_limits<qint64>::max()))}};
        criteria.push_back(std::move(criterion));
    }
    // Whole days: in its phase for at least n days means since now − n days or earlier.
    std::optional<UtcMs> since;
    std::optional<UtcMs> until;
    if (filter.daysInPhaseTo)
        since = now - (*filter.daysInPhaseTo + 1) * CriteriaDayMs + 1;
    if (filter.daysInPhaseFrom)
        until = now - *filter.daysInPhaseFrom * CriteriaDayMs;
    if (since || until) {
        addRange(criteria, u"phase_since_at"_s, since, until);
        criteria.back().keep = false;
    }
    if (!filter.owners.isEmpty()) {
        VehicleCriterion criterion{
            "SELECT rid FROM vehicles WHERE _del = 0 AND owner_id IN ("_L1 + placeholders(filter.owners.size()) + u')',
            {}};
        for (const UserId& owner : filter.owners)
            criterion.parameters += owner.toBytes();
        criteria.push_back(std::move(criterion));
    }
    if (filter.duplicatesOnly)
        criteria.push_back(
            {u"SELECT rid FROM vehicles WHERE _del = 0 AND vin_key IN (SELECT vin_key FROM vehicles "
             "WHERE _del = 0 AND vin_key <> '' GROUP BY vin_key HAVING count(*) > 1)"_s,
             {}});
    addText(criteria, filter.text);
    return criteria;
}

QString liveVehiclesSql()
{
    return u"SELECT rid FROM vehicles WHERE _del = 0"_s;
}

QString vehicleOrderSql(VehicleSort sort)
{
    switch (sort) {
    case VehicleSort::StockNumber:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND stock_number <> '' ORDER BY stock_number COLLATE NOCASE, "
               "rid"_s;
    case VehicleSort::Name:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND make <> '' ORDER BY make, model, year, rid"_s;
    case VehicleSort::Year: return u"SELECT rid FROM vehicles WHERE _del = 0 AND year IS NOT NULL ORDER BY year, rid"_s;
    case VehicleSort::Site:
        return u"SELECT v.rid FROM locations l CROSS JOIN vehicles v ON v.location_id = l.id WHERE v._del = 0 AND "
               u"l._del = 0 "
               "ORDER BY l.code, l.id, v.rid"_s;
    case VehicleSort::Phase: return u"SELECT rid FROM vehicles WHERE _del = 0 ORDER BY phase, phase_since_at, rid"_s;
    case VehicleSort::DaysInPhase:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND phase_since_at IS NOT NULL ORDER BY phase_since_at DESC, "
               "rid"_s;
    case VehicleSort::Asking:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND asking_minor IS NOT NULL ORDER BY asking_currency, "
               "asking_minor, rid"_s;
    case VehicleSort::Cost:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND cost_minor IS NOT NULL ORDER BY cost_currency, "
               u"cost_minor, "
               "rid"_s;
    case VehicleSort::Margin:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND asking_minor IS NOT NULL AND cost_minor IS NOT NULL AND "
               "asking_currency = cost_currency ORDER BY asking_currency, asking_minor - cost_minor, rid"_s;
    case VehicleSort::Photos:
        return u"SELECT v.rid FROM photo_counts c CROSS JOIN vehicles v ON v.id = c.vehicle_id WHERE v._del = 0 AND "
               u"c.count "
               u"> "
               "0 ORDER BY c.count, v.rid"_s;
    case VehicleSort::Odometer:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND odometer_km IS NOT NULL ORDER BY odometer_km, rid"_s;
    case VehicleSort::Vin: return u"SELECT rid FROM vehicles WHERE _del = 0 AND vin_key <> '' ORDER BY vin_key, rid"_s;
    case VehicleSort::Color:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND color <> '' ORDER BY color COLLATE NOCASE, rid"_s;
    case VehicleSort::Owner:
        return u"SELECT v.rid FROM vehicles v INDEXED BY vehicles_location CROSS JOIN users u ON u.id = v.owner_id "
               u"WHERE v._del = 0 AND u._del = 0 ORDER "
               "BY u.display_name COLLATE NOCASE, u.id, v.rid"_s;
    case VehicleSort::Acquired:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND acquired_at IS NOT NULL ORDER BY acquired_at, rid"_s;
    case VehicleSort::Created:
        return u"SELECT rid FROM vehicles WHERE _del = 0 AND created_at IS NOT NULL ORDER BY created_at, rid"_s;
    }
    Q_UNREACHABLE();
    return {};
}

}  // namespace Forecourt
