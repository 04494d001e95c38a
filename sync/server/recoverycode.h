// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>
#include <QString>

/// Recovery codes of the second factor: 12 random letters of Crockford's alphabet, 60 bits. Of each only a hash by
/// Argon2id is kept; random letters need no more than one pass over 8 MiB.
namespace Forecourt {

inline constexpr qsizetype RecoveryCodeLetters = 12;

QString makeRecoveryCode();
/// In groups, as a person reads it.
QString shownRecoveryCode(QString code);
/// The letters of it, however it was typed: blanks, dashes and capitals do not matter, nor letters that look like
/// digits.
QString typedRecoveryCode(const QString& typed);
/// Takes about 10 ms. Errors: ServerFault when memory is short.
Expected<QByteArray> recoveryCodeHash(const QString& code, const QByteArray& salt);

}  // namespace Forecourt
