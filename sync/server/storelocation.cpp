// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storelocation.h"

#include "sync/server/postgresstorage.h"
#include "sync/server/sqlitestorage.h"

#include <QDir>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::unique_ptr<SqlStorage>> StoreLocation::open(const std::function<void()>& committed) const
{
    if (!QDir().mkpath(directory))
        return fail(ErrorCode::FileUnwritable, directory);
    if (database) {
        auto storage = PostgresStorage::open(*database, committed);
        if (!storage)
            return fail(storage.error());
        return std::move(*storage);
    }
    // An empty store in its place would be another dealership, and nobody would know why.
    if (!QFile::exists(storeFile()) && QFile::exists(movedFile()))
        return fail(ErrorCode::StoreUnreadable, storeFile(),
                    u"it was moved into a database: give --database, or rename %1 to go back to what it was then"_s.arg(
                        movedFile()));
    auto storage = SqliteStorage::open(storeFile());
    if (!storage)
        return fail(storage.error());
    return std::move(*storage);
}

}  // namespace Forecourt
