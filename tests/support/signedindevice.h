// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/sha256.h"
#include "sync/protocol/deviceproof.h"
#include "sync/server/serverstorage.h"

#include <limits>

namespace Forecourt::Tests {

/// Secret of every device that signInForEver() signs in.
inline const QByteArray DeviceSecret{Wire::DeviceSecretSize, 's'};

/// Signs a device in with an access token of these letters, which counts for ever.
inline void signInForEver(ServerStorage& storage, std::uint32_t device, Uuid user, const QByteArray& token)
{
    DeviceSession session;
    session.device = device;
    session.family = sha256(token).first(16);
    session.user = user;
    session.secret = DeviceSecret;
    session.refresh = sha256(token + " refresh");
    if (!storage.putSession(session) || !storage.putAccessToken({sha256(token), device, session.family, session.refresh,
                                                                 std::numeric_limits<UtcMs>::max()}))
        qFatal("test sign-in");
}

}  // namespace Forecourt::Tests
