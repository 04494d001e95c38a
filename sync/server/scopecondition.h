// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/access.h"

#include <QString>
#include <QVariant>

namespace Forecourt {

/// Access::sees() as SQL, for SQLite and PostgreSQL alike: true for the rows of `alias` (columns owner, place, roles,
/// tbl) that `view` sees whole. Its parameters, each a ?, are added to `parameters`.
QString scopeCondition(const View& view, const QString& alias, QVariantList& parameters);

}  // namespace Forecourt
