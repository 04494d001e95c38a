// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace Forecourt {

/// Why a server does not take a new password.
enum class PasswordFlaw {
    TooShort,
    TooLong,
    HasName,  ///< hardly more than the person's name, or the program's
    Common,   ///< among the first that a stranger would try
    Pattern,  ///< repeated or consecutive characters
    Same,     ///< it is the present one
};

class PasswordWords {
    Q_DECLARE_TR_FUNCTIONS(PasswordWords)

public:
    /// In Unicode code points, normalised to NFC. NIST SP 800-63B asks for 8 at least, and advises to permit 64 or
    /// more.
    static constexpr int Shortest = 10;
    static constexpr int Longest = 256;

    /// On the wire (sync/PROTOCOL.md, Passwords).
    static QLatin1StringView code(PasswordFlaw flaw);
    /// Nothing for codes that are not about passwords.
    static std::optional<PasswordFlaw> fromCode(const QString& code);
    /// For people: what is wrong with it, and what would be better.
    static QString reason(PasswordFlaw flaw);
    /// The rules, before anything is typed.
    static QString rules();
};

}  // namespace Forecourt
