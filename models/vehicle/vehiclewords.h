// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace Forecourt {

/// What a person typed as an expression for the full-text index vehicle_search: each word must begin a word of the
/// vehicle. `B26-0418 toyo` becomes `"B26"* "0418"* "toyo"*`; nothing searchable becomes an empty text.
QString vehicleSearchExpression(const QString& text);

/// The same question to the rows that the index is still behind of (search_queue), as a statement that gives their row
/// numbers. Finds a little more: words may begin anywhere, and accents count.
struct QueuedVehicleSearch {
    explicit QueuedVehicleSearch(const QString& text);

    QString sql;
    QVariantList parameters;
};

}  // namespace Forecourt
