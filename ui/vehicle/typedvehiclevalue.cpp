// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/typedvehiclevalue.h"

#include "ui/vehicle/vehiclewords.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Digits of a number typed with blanks, commas or a unit: "84,210 km".
QString bareNumber(const QString& text)
{
    QString digits = text;
    digits.remove(u"km"_s, Qt::CaseInsensitive);
    for (const QChar mark : {u' ', u'\u00a0', u'\u202f', u',', u'.', u'\''})
        digits.remove(mark);
    return digits;
}

ErrorCode unreadableNumber(VehicleField field)
{
    return field == VehicleField::Year       ? ErrorCode::YearOutOfRange
           : field == VehicleField::Odometer ? ErrorCode::OdometerOutOfRange
                                             : ErrorCode::InvalidInput;
}

}  // namespace

Expected<QVariant> typedVehicleValue(VehicleField field, const QString& text, Currency fallback)
{
    if (text.isEmpty())
        return QVariant();
    switch (field) {
    case VehicleField::Asking:
    case VehicleField::Cost: {
        const auto money = Money::parse(text, fallback);
        if (!money)
            return fail(money.error());
        return QVariant::fromValue(*money);
    }
    case VehicleField::Year:
    case VehicleField::Doors:
    case VehicleField::Seats:
    case VehicleField::Odometer: {
        bool ok = false;
        const qlonglong number = bareNumber(text).toLongLong(&ok);
        if (!ok)
            return fail(unreadableNumber(field), VehicleWords::fieldName(field), text);
        return QVariant(number);
    }
    default: return QVariant(text);
    }
}

}  // namespace Forecourt
