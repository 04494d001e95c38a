// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Forecourt {

/// Version of the tables of a server's store. Not that of the synced tables: those are only bodies of rows here.
int serverSchemaVersion();

/// Statements that bring a store from version - 1 to `version`, as SQLite takes them.
QString serverSchemaScript(int version);

/// The same as PostgreSQL takes them.
QString serverSchemaScriptForPostgres(int version);

/// All tables of a store: what a copy of it consists of. Each database keeps further ones for itself.
QStringList serverTables();

}  // namespace Forecourt
