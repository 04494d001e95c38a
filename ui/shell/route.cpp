// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/route.h"

namespace Forecourt {

QString Route::toString() const
{
    return (QStringList{page} + path).join(u'/');
}

Route Route::fromString(const QString& text)
{
    QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    Route route;
    route.page = parts.takeFirst();
    route.path = parts;
    return route;
}

Route activityRoute(Table table, Uuid record)
{
    return {QStringLiteral("activity"),
            {QStringLiteral("record"), QString::number(static_cast<int>(table)), record.toString()}};
}

}  // namespace Forecourt
