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
    const auto opened = [this](auto storage) -> Expected<std::unique_ptr<SqlStorage>> {
        if (storage)
            return std::move(*storage);
        Error error = storage.error();
        if (error.subject.isEmpty())
            error.subject = shown();
        return fail(error);
    };
    if (database)
        return opened(PostgresStorage::open(*database, committed));
    // An empty store in its place would be another dealership, and nobody would know why.
    if (!QFile::exists(storeFile()) && QFile::exists(movedFile()))
        return fail(ErrorCode::StoreUnreadable, storeFile(),
                    u"it was moved into a database: give --database, or rename %1 to go back to what it was then"_s.arg(
                        movedFile()));
    return opened(SqliteStorage::open(storeFile()));
}

}  // namespace Forecourt
