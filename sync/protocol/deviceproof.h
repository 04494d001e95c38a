// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// How a device shows that it has the secret of its sign-in (32 bytes), without sending it: HMAC-SHA-256 (RFC 2104)
/// with the secret as the key. A token that somebody has read is worth nothing without it.
namespace Forecourt::Wire {

inline constexpr qsizetype DeviceSecretSize = 32;
inline constexpr qsizetype ChallengeSize = 32;

/// Answer to the server's challenge after hello, for the access token with this SHA-256.
QByteArray helloProof(const QByteArray& secret, const QByteArray& challenge, const QByteArray& tokenHash);

/// Goes with a refresh token.
QByteArray refreshProof(const QByteArray& secret, const QByteArray& refreshToken);

}  // namespace Forecourt::Wire
