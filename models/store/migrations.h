// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/connection.h"

#include <QString>

#include <vector>

namespace Forecourt {

/// One numbered step of the schema, from models/store/schema/NNNN_name.sql. Frozen once released.
struct Migration {
    int number = 0;
    QString name;
    QString sql;
};

/// All steps of this version, ascending from 1 without gaps.
std::vector<Migration> migrations();
/// The number of the last step: PRAGMA user_version of an up-to-date store.
int currentSchemaVersion();

/// Brings a store to `currentSchemaVersion()`, each step in one transaction that also sets user_version; a store that
/// is there already is left alone. Errors: StoreTooNew, MigrationFailed (detail names the step), DiskFull.
Expected<void> migrate(Connection& connection, const std::vector<Migration>& steps);

}  // namespace Forecourt
