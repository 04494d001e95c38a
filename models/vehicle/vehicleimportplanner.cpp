// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleimportplanner.h"

#include "models/base/csvline.h"
#include "models/vehicle/vehiclerepository.h"
#include "models/vehicle/vehiclerules.h"
#include "models/vin/vin.h"

#include <QDateTime>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QDate importDate(const QVariant& msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs.toLongLong(), Qt::UTC).date();
}

/// Sorts issues into the line: the first error skips it, warnings stay with it.
void takeIssues(VehicleImportLine& line, const std::vector<VehicleIssue>& issues)
{
    for (const VehicleIssue& issue : issues) {
        if (issue.severity == VehicleIssue::Severity::Warning) {
            line.warnings.push_back(issue.error);
        } else if (line.kind != VehicleImportLine::Kind::Skipped) {
            line.kind = VehicleImportLine::Kind::Skipped;
            line.error = issue.error;
        }
    }
}

}  // namespace

VehicleImportPlanner::VehicleImportPlanner(Connection& connection, VehicleCsvValues values, VehicleCsvMapping mapping,
                                           UtcMs now)
    : m_connection(connection), m_values(std::move(values)), m_mapping(std::move(mapping)), m_now(now)
{
}

Expected<VehicleEdits> VehicleImportPlanner::editsOf(const QStringList& cells) const
{
    const auto cellOf = [&](VehicleField field, bool currency) {
        for (size_t column = 0; column < m_mapping.size() && static_cast<qsizetype>(column) < cells.size(); ++column)
            if (m_mapping[column] == VehicleCsvTarget{field, currency})
                return csvUnguarded(cells[static_cast<qsizetype>(column)].trimmed());
        return QString();
    };
    VehicleEdits edits;
    for (const VehicleCsvTarget& target : vehicleCsvTargets()) {
        const QString cell = cellOf(target.field, false);
        if (target.currency || cell.isEmpty())
            continue;
        Currency currency = m_values.currencyAt(edits.value(VehicleField::Location).value<LocationId>());
        if (const QString code = cellOf(target.field, true); !code.isEmpty()) {
            const auto named = currencyFromCode(code);
            if (!named)
                return fail(ErrorCode::CurrencyUnknown, {}, code);
            currency = *named;
        }
        const auto value = m_values.parse(target.field, cell, currency);
        if (!value)
            return fail(value.error());
        edits.insert(target.field, *value);
    }
    return edits;
}

Expected<std::optional<VehicleId>> VehicleImportPlanner::match(const VehicleEdits& edits) const
{
    if (const QString vin = edits.value(VehicleField::Vin).toString(); !vin.isEmpty()) {
        const auto same = VehicleRepository::duplicatesOf(m_connection, vin);
        if (!same)
            return fail(same.error());
        if (!same->empty())
            return std::optional(same->front().id);
    }
    const QString stockNumber = edits.value(VehicleField::StockNumber).toString();
    if (stockNumber.isEmpty())
        return std::optional<VehicleId>();
    return VehicleRepository::findByStockNumber(m_connection, stockNumber);
}

int VehicleImportPlanner::earlierLine(const VehicleEdits& edits, std::optional<VehicleId> id) const
{
    if (id && m_linesById.contains(*id))
        return m_linesById.value(*id);
    const QString key = vinKey(edits.value(VehicleField::Vin).toString());
    if (!key.isEmpty() && m_linesByVin.contains(key))
        return m_linesByVin.value(key);
    const QString stockNumber = edits.value(VehicleField::StockNumber).toString().toLower();
    return stockNumber.isEmpty() ? 0 : m_linesByStock.value(stockNumber);
}

