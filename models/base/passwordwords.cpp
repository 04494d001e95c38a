// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/passwordwords.h"

#include <algorithm>
#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array FlawCodes{
    std::pair{PasswordFlaw::TooShort, "password_short"_L1},  std::pair{PasswordFlaw::TooLong, "password_long"_L1},
    std::pair{PasswordFlaw::HasName, "password_name"_L1},    std::pair{PasswordFlaw::Common, "password_common"_L1},
    std::pair{PasswordFlaw::Pattern, "password_pattern"_L1}, std::pair{PasswordFlaw::Same, "password_same"_L1},
};

}  // namespace

QLatin1StringView PasswordWords::code(PasswordFlaw flaw)
{
    return std::ranges::find(FlawCodes, flaw, [](const auto& one) { return one.first; })->second;
}

std::optional<PasswordFlaw> PasswordWords::fromCode(const QString& code)
{
    const auto found = std::ranges::find_if(FlawCodes, [&code](const auto& one) { return one.second == code; });
    return found == FlawCodes.end() ? std::nullopt : std::optional(found->first);
}

QString PasswordWords::reason(PasswordFlaw flaw)
{
    const QString better = tr("Several words that have nothing to do with each other are good.");
    switch (flaw) {
    case PasswordFlaw::TooShort:
        return tr("A password has at least %n character(s).", nullptr, Shortest) + u' ' +
               tr("Several words in a row are easy to remember.");
    case PasswordFlaw::TooLong: return tr("A password has at most %n character(s).", nullptr, Longest);
    case PasswordFlaw::HasName:
        return tr("This password is hardly more than a name: the person’s or that of the program.") + u' ' + better;
    case PasswordFlaw::Common:
        return tr("This password is one of the first that a stranger would try.") + u' ' + better;
    case PasswordFlaw::Same: return tr("This is the password that you have.");
    case PasswordFlaw::Pattern: return tr("This password repeats or counts up its characters.") + u' ' + better;
    }
    Q_UNREACHABLE();
    return {};
}

QString PasswordWords::rules()
{
    return tr("At least %n character(s) of any kind; not a common word, and not your name.", nullptr, Shortest);
}

}  // namespace Forecourt
