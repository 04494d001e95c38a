// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/currency.h"
#include "models/base/expected.h"

#include <QMetaType>

#include <cstdint>

namespace Forecourt {

/// An amount in minor units (cents; whole francs for XOF) of one currency. Never a floating-point number.
struct Money {
    std::int64_t minor = 0;
    Currency currency = Currency::CAD;

    /// "24950.00 CAD", "12334000 XOF": for files, scripts and messages between programs. People read formatMoney() of
    /// ui.
    QString toString() const;

    /// Reads what a person or a script writes: "24950", "24,950.00", "24 950,00 $", "CAD 24950", "12334000 XOF".
    /// Both decimal marks are taken; a mark followed by exactly three digits groups thousands.
    /// `fallback` is used where no currency is named. Errors: PriceUnreadable, CurrencyUnknown.
    static Expected<Money> parse(QStringView text, Currency fallback);

    friend bool operator==(const Money&, const Money&) = default;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Money)
