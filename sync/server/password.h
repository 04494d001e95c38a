// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QString>

namespace Forecourt {

/// Longer input is not looked at: no person typed it. In UTF-16 units.
inline constexpr int PasswordMaxTyped = 1024;

/// Hash of a password by Argon2id (RFC 9106), 4 passes over 32 MiB: more work than the 2 passes over 19 MiB that
/// OWASP's Password Storage Cheat Sheet asks for, and half the memory of libsodium's interactive limits. Salt and
/// limits are in the result. Takes about 50 ms: call it off the socket thread. Errors: ServerFault when memory is
/// short.
Expected<QByteArray> hashPassword(const QString& password);

/// Takes as long for an empty hash (nobody of that name) as for a wrong password.
bool passwordMatches(const QByteArray& hash, const QString& password);

}  // namespace Forecourt
