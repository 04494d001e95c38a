// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehiclerules.h"

#include "models/vin/vin.h"

#include <QDate>

#include <algorithm>

namespace Forecourt {

namespace {

Error ruleError(ErrorCode code, const QString& detail)
{
    return Error{code, {}, detail};
}

int newestYear(UtcMs now)
{
    return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date().year() + 1;
}

/// What is wrong with one value; nothing when it is fine.
std::optional<VehicleIssue> vehicleIssueOf(VehicleField field, const QVariant& value, UtcMs now)
{
    using enum VehicleIssue::Severity;
    switch (field) {
    case VehicleField::StockNumber:
        if (value.toString().trimmed().isEmpty())
            return VehicleIssue{Error, field, ruleError(ErrorCode::StockNumberMissing, {})};
        break;
    case VehicleField::Vin: {
        const QString vin = normaliseVin(value.toString());
        if (vin.isEmpty())
            break;
        const VinCheck check = checkVin(vin);
        if (!check.isOk() && check.error)
            return VehicleIssue{check.isError() ? Error : Warning, field, *check.error};
        break;
    }
    case VehicleField::Year: {
        const qlonglong year = value.toLongLong();
        if (value.isValid() && (year < OldestYear || year > newestYear(now)))
            return VehicleIssue{Error, field, ruleError(ErrorCode::YearOutOfRange, QString::number(year))};
        break;
    }
    case VehicleField::Odometer: {
        const qlonglong km = value.toLongLong();
        if (value.isValid() && (km < 0 || km > LargestOdometerKm))
            return VehicleIssue{Error, field, ruleError(ErrorCode::OdometerOutOfRange, QString::number(km))};
        break;
    }
    case VehicleField::Asking:
    case VehicleField::Cost:
        if (value.isValid() && value.value<Money>().minor < 0)
            return VehicleIssue{Error, field, ruleError(ErrorCode::PriceNegative, value.value<Money>().toString())};
        break;
    case VehicleField::Doors:
    case VehicleField::Seats: {
        // A coach has about a hundred seats; beyond that a digit slipped in.
        const qlonglong number = value.toLongLong();
        if (value.isValid() && (number < 0 || number > 120))
            return VehicleIssue{Error, field, ruleError(ErrorCode::NumberUnreadable, QString::number(number))};
        break;
    }
    default: break;
    }
    return std::nullopt;
}

}  // namespace

std::vector<VehicleIssue> vehicleIssues(const Vehicle& vehicle, UtcMs now)
{
    std::vector<VehicleIssue> issues;
    for (VehicleField field : AllVehicleFields)
        if (auto issue = vehicleIssueOf(field, vehicleValue(vehicle, field), now))
            issues.push_back(std::move(*issue));
    return issues;
}

std::vector<VehicleIssue> vehicleIssues(const VehicleEdits& edits, UtcMs now)
{
    std::vector<VehicleIssue> issues;
    for (auto edit = edits.begin(); edit != edits.end(); ++edit)
        if (auto issue = vehicleIssueOf(edit.key(), edit.value(), now))
            issues.push_back(std::move(*issue));
    return issues;
}

const VehicleIssue* firstError(const std::vector<VehicleIssue>& issues)
{
    const auto found = std::ranges::find(issues, VehicleIssue::Severity::Error, &VehicleIssue::severity);
    return found == issues.end() ? nullptr : &*found;
}

}  // namespace Forecourt
