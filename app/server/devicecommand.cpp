// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/devicecommand.h"

#include "app/server/commands.h"
#include "sync/server/devicesignout.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

class DeviceCommand {
    Q_DECLARE_TR_FUNCTIONS(DeviceCommand)
};

QString deviceTime(UtcMs at)
{
    return at == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

}  // namespace

ExitCode runDeviceList(const ServerArguments& arguments, StorageEngine& engine)
{
    const auto devices = engine.storage().devices();
    const auto sessions = engine.storage().sessions();
    const auto accounts = engine.storage().accounts();
    for (const Error* error : {devices ? nullptr : &devices.error(), sessions ? nullptr : &sessions.error(),
                               accounts ? nullptr : &accounts.error()}) {
        if (error)
            return reportError(*error);
    }
    QTextStream out(stdout);
    QJsonArray list;
    for (const DeviceSession& session : *sessions) {
        const auto device = std::ranges::find(*devices, session.device, &EnrolledDevice::ordinal);
        if (device == devices->end())
            continue;
        const auto person = std::ranges::find(*accounts, session.user, &Account::user);
        const QString login = person == accounts->end() ? QString() : person->login;
        const QString seen = deviceTime(std::max(device->seenAt, session.refreshedAt));
        const QString signedOut = deviceTime(session.revokedAt);
        if (arguments.json)
            list.append(QJsonObject{{u"device"_s, qint64(device->ordinal)},
                                    {u"name"_s, device->name},
                                    {u"user"_s, login},
                                    {u"app"_s, device->app},
                                    {u"address"_s, device->address},
                                    {u"signed_in_at"_s, deviceTime(session.startedAt)},
                                    {u"seen_at"_s, seen},
                                    {u"signed_out_at"_s, signedOut}});
        else
            out << QStringList{QString::number(device->ordinal),
                               login,
                               device->name,
                               device->app,
                               device->address,
                               seen,
                               session.revokedAt == 0 ? u"signed in"_s : u"signed out"_s}
                       .join(u'\t')
                << Qt::endl;
    }
    if (arguments.json)
        out << QJsonDocument(QJsonObject{{u"devices"_s, list}}).toJson();
    return ExitCode::Success;
}

ExitCode runDeviceRevoke(const ServerArguments& arguments, StorageEngine& engine)
{
    bool number = false;
    const uint device = arguments.command.at(2).toUInt(&number);
    if (!number) {
        QTextStream(stderr) << DeviceCommand::tr("device revoke takes the number that device list shows.") << Qt::endl;
        return ExitCode::Usage;
    }
    Author console;
    console.address = u"console"_s;
    const auto done = signDeviceOut(engine, device, console);
    if (!done)
        return reportError(done.error());
    QTextStream(stdout) << DeviceCommand::tr("signed out %1").arg(done->name) << Qt::endl;
    return ExitCode::Success;
}

}  // namespace Forecourt
