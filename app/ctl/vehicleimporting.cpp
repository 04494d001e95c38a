// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "models/base/errortext.h"
#include "models/vehicle/vehicleimport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct VehicleImporting {
    Q_DECLARE_TR_FUNCTIONS(VehicleImporting)

public:
    static Expected<Outcome> run(Session& session, const Arguments& arguments, Output& output);

private:
    static QJsonArray skippedToJson(const std::vector<VehicleImportLine>& lines);
    static void tellSkipped(const std::vector<VehicleImportLine>& lines, Output& output);
};

std::vector<VehicleImportLine> skippedLines(const VehicleImportPlan& plan)
{
    std::vector<VehicleImportLine> skipped;
    for (const VehicleImportLine& line : plan.lines)
        if (line.kind == VehicleImportLine::Kind::Skipped)
            skipped.push_back(line);
    return skipped;
}

QJsonArray VehicleImporting::skippedToJson(const std::vector<VehicleImportLine>& lines)
{
    QJsonArray array;
    for (const VehicleImportLine& line : lines) {
        QJsonObject object = Output::toJson(line.error);
        object.insert(u"line"_s, line.line);
        object.insert(u"stock_number"_s, line.stockNumber);
        array.append(object);
    }
    return array;
}

void VehicleImporting::tellSkipped(const std::vector<VehicleImportLine>& lines, Output& output)
{
    for (const VehicleImportLine& line : lines)
        output.message(tr("Line %1 skipped: %2").arg(line.line).arg(ErrorText::full(line.error)));
}

Expected<Outcome> VehicleImporting::run(Session& session, const Arguments& arguments, Output& output)
{
    const QString file = arguments.words.first();
    const auto preview = VehicleImport::preview(file).takeResult();
    if (!preview)
        return fail(preview.error());
    auto plan = VehicleImport::dryRun(session.store(), file, preview->mapping).takeResult();
    if (!plan)
        return fail(plan.error());

    std::vector<VehicleImportLine> skipped = skippedLines(*plan);
    int created = plan->creates;
    int updated = plan->updates;
    const int unchanged = plan->unchanged;
    const bool dry = arguments.isSet(u"dry-run"_s);
    if (!dry) {
        const auto result = VehicleImport::run(session.journal(), std::move(*plan)).takeResult();
        if (!result)
            return fail(result.error());
        created = result->created;
        updated = result->updated;
        skipped.insert(skipped.end(), result->skipped.begin(), result->skipped.end());
    }

    tellSkipped(skipped, output);
    output.document({{u"dry_run"_s, dry},
                     {u"created"_s, created},
                     {u"updated"_s, updated},
                     {u"unchanged"_s, unchanged},
                     {u"skipped"_s, skippedToJson(skipped)}});
    output.line(tr("%1 created, %2 updated, %3 unchanged, %4 skipped")
                    .arg(created)
                    .arg(updated)
                    .arg(unchanged)
                    .arg(skipped.size()));
    return skipped.empty() ? Outcome::Done : Outcome::Partly;
}

}  // namespace

std::vector<Command> vehicleImportCommands()
{
    Command import{{u"vehicle"_s, u"import"_s},
                   VehicleImporting::tr("Reads vehicles from a comma separated file."),
                   u"FILE.csv"_s,
                   1,
                   1};
    import.details = VehicleImporting::tr(
        "The first line names the columns, in English or French. Vehicles are recognised by VIN, else by stock number; "
        "a line that cannot be used is skipped with the reason.");
    import.options = {{ u"dry-run"_s, VehicleImporting::tr("Tells what would happen, and changes nothing.") }};
    import.makesStore = true;
    import.run = VehicleImporting::run;
    return {import};
}

}  // namespace Forecourt