void VehicleImportPlanner::remember(const VehicleImportLine& line, const VehicleEdits& edits)
{
    m_linesById.insert(line.id, line.line);
    if (const QString key = vinKey(edits.value(VehicleField::Vin).toString()); !key.isEmpty())
        m_linesByVin.insert(key, line.line);
    if (const QString stockNumber = edits.value(VehicleField::StockNumber).toString(); !stockNumber.isEmpty())
        m_linesByStock.insert(stockNumber.toLower(), line.line);
}

Expected<void> VehicleImportPlanner::planCreate(VehicleImportLine& line, const VehicleEdits& edits) const
{
    Vehicle vehicle;
    vehicle.id = VehicleId::create();
    for (auto edit = edits.begin(); edit != edits.end(); ++edit)
        setVehicleValue(vehicle, edit.key(), edit.value());
    line.kind = VehicleImportLine::Kind::Create;
    line.id = vehicle.id;
    line.name = vehicleName(vehicle);
    line.edits = edits;
    takeIssues(line, vehicleIssues(vehicle, m_now));
    return {};
}

Expected<void> VehicleImportPlanner::planUpdate(VehicleImportLine& line, const VehicleEdits& edits) const
{
    const auto before = VehicleRepository::find(m_connection, line.id);
    if (!before)
        return fail(before.error());
    Vehicle after = *before;
    for (auto edit = edits.begin(); edit != edits.end(); ++edit)
        setVehicleValue(after, edit.key(), edit.value());
    // The file's spelling of the same VIN may be the one with look-alikes: ours stays.
    if (vinKey(after.vin) == vinKey(before->vin))
        after.vin = before->vin;
    // A file holds days, the store moments.
    if (before->acquiredAt && after.acquiredAt &&
        importDate(static_cast<qlonglong>(*before->acquiredAt)) ==
            importDate(static_cast<qlonglong>(*after.acquiredAt)))
        after.acquiredAt = before->acquiredAt;
    line.name = vehicleName(after);
    line.edits = vehicleEditsBetween(*before, after);
    line.kind = line.edits.isEmpty() ? VehicleImportLine::Kind::Unchanged : VehicleImportLine::Kind::Update;
    takeIssues(line, vehicleIssues(line.edits, m_now));
    if (!line.edits.contains(VehicleField::StockNumber))
        return {};
    const auto holder = VehicleRepository::findByStockNumber(m_connection, after.stockNumber);
    if (!holder)
        return fail(holder.error());
    if (*holder && **holder != line.id)
        line.warnings.push_back({ErrorCode::StockNumberDuplicate, after.stockNumber, {}});
    return {};
}

Expected<VehicleImportLine> VehicleImportPlanner::plan(const CsvRecord& record)
{
    VehicleImportLine line;
    line.line = record.line;
    if (record.isBroken) {
        line.error = {ErrorCode::CsvQuote, {}, {}};
        return line;
    }
    QStringList cells = record.cells;
    const auto columns = static_cast<qsizetype>(m_mapping.size());
    while (cells.size() > columns && cells.back().isEmpty())
        cells.removeLast();
    if (cells.size() != columns) {
        line.error = {ErrorCode::CsvCells, {}, u"%1 / %2"_s.arg(cells.size()).arg(columns)};
        return line;
    }
    const auto edits = editsOf(cells);
    if (!edits) {
        line.error = edits.error();
        return line;
    }
    line.stockNumber = edits->value(VehicleField::StockNumber).toString();
    const auto known = match(*edits);
    if (!known)
        return fail(known.error());
    if (const int earlier = earlierLine(*edits, *known); earlier > 0) {
        line.error = {ErrorCode::CsvRepeated, line.stockNumber, QString::number(earlier)};
        return line;
    }
    if (*known) {
        line.id = **known;
        FC_TRY(planUpdate(line, *edits));
    } else {
        FC_TRY(planCreate(line, *edits));
    }
    if (line.kind == VehicleImportLine::Kind::Skipped) {
        line.id = {};
        line.edits.clear();
    } else {
        remember(line, *edits);
    }
    return line;
}

}  // namespace Forecourt
