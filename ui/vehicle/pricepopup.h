// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/money.h"
#include "ui/widgets/popupframe.h"

#include <optional>

namespace Forecourt {

class FormField;

/// A pop-over that asks for an asking price. Takes both decimal marks and a currency code; what is no amount is said
/// in place.
class PricePopup : public PopupFrame {
    Q_OBJECT

public:
    PricePopup(const std::optional<Money>& present, Currency fallback, QWidget* parent);

Q_SIGNALS:
    void chosen(const Forecourt::Money& money);

private:
    void accept();

    Currency m_fallback;
    FormField* m_field;
};

}  // namespace Forecourt
