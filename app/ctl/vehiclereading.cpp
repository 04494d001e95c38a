// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/lookup.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclereport.h"
#include "app/ctl/vehiclevalues.h"
#include "models/vehicle/vehiclelister.h"
#include "models/vehicle/vehiclerepository.h"

#include <QCoreApplication>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct VehicleReading {
    Q_DECLARE_TR_FUNCTIONS(VehicleReading)

public:
    static Expected<VehicleQuery> query(const Arguments& arguments, const VehicleValues& values);
    static Expected<Outcome> list(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> show(Session& session, const Arguments& arguments, Output& output);
};

Expected<VehicleQuery> VehicleReading::query(const Arguments& arguments, const VehicleValues& values)
{
    VehicleQuery query;
    query.sort = VehicleSort::StockNumber;
    query.filter.text = arguments.value(u"filter"_s);
    query.filter.makes = arguments.values(u"make"_s);
    for (const QString& code : arguments.values(u"phase"_s)) {
        const auto phase = phaseFromCode(code);
        if (!phase)
            return fail(ErrorCode::PhaseUnknown, {}, code);
        query.filter.phases << *phase;
    }
    for (const QString& code : arguments.values(u"location"_s)) {
        const auto location = values.locationByCode(code);
        if (!location)
            return fail(ErrorCode::LocationUnknown, {}, code);
        query.filter.locations << *location;
    }
    if (arguments.isSet(u"sort"_s)) {
        const auto sort = vehicleSortFromCode(arguments.value(u"sort"_s));
        if (!sort)
            return fail(ErrorCode::InvalidInput, u"--sort "_s + arguments.value(u"sort"_s));
        query.sort = *sort;
    }
    query.direction = arguments.isSet(u"descending"_s) ? Qt::DescendingOrder : Qt::AscendingOrder;
    return query;
}

Expected<Outcome> VehicleReading::list(Session& session, const Arguments& arguments, Output& output)
{
    struct Found {
        std::vector<VehicleSummary> vehicles;
        size_t total = 0;
    };
    bool number = true;
    const size_t limit = arguments.isSet(u"limit"_s) ? arguments.value(u"limit"_s).toUInt(&number) : SIZE_MAX;
    if (!number)
        return fail(ErrorCode::InvalidInput, u"--limit "_s + arguments.value(u"limit"_s));
    const UtcMs now = session.store().clock().now();
    const auto found = session.read([&](Connection& connection) -> Expected<Found> {
        const auto values = VehicleValues::read(connection);
        if (!values)
            return fail(values.error());
        const auto query = VehicleReading::query(arguments, *values);
        if (!query)
            return fail(query.error());
        const auto rids = VehicleLister().list(connection, *query, now);
        if (!rids)
            return fail(rids.error());
        const std::vector<qint64> wanted(rids->begin(),
                                         rids->begin() + static_cast<qsizetype>(std::min(limit, rids->size())));
        auto vehicles = VehicleRepository::summaries(connection, wanted);
        if (!vehicles)
            return fail(vehicles.error());
        return Found{std::move(*vehicles), rids->size()};
    });
    if (!found)
        return fail(found.error());

    VehicleReport::list(output, found->vehicles, static_cast<int>(found->total));
    return Outcome::Done;
}

Expected<Outcome> VehicleReading::show(Session& session, const Arguments& arguments, Output& output)
{
    return session.read([&](Connection& connection) -> Expected<Outcome> {
        const auto id = Lookup::vehicle(connection, arguments.words.first());
        if (!id)
            return fail(id.error());
        const auto vehicle = VehicleRepository::find(connection, *id);
        if (!vehicle)
            return fail(vehicle.error());
        const auto values = VehicleValues::read(connection);
        if (!values)
            return fail(values.error());
        VehicleReport::one(output, *vehicle, *values);
        return Outcome::Done;
    });
}

}  // namespace

std::vector<Command> vehicleReadingCommands()
{
    Command list{{u"vehicle"_s, u"list"_s}, VehicleReading::tr("Lists vehicles."), {}, 0, 0};
    list.options = {
        {u"filter"_s, VehicleReading::tr("Words that a vehicle must have, as in the search field."), u"TEXT"_s},
        {u"phase"_s, VehicleReading::tr("Only this phase; may be given more than once."), u"PHASE"_s},
        {u"location"_s, VehicleReading::tr("Only this site, such as MTL; may be given more than once."), u"CODE"_s},
        {u"make"_s, VehicleReading::tr("Only this make; may be given more than once."), u"MAKE"_s},
        {u"sort"_s, VehicleReading::tr("Order: stock_number, name, year, asking, days_in_phase, …"), u"ORDER"_s},
        {u"descending"_s, VehicleReading::tr("Turns the order round.")},
        {u"limit"_s, VehicleReading::tr("At most this many."), u"N"_s},
    };
    list.run = VehicleReading::list;

    Command show{{u"vehicle"_s, u"show"_s}, VehicleReading::tr("Shows all fields of one vehicle."), u"STOCK"_s, 1, 1};
    show.run = VehicleReading::show;
    return {list, show};
}

}  // namespace Forecourt
