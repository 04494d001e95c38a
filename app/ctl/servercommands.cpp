// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclevalues.h"

#include <QCoreApplication>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct ServerCommands {
    Q_DECLARE_TR_FUNCTIONS(ServerCommands)

public:
    static Expected<Outcome> status(Session& session, const Arguments& arguments, Output& output);
};

Expected<Outcome> ServerCommands::status(Session& session, const Arguments&, Output& output)
{
    const auto identity = session.journal().identity().takeResult();
    if (!identity)
        return fail(identity.error());
    const auto counts = session.journal().counts().takeResult();
    if (!counts)
        return fail(counts.error());
    const auto values = session.read([](Connection& connection) { return VehicleValues::read(connection); });
    if (!values)
        return fail(values.error());

    const QString login = values->login(identity->user);
    output.document({{u"store"_s, session.store().directory()},
                     {u"joined"_s, identity->device != 0},
                     {u"user"_s, login},
                     {u"device"_s, static_cast<qint64>(identity->device)},
                     {u"cursor"_s, identity->cursor},
                     {u"waiting"_s, counts->waiting},
                     {u"refused"_s, counts->rejected},
                     {u"conflicts"_s, counts->conflicts},
                     {u"files_to_send"_s, counts->blobsToSend},
                     {u"bytes_to_send"_s, counts->bytesToSend},
                     {u"files_to_fetch"_s, counts->blobsToFetch},
                     {u"bytes_to_fetch"_s, counts->bytesToFetch}});
    output.line(tr("Store: %1").arg(session.store().directory()));
    output.line(identity->device == 0 ? tr("Never joined to a server") : tr("Signed in as %1").arg(login));
    output.line(tr("%n change(s) waiting", nullptr, counts->waiting));
    output.line(tr("%n change(s) not accepted", nullptr, counts->rejected));
    output.line(tr("%n conflict(s) to review", nullptr, counts->conflicts));
    output.line(tr("%n file(s) to send", nullptr, counts->blobsToSend));
    output.line(tr("%n file(s) to fetch", nullptr, counts->blobsToFetch));
    return Outcome::Done;
}

}  // namespace

std::vector<Command> serverCommands()
{
    Command status{{u"status"_s}, ServerCommands::tr("Tells who is signed in and what waits."), {}, 0, 0};
    status.run = ServerCommands::status;
    return {status};
}

}  // namespace Forecourt
