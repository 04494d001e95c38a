// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclereport.h"
#include "models/vehicle/vehiclerepository.h"

#include <QCoreApplication>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int SearchHits = 50;

struct Searching {
    Q_DECLARE_TR_FUNCTIONS(Searching)

public:
    static Expected<Outcome> run(Session& session, const Arguments& arguments, Output& output);
};

Expected<Outcome> Searching::run(Session& session, const Arguments& arguments, Output& output)
{
    const auto hits = session.read([&](Connection& connection) {
        return VehicleRepository::search(connection, arguments.words.join(u' '), SearchHits);
    });
    if (!hits)
        return fail(hits.error());
    VehicleReport::list(output, *hits, static_cast<int>(hits->size()));
    return Outcome::Done;
}

}  // namespace

std::vector<Command> searchCommands()
{
    Command search{{u"search"_s},
                   Searching::tr("Finds vehicles by stock number, VIN or its last 6, make, model, year …"),
                   u"TEXT"_s,
                   1,
                   Command::Any};
    search.run = Searching::run;
    return {search};
}

}  // namespace Forecourt
