// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Forecourt {

/// What a person typed as an expression for the full-text index vehicle_search: each word must begin a word of the
/// vehicle. `B26-0418 toyo` becomes `"B26"* "0418"* "toyo"*`; nothing searchable becomes an empty text.
QString vehicleSearchExpression(const QString& text);

}  // namespace Forecourt
