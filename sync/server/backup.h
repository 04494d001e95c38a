// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "sync/server/auditcheck.h"
#include "sync/server/storelocation.h"

#include <QString>

namespace Forecourt {

/// A backup is one SQLite file, also of a server whose rows are in PostgreSQL: the store as it was at one moment
/// (everything: rows, accounts with their password hashes, devices), and the files in pieces of 1 MiB in the table
/// backup_blob. It can be made while a server runs. Keep it as safe as the server itself.
struct BackupSummary {
    qint64 rows = 0;
    qint64 accounts = 0;
    qint64 files = 0;
    qint64 bytes = 0;         ///< of the files
    qint64 filesMissing = 0;  ///< named by rows, but not here: not uploaded yet, or lost
    qint64 filesUnused = 0;   ///< here, but named by no row: a running server removes them in time, see UnusedFiles
    qint64 bytesUnused = 0;   ///< of them
    AuditSummary audit;
};

/// Copies a server to `file`, which must not exist.
/// Errors: FileUnwritable, NotFound (no server there), those of the storage.
Expected<BackupSummary> backUp(const StoreLocation& server, const QString& file);

/// Puts a backup into an empty directory (which may have its tls.pem already), and its rows into an empty database if
/// `server` has one, after checking it. The server gets a new epoch, so that workstations offer again what the backup
/// did not know. Errors: FileUnwritable (directory not empty), InvalidInput (database not empty), as checkBackup().
Expected<BackupSummary> restoreBackup(const QString& file, const StoreLocation& server);

/// Reads everything: the database's structure, every row and its clocks, the chain of the audit log, every file against
/// its hash.
/// Errors: FileUnreadable, StoreDamaged, StoreTooNew.
Expected<BackupSummary> checkBackup(const QString& file);

enum class CheckFiles {
    Count,  ///< which are there
    Read,   ///< each against its hash: takes as long as reading them all
};

/// The same for a server; may run beside it.
Expected<BackupSummary> checkServer(const StoreLocation& server, CheckFiles files);

}  // namespace Forecourt
