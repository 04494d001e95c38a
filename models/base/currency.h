// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>
#include <optional>

namespace Forecourt {

/// Currencies that a dealership trades in. The underlying value is never stored; the ISO 4217 code is.
enum class Currency { CAD, USD, EUR, XOF };

inline constexpr std::array AllCurrencies{Currency::CAD, Currency::USD, Currency::EUR, Currency::XOF};

/// ISO 4217 code: "CAD".
QString currencyCode(Currency currency);
/// From an ISO 4217 code in any case; nothing for a currency that is not traded here.
std::optional<Currency> currencyFromCode(QStringView code);
/// Digits after the decimal mark (ISO 4217, "minor unit"): 2, but 0 for XOF.
int currencyDecimals(Currency currency);

}  // namespace Forecourt
