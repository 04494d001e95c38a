// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclecolumnvalues.h"

#include "models/base/money.h"
#include "models/vehicle/phase.h"
#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclerules.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

template <class Id>
QVariant idOfColumn(const QVariant& value)
{
    const Id id(Uuid::fromBytes(value.toByteArray()));
    return id.isNull() ? QVariant() : QVariant::fromValue(id);
}

}  // namespace

std::optional<VehicleField> vehicleFieldOfColumn(const QString& column)
{
    if (column == "asking_minor"_L1)
        return VehicleField::Asking;
    if (column == "cost_minor"_L1)
        return VehicleField::Cost;
    if (column == "odometer_km"_L1)
        return VehicleField::Odometer;
    if (column == "acquired_at"_L1)
        return VehicleField::AcquiredAt;
    QString code = column;
    if (code.endsWith("_id"_L1))
        code.chop(3);
    return vehicleFieldFromCode(code);
}

VehicleEdits vehicleEditsOfColumns(const Fields& columns)
{
    VehicleEdits edits;
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        const auto field = vehicleFieldOfColumn(it.key());
        if (!field)
            continue;
        const QVariant& value = it.value();
        switch (*field) {
        case VehicleField::Asking:
        case VehicleField::Cost: {
            const QString pair = *field == VehicleField::Asking ? u"asking_currency"_s : u"cost_currency"_s;
            const auto currency = currencyFromCode(columns.value(pair).toString());
            if (value.isNull())
                edits.insert(*field, QVariant());
            else if (currency)
                edits.insert(*field, QVariant::fromValue(Money{value.toLongLong(), *currency}));
            break;
        }
        case VehicleField::Phase: edits.insert(*field, QVariant::fromValue(static_cast<Phase>(value.toInt()))); break;
        case VehicleField::Location: edits.insert(*field, idOfColumn<LocationId>(value)); break;
        case VehicleField::Owner: edits.insert(*field, idOfColumn<UserId>(value)); break;
        case VehicleField::PrimaryPhoto: edits.insert(*field, idOfColumn<PhotoId>(value)); break;
        default: edits.insert(*field, value.isNull() ? QVariant() : value);
        }
    }
    return edits;
}

Expected<Fields> vehicleChosenColumns(VehicleField field, const QVariant& value, UtcMs now)
{
    const VehicleEdits edits{{field, value}};
    const auto issues = vehicleIssues(edits, now);
    if (const VehicleIssue* issue = firstError(issues))
        return fail(issue->error);
    Fields columns = vehicleColumns(edits);
    if (field == VehicleField::Phase)
        columns.insert(u"phase_since_at"_s, qlonglong(now));
    return columns;
}

}  // namespace Forecourt
