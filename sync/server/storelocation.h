// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/postgresaddress.h"
#include "sync/server/sqlstorage.h"

#include <functional>
#include <memory>
#include <optional>

namespace Forecourt {

/// Where a server keeps everything: rows in one SQLite file or in PostgreSQL, files in a directory in either case.
/// Servers that share a database share the directory too.
struct StoreLocation {
    QString directory;
    std::optional<PostgresAddress> database;  ///< none: server.sqlite in the directory

    QString storeFile() const { return directory + QStringLiteral("/server.sqlite"); }
    /// What is left of storeFile() after its rows were moved into a database.
    QString movedFile() const { return directory + QStringLiteral("/server.moved.sqlite"); }
    /// See FactorKey. Like the certificate, in no backup.
    QString factorKeyFile() const { return directory + QStringLiteral("/factor.key"); }
    /// Held by the one server of a SQLite file.
    QString lockFile() const { return directory + QStringLiteral("/server.lock"); }
    QString blobDirectory() const { return directory + QStringLiteral("/blobs"); }
    /// See SnapshotShelf. In no backup: what is not there is made again.
    QString snapshotDirectory() const { return directory + QStringLiteral("/snapshots"); }
    /// The file, or the database without its password: what people are told.
    QString shown() const { return database ? database->shown() : storeFile(); }
    /// "sqlite" or "postgresql"
    QString kind() const { return database ? QStringLiteral("postgresql") : QStringLiteral("sqlite"); }

    /// Opens the rows, and makes the directory. What fails names the location. `committed` is called, on the thread of
    /// the storage, after commits that servers beside this one may want to hear of. Errors: those of
    /// SqliteStorage::open and PostgresStorage::open, FileUnwritable (directory).
    Expected<std::unique_ptr<SqlStorage>> open(const std::function<void()>& committed = {}) const;
};

}  // namespace Forecourt
