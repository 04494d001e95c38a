// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleimport.h"

#include "models/vehicle/csvreader.h"
#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehicleimportplanner.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int PreviewRows = 20;
// About a tenth of a second of the writer's time: other edits get their turn in between.
constexpr size_t ImportBatch = 250;

/// An open file with what is needed to read it, its header behind it.
struct ImportFile {
    std::unique_ptr<QFile> file;
    CsvEncoding encoding = CsvEncoding::Utf8;
    QChar delimiter;
    std::unique_ptr<CsvReader> reader;
    QStringList headers;
};

Expected<ImportFile> openImportFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    ImportFile opened;
    opened.file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !opened.file->open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, name, opened.file->errorString());
    const auto encoding = detectCsvEncoding(*opened.file, name);
    if (!encoding)
        return fail(encoding.error());
    opened.encoding = *encoding;
    opened.delimiter = CsvReader::detectDelimiter(*opened.file, *encoding);
    opened.reader = std::make_unique<CsvReader>(*opened.file, *encoding, opened.delimiter);
    const auto header = opened.reader->next();
    if (!header)
        return fail(ErrorCode::CsvNoHeader, name);
    if (header->isBroken)
        return fail(ErrorCode::CsvShape, name);
    opened.headers = header->cells;
    return opened;
}

Expected<VehicleCsvPreview> previewFile(const QString& path)
{
    auto opened = openImportFile(path);
    if (!opened)
        return fail(opened.error());
    VehicleCsvPreview preview;
    preview.encoding = csvEncodingName(opened->encoding);
    preview.delimiter = opened->delimiter;
    preview.headers = opened->headers;
    preview.mapping = guessVehicleCsvMapping(opened->headers);
    // A table whose first line already is a vehicle has no header.
    const bool namesNothing =
        std::ranges::none_of(preview.mapping, [](const auto& target) { return target.has_value(); });
    if (namesNothing && std::ranges::any_of(opened->headers, [](const QString& cell) {
            return !cell.isEmpty() && cell.front().isDigit();
        }))
        return fail(ErrorCode::CsvNoHeader, QFileInfo(path).fileName());
    while (preview.rows.size() < PreviewRows) {
        auto record = opened->reader->next();
        if (!record)
            break;
        if (!record->isBroken)
            preview.rows.push_back(std::move(record->cells));
    }
    return preview;
}

void countLine(VehicleImportPlan& plan, VehicleImportLine::Kind kind)
{
    switch (kind) {
    case VehicleImportLine::Kind::Create: ++plan.creates; break;
    case VehicleImportLine::Kind::Update: ++plan.updates; break;
    case VehicleImportLine::Kind::Unchanged: ++plan.unchanged; break;
    case VehicleImportLine::Kind::Skipped: ++plan.skipped; break;
    }
}

Expected<VehicleImportPlan> planImport(Connection& connection, const QString& path, VehicleCsvMapping mapping,
                                       UtcMs now, VehicleImportControl& control)
{
    auto opened = openImportFile(path);
    if (!opened)
        return fail(opened.error());
    auto values = VehicleCsvValues::read(connection);
    if (!values)
        return fail(values.error());
    mapping.resize(static_cast<size_t>(opened->headers.size()));
    VehicleImportPlanner planner(connection, std::move(*values), std::move(mapping), now);
    VehicleImportPlan plan;
    while (const auto record = opened->reader->next()) {
        if (control.cancelled)
            return fail(ErrorCode::Cancelled);
        auto line = planner.plan(*record);
        if (!line)
            return fail(line.error());
        countLine(plan, line->kind);
        plan.lines.push_back(std::move(*line));
        ++control.done;
    }
    return plan;
}

Expected<void> storeImportLine(EditTransaction& transaction, const VehicleImportLine& line)
{
    if (line.kind == VehicleImportLine::Kind::Update)
        return EditVehicle{line.id, line.edits, false}.apply(transaction);
    Vehicle vehicle;
    vehicle.id = line.id;
    for (auto edit = line.edits.begin(); edit != line.edits.end(); ++edit)
        setVehicleValue(vehicle, edit.key(), edit.value());
    return AddVehicle{vehicle, false}.apply(transaction);
}

/// Whether a line that fails so is to blame itself, and the others can go on.
bool concernsOneLine(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreUnreadable:
    case ErrorCode::QueryFailed:
    case ErrorCode::Cancelled: return false;
    default: return true;
    }
}

Expected<VehicleImportResult> storePlan(Journal& journal, const VehicleImportPlan& plan, VehicleImportControl& control)
{
    std::vector<const VehicleImportLine*> lines;
    for (const VehicleImportLine& line : plan.lines)
        if (line.kind == VehicleImportLine::Kind::Create || line.kind == VehicleImportLine::Kind::Update)
            lines.push_back(&line);
    control.done = 0;
    control.total = static_cast<int>(lines.size());

    VehicleImportResult result;
    for (size_t from = 0; from < lines.size(); from += ImportBatch) {
        if (control.cancelled) {
            result.cancelled = true;
            break;
        }
        const std::vector batch(
            lines.begin() + static_cast<std::ptrdiff_t>(from),
            lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), from + ImportBatch)));
        VehicleImportResult part;
        auto outcome = journal
                           .edit([&batch, &part](EditTransaction& transaction) -> Expected<void> {
                               for (const VehicleImportLine* line : batch) {
                                   auto stored = storeImportLine(transaction, *line);
                                   if (!stored && !concernsOneLine(stored.error().code))
                                       return stored;
                                   if (!stored) {
                                       part.skipped.push_back(*line);
                                       part.skipped.back().kind = VehicleImportLine::Kind::Skipped;
                                       part.skipped.back().error = stored.error();
                                   } else {
                                       ++(line->kind == VehicleImportLine::Kind::Create ? part.created : part.updated);
                                   }
                               }
                               return {};
                           })
                           .result();
        if (!outcome) {
            if (from == 0)
                return fail(outcome.error());
            result.error = outcome.error();
            break;
        }
        result.created += part.created;
        result.updated += part.updated;
        std::ranges::move(part.skipped, std::back_inserter(result.skipped));
        std::ranges::move(outcome->undo.rows, std::back_inserter(result.undo.rows));
        control.done += static_cast<int>(batch.size());
    }
    return result;
}

std::shared_ptr<VehicleImportControl> controlOrNew(std::shared_ptr<VehicleImportControl> control)
{
    return control ? std::move(control) : std::make_shared<VehicleImportControl>();
}

}  // namespace

QFuture<Expected<VehicleCsvPreview>> VehicleImport::preview(const QString& file)
{
    return QtConcurrent::run(previewFile, file);
}

QFuture<Expected<VehicleImportPlan>> VehicleImport::dryRun(Store& store, const QString& file,
                                                           const VehicleCsvMapping& mapping,
                                                           std::shared_ptr<VehicleImportControl> control)
{
    return store.read([file, mapping, now = store.clock().now(), control = controlOrNew(std::move(control))](
                          Connection& connection) { return planImport(connection, file, mapping, now, *control); });
}

QFuture<Expected<VehicleImportResult>> VehicleImport::run(Journal& journal, VehicleImportPlan plan,
                                                          std::shared_ptr<VehicleImportControl> control)
{
    return QtConcurrent::run([&journal, plan = std::move(plan), control = controlOrNew(std::move(control))] {
        return storePlan(journal, plan, *control);
    });
}

}  // namespace Forecourt
