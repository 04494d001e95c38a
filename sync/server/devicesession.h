// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace Forecourt {

/// The present sign-in of a device: a person, a secret, and a family of refresh tokens that follow one another. A
/// device has one at most; signing in again begins another.
struct DeviceSession {
    std::uint32_t device = 0;  ///< ordinal
    QByteArray family;         ///< 16 random bytes; the first part of each of its refresh tokens
    Uuid user;
    QByteArray secret;   ///< 32 bytes that the device made, key of its proofs; tokens are only here as hashes
    QByteArray refresh;  ///< SHA-256 of the newest refresh token; empty: not known since a backup was put back
    QByteArray before;   ///< SHA-256 of the one in front of it; empty: there is none
    bool used = false;   ///< the newest one reached the device: it, or the access token beside it, was shown
    UtcMs startedAt = 0;
    UtcMs refreshedAt = 0;
    UtcMs revokedAt = 0;  ///< 0: it counts
    Uuid revokedBy;       ///< person; null: the server itself

    friend bool operator==(const DeviceSession&, const DeviceSession&) = default;
};

/// What opens the sockets, for a quarter of an hour.
struct AccessToken {
    QByteArray hash;  ///< SHA-256
    std::uint32_t device = 0;
    QByteArray family;
    QByteArray refresh;  ///< hash of the refresh token that was given beside it
    UtcMs endsAt = 0;

    friend bool operator==(const AccessToken&, const AccessToken&) = default;
};

}  // namespace Forecourt
