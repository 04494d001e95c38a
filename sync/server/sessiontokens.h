// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

#include <optional>

namespace Forecourt {

/// An access token opens sockets for so long.
inline constexpr UtcMs AccessTokenLife = 15 * 60'000;
/// A device that has not renewed for so long signs in again.
inline constexpr UtcMs RefreshTokenLife = 60LL * 24 * 3600 * 1000;

/// Gives, renews and checks the tokens of devices. Only hashes of them are kept.
///
/// A refresh token is used once: renewing gives the next one. Showing an older one means that two have it, so the whole
/// family is revoked. One exception: as long as the newest one has never been shown, nor the access token that came
/// with it, the answer with them may have been lost, and the one before is taken again. A thief gains nothing from
/// that: each renewal needs the proof of the device besides.
///
/// After a backup was put back the server does not know the newest one; then the first of the family that comes with a
/// right proof is believed.
class SessionTokens {
public:
    SessionTokens(ServerStorage& storage, UtcMs now) : m_storage(storage), m_now(now) {}

    struct Pair {
        QByteArray access;  ///< letters
        QByteArray refresh;
        UtcMs accessEndsAt = 0;
    };

    /// A new family for this device, in place of the one it had. Call inside a transaction.
    Expected<Pair> start(std::uint32_t device, Uuid user, const QByteArray& secret);

    struct Renewal {
        enum class Outcome {
            Renewed,
            Unknown,  ///< not a token of a present sign-in, too old, or without a right proof
            Revoked,  ///< the device was signed out
            Reused,   ///< an older token: the family is revoked by this very call
        };
        Outcome outcome = Outcome::Unknown;
        Pair tokens;
        std::optional<DeviceSession> session{};  ///< where the token is one of its family
    };
    /// Call inside a transaction, and commit it whatever the outcome.
    Expected<Renewal> renew(const QByteArray& refreshToken, const QByteArray& proof);

    /// The access token with this hash and its session, where both count now. Whoever proves to be its device notes
    /// with arrived() that it reached it.
    struct Shown {
        AccessToken token;
        DeviceSession session;
    };
    Expected<std::optional<Shown>> show(const QByteArray& tokenHash);
    [[nodiscard]] Expected<void> arrived(const Shown& shown);

    /// Signs a device out: none of its tokens counts any more. `by`: the person who wants it; null: the server itself.
    /// Call inside a transaction. False if nobody is signed in there.
    Expected<bool> revoke(std::uint32_t device, Uuid by = {});

private:
    Expected<Pair> give(DeviceSession session);

    ServerStorage& m_storage;
    const UtcMs m_now;
};

}  // namespace Forecourt
