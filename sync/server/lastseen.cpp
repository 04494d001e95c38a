// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/lastseen.h"

#include <algorithm>

namespace Forecourt {

Expected<QHash<Uuid, UtcMs>> lastSeen(ServerStorage& storage)
{
    const auto devices = storage.devices();
    if (!devices)
        return fail(devices.error());
    const auto sessions = storage.sessions();
    if (!sessions)
        return fail(sessions.error());
    QHash<Uuid, UtcMs> seen;
    for (const DeviceSession& session : *sessions) {
        UtcMs at = std::max(session.startedAt, session.refreshedAt);
        const auto device = std::ranges::find(*devices, session.device, &EnrolledDevice::ordinal);
        if (device != devices->end())
            at = std::max(at, device->seenAt);
        UtcMs& last = seen[session.user];
        last = std::max(last, at);
    }
    return seen;
}

}  // namespace Forecourt
