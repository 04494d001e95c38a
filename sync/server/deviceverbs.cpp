// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/deviceverbs.h"

#include "sync/server/devicesignout.h"
#include "sync/server/storageengine.h"

#include <QJsonArray>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool deviceSeesAll(const Author& author)
{
    return (Roles::of(author.access.role) & (Roles::Owner | Roles::Manager)) != 0;
}

/// One's own, and for owners and managers everybody's, but an owner's only for owners.
bool deviceMaySignOut(const Author& author, const DeviceSession& session, const std::vector<Account>& accounts)
{
    if (session.user == author.access.user || author.access.role == "owner"_L1)
        return true;
    const auto person = std::ranges::find(accounts, session.user, &Account::user);
    return deviceSeesAll(author) && (person == accounts.end() || person->role != "owner"_L1);
}

/// What is told about a device is of its present or last sign-in.
QJsonObject deviceTold(const EnrolledDevice& device, const DeviceSession& session, const std::vector<Account>& accounts,
                       const VerbCall& call)
{
    const auto nameOf = [&accounts](Uuid user) {
        const auto found = std::ranges::find(accounts, user, &Account::user);
        return found == accounts.end() ? QString() : found->displayName;
    };
    QJsonObject told{
        {u"device"_s, static_cast<qint64>(device.ordinal)},
        {u"name"_s, device.name},
        {u"user_id"_s, session.user.toString()},
        {u"user"_s, nameOf(session.user)},
        {u"app"_s, device.app},
        {u"address"_s, device.address},
        {u"signed_in_at"_s, qint64(session.startedAt)},
        {u"seen_at"_s, qint64(std::max(device.seenAt, session.refreshedAt))},
        {u"connected"_s, std::ranges::binary_search(call.connected, device.ordinal)},
        {u"this"_s, device.ordinal == call.author.device},
        {u"may_sign_out"_s, session.revokedAt == 0 && deviceMaySignOut(call.author, session, accounts)},
    };
    if (session.revokedAt != 0) {
        told.insert(u"signed_out_at"_s, qint64(session.revokedAt));
        told.insert(u"signed_out_by"_s, nameOf(session.revokedBy));
    }
    return told;
}

Expected<VerbOutcome> deviceList(StorageEngine& engine, const VerbCall& call)
{
    ServerStorage& storage = engine.storage();
    const auto devices = storage.devices();
    const auto sessions = storage.sessions();
    const auto accounts = storage.accounts();
    if (!devices)
        return fail(devices.error());
    if (!sessions)
        return fail(sessions.error());
    if (!accounts)
        return fail(accounts.error());
    QJsonArray list;
    for (const DeviceSession& session : *sessions) {
        if (!deviceSeesAll(call.author) && session.user != call.author.access.user)
            continue;
        const auto device = std::ranges::find(*devices, session.device, &EnrolledDevice::ordinal);
        if (device != devices->end())
            list.append(deviceTold(*device, session, *accounts, call));
    }
    return VerbOutcome{{}, {{u"devices"_s, list}}};
}

Expected<VerbOutcome> deviceRevoke(StorageEngine& engine, const VerbCall& call)
{
    const qint64 wanted = call.arguments.value("device"_L1).toInteger();
    if (wanted <= 0 || wanted > std::numeric_limits<std::uint32_t>::max())
        return VerbOutcome::refused("malformed"_L1);
    const auto device = static_cast<std::uint32_t>(wanted);
    const auto session = engine.storage().sessionOf(device);
    if (!session)
        return fail(session.error());
    // Whose it is, is nobody else's business.
    if (!*session || ((*session)->user != call.author.access.user && !deviceSeesAll(call.author)))
        return VerbOutcome::refused("not_found"_L1);
    const auto accounts = engine.storage().accounts();
    if (!accounts)
        return fail(accounts.error());
    if (!deviceMaySignOut(call.author, **session, *accounts))
        return VerbOutcome::refused("no_access"_L1);
    const auto done = signDeviceOut(engine, device, call.author);
    if (!done && done.error().code == ErrorCode::NotFound)
        return VerbOutcome::refused("not_found"_L1);
    if (!done)
        return fail(done.error());
    return VerbOutcome{{}, {{u"name"_s, done->name}}};
}

constexpr Verb DeviceVerbList[] = {
    {"devices.list"_L1, Roles::All, false, &deviceList},
    {"devices.revoke"_L1, Roles::All, true, &deviceRevoke},
};

}  // namespace

std::span<const Verb> DeviceVerbs::all()
{
    return DeviceVerbList;
}

}  // namespace Forecourt
