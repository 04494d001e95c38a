// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/store/syncedtables.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Forecourt {

/// A place in the program: a page and, inside it, a path that only the page understands.
/// As text "inventory/0197…/photos"; kept in settings, so the parts are ids and words of no language.
struct Route {
    QString page;
    QStringList path;

    bool isEmpty() const { return page.isEmpty(); }
    QString toString() const;
    static Route fromString(const QString& text);

    friend bool operator==(const Route&, const Route&) = default;
};

/// Not a page: opens the window in which conflicts are decided; path: id of the record, empty for the newest.
inline const QString ConflictRoute = QStringLiteral("conflicts");

/// Not a page: opens the window of what waits and was refused, at what was refused to others.
inline const QString OthersRefusalsRoute = QStringLiteral("refused");

/// What happened to one record: page "activity", path "record", the number of its table, its id.
Route activityRoute(Table table, Uuid record);

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Route)
