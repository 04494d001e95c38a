// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/passwordwords.h"

#include <QString>

#include <optional>

namespace Forecourt {

/// Whether a person may have this as their new password. Follows NIST SP 800-63B (5.1.1.2): long enough, and none that
/// a guesser tries first, but no rule about which kinds of characters it must have. Passwords from before such a rule
/// keep working. A name or a common word is refused where it, repeated or not, makes at least half of the password and
/// what is left would not be long enough by itself; beside a common word another word is enough. Capitals, accents and
/// the usual digits in place of letters are seen through.
/// Nothing: it may be.
std::optional<PasswordFlaw> flawOfPassword(const QString& password, const QString& login, const QString& displayName);

}  // namespace Forecourt
