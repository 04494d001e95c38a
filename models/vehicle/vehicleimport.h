// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/journal.h"
#include "models/vehicle/vehiclecsvcolumns.h"

#include <QFuture>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Forecourt {

/// First look at a file: enough to show the mapping page.
struct VehicleCsvPreview {
    QString encoding;  ///< "UTF-8", "UTF-16", "Windows-1252"
    QChar delimiter;
    QStringList headers;
    std::vector<QStringList> rows;  ///< the first ones, at most 20
    VehicleCsvMapping mapping;      ///< guessed
};

/// What happens, or would happen, to one line of the file.
struct VehicleImportLine {
    enum class Kind { Create, Update, Unchanged, Skipped };
    int line = 0;  ///< line of the file where the record begins, from 1; the header is line 1
    Kind kind = Kind::Skipped;
    VehicleId id;         ///< of the vehicle that is created or updated; null when skipped
    QString stockNumber;  ///< as the file has it
    QString name;         ///< "2019 Toyota RAV4"
    VehicleEdits edits;   ///< values that are new
    Error error;          ///< of a skipped line: why
    std::vector<Error> warnings;
};

/// Result of the dry run: what the import would do, line by line.
struct VehicleImportPlan {
    std::vector<VehicleImportLine> lines;
    int creates = 0;
    int updates = 0;
    int unchanged = 0;
    int skipped = 0;
};

/// What a finished or cancelled import has done.
struct VehicleImportResult {
    UndoStep undo;  ///< of all batches together
    int created = 0;
    int updated = 0;
    std::optional<Error> error;              ///< why the rest could not be stored
    bool cancelled = false;                  ///< the rest was not imported
    std::vector<VehicleImportLine> skipped;  ///< lines of the plan that could not be stored after all
};

/// Shared with a running job: to follow and to stop it. Thread-safe.
struct VehicleImportControl {
    std::atomic<bool> cancelled = false;
    std::atomic<int> done = 0;   ///< lines read, or stored
    std::atomic<int> total = 0;  ///< lines to store; 0 while reading: the number is not known
};

/// Vehicles from a comma separated file: look, map, dry run, run. Everything runs off the caller's thread.
namespace VehicleImport {

/// Errors: FileUnreadable, FileEmpty, CsvEncoding, CsvNoHeader, CsvShape.
QFuture<Expected<VehicleCsvPreview>> preview(const QString& file);

/// Reads the whole file and compares it with the store. Vehicles are recognised by VIN (look-alike characters
/// ignored), else by stock number. An empty cell leaves the field alone. A broken line is skipped with the reason and
/// never stops the rest. Errors: as preview(), Cancelled, those of Connection::run.
QFuture<Expected<VehicleImportPlan>> dryRun(Store& store, const QString& file, const VehicleCsvMapping& mapping,
                                            std::shared_ptr<VehicleImportControl> control = {});

/// Stores a plan in batches, so that other edits get their turn; together they are one undo step. When it is
/// cancelled or fails, what was stored stays and can be undone with the result's step.
/// `journal` must outlive the run. Errors: those of Journal::edit, when the first batch fails.
QFuture<Expected<VehicleImportResult>> run(Journal& journal, VehicleImportPlan plan,
                                           std::shared_ptr<VehicleImportControl> control = {});

}  // namespace VehicleImport

}  // namespace Forecourt
