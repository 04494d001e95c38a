// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

/// Codes that a telephone shows: RFC 6238 with HMAC-SHA-1, steps of 30 s and six digits, which every such program
/// knows.
namespace Forecourt::Totp {

inline constexpr qsizetype SecretSize = 20;  ///< bytes; RFC 4226 asks for 16 at least and advises 20
inline constexpr int Digits = 6;
inline constexpr UtcMs Step = 30'000;
/// Clocks that differ by one step agree; RFC 6238 (5.2) advises no more.
inline constexpr qint64 Skew = 1;

/// The code of a step (RFC 4226, 5.3).
QString codeAt(const QByteArray& secret, qint64 step, int digits = Digits);

/// The step that this is the code of: within the skew of `now` and later than `last`, since a code counts once.
std::optional<qint64> stepOf(const QByteArray& secret, const QString& code, UtcMs now, qint64 last);

/// Base32 of RFC 4648 without padding: how a secret is typed by hand.
QString secretText(const QByteArray& secret);

/// What the QR code holds; see the "Key URI Format" of Google Authenticator.
QUrl uri(const QByteArray& secret, const QString& login);

}  // namespace Forecourt::Totp
