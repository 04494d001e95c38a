// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/csvreader.h"
#include "models/vehicle/vehiclecsvvalues.h"
#include "models/vehicle/vehicleimport.h"

#include <QHash>

namespace Forecourt {

/// Decides line by line what an import would do. One planner per file: it remembers the lines before.
class VehicleImportPlanner {
public:
    VehicleImportPlanner(Connection& connection, VehicleCsvValues values, VehicleCsvMapping mapping, UtcMs now);

    /// Errors only for what stops everything: those of Connection::run.
    Expected<VehicleImportLine> plan(const CsvRecord& record);

private:
    Expected<VehicleEdits> editsOf(const QStringList& cells) const;
    Expected<std::optional<VehicleId>> match(const VehicleEdits& edits) const;
    /// The line before that is about the same vehicle; 0: none.
    int earlierLine(const VehicleEdits& edits, std::optional<VehicleId> id) const;
    void remember(const VehicleImportLine& line, const VehicleEdits& edits);
    Expected<void> planCreate(VehicleImportLine& line, const VehicleEdits& edits) const;
    Expected<void> planUpdate(VehicleImportLine& line, const VehicleEdits& edits) const;

    Connection& m_connection;
    VehicleCsvValues m_values;
    VehicleCsvMapping m_mapping;
    UtcMs m_now;
    QHash<QString, int> m_linesByVin;
    QHash<QString, int> m_linesByStock;
    QHash<VehicleId, int> m_linesById;
};

}  // namespace Forecourt
