// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/lookup.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclereport.h"
#include "models/vehicle/vehiclecommands.h"
#include "models/vehicle/vehiclerepository.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct VehicleEditing {
    Q_DECLARE_TR_FUNCTIONS(VehicleEditing)

public:
    static Expected<Outcome> add(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> set(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> remove(Session& session, const Arguments& arguments, Output& output);

private:
    /// Shows the vehicle as it is now.
    static Expected<Outcome> present(Session& session, VehicleId id, Output& output);
};

Expected<Outcome> VehicleEditing::present(Session& session, VehicleId id, Output& output)
{
    return session.read([&](Connection& connection) -> Expected<Outcome> {
        const auto vehicle = VehicleRepository::find(connection, id);
        if (!vehicle)
            return fail(vehicle.error());
        const auto values = VehicleValues::read(connection);
        if (!values)
            return fail(values.error());
        VehicleReport::one(output, *vehicle, *values);
        return Outcome::Done;
    });
}

Expected<Outcome> VehicleEditing::add(Session& session, const Arguments& arguments, Output& output)
{
    const auto values = session.read([](Connection& connection) { return VehicleValues::read(connection); });
    if (!values)
        return fail(values.error());
    const auto edits = values->parseAll(arguments.words);
    if (!edits)
        return fail(edits.error());

    AddVehicle command;
    command.vehicle.id = VehicleId::create();
    for (auto edit = edits->begin(); edit != edits->end(); ++edit)
        setVehicleValue(command.vehicle, edit.key(), edit.value());
    command.allowDuplicateVin = arguments.isSet(u"same-vin"_s);
    if (const auto done = session.run(command); !done)
        return fail(done.error());
    output.message(tr("Added %1.").arg(command.vehicle.stockNumber));
    return present(session, command.vehicle.id, output);
}

Expected<Outcome> VehicleEditing::set(Session& session, const Arguments& arguments, Output& output)
{
    const auto found = session.read([&](Connection& connection) -> Expected<EditVehicle> {
        const auto id = Lookup::vehicle(connection, arguments.words.first());
        if (!id)
            return fail(id.error());
        const auto values = VehicleValues::read(connection);
        if (!values)
            return fail(values.error());
        const auto edits = values->parseAll(arguments.words.mid(1));
        if (!edits)
            return fail(edits.error());
        return EditVehicle{*id, *edits, arguments.isSet(u"same-vin"_s)};
    });
    if (!found)
        return fail(found.error());
    const auto done = session.run(*found);
    if (!done)
        return fail(done.error());
    output.message(done->undo.isEmpty() ? tr("Nothing differs.") : tr("Changed."));
    return present(session, found->id, output);
}

Expected<Outcome> VehicleEditing::remove(Session& session, const Arguments& arguments, Output& output)
{
    const auto command = session.read([&](Connection& connection) -> Expected<RemoveVehicles> {
        RemoveVehicles named;
        for (const QString& word : arguments.words) {
            const auto id = Lookup::vehicle(connection, word);
            if (!id)
                return fail(id.error());
            named.ids << *id;
        }
        return named;
    });
    if (!command)
        return fail(command.error());
    if (const auto done = session.run(*command); !done)
        return fail(done.error());
    const auto count = static_cast<int>(command->ids.size());
    QJsonArray removed;
    for (const VehicleId id : command->ids)
        removed.append(id.toString());
    output.document({{u"removed"_s, removed}});
    output.message(tr("Removed %n vehicle(s).", nullptr, count));
    return Outcome::Done;
}

}  // namespace

std::vector<Command> vehicleEditingCommands()
{
    QString fields = VehicleEditing::tr("Fields:");
    for (const VehicleField field : AllVehicleFields)
        fields += u' ' + vehicleFieldCode(field);
    const QCommandLineOption sameVin(u"same-vin"_s, VehicleEditing::tr("Even though another vehicle has this VIN."));

    Command add{{u"vehicle"_s, u"add"_s}, VehicleEditing::tr("Adds a vehicle."), u"FIELD=VALUE…"_s, 1, Command::Any};
    add.details = fields;
    add.options = {sameVin};
    add.makesStore = true;
    add.run = VehicleEditing::add;

    Command set{{u"vehicle"_s, u"set"_s},
                VehicleEditing::tr("Changes fields of a vehicle; an empty value clears one."),
                u"STOCK FIELD=VALUE…"_s,
                2,
                Command::Any};
    set.details = fields;
    set.options = {sameVin};
    set.run = VehicleEditing::set;

    Command remove{
        {u"vehicle"_s, u"remove"_s}, VehicleEditing::tr("Takes vehicles off the books."), u"STOCK…"_s, 1, Command::Any};
    remove.run = VehicleEditing::remove;
    return {add, set, remove};
}

}  // namespace Forecourt
