// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/postgresstorage.h"
#include "sync/server/sqlitestorage.h"
#include "tests/support/storekind.h"

#include <QTemporaryDir>

namespace Forecourt::Tests {

/// An empty store for one server. It can be opened several times, as by several processes, and lasts as long as this.
class ServerStore {
public:
    explicit ServerStore(StoreKind kind = storeUnderTest())
        : m_postgres(kind == StoreKind::Postgres ? PostgresServer::shared().newDatabase() : QString())
    {
    }

    std::unique_ptr<ServerStorage> open() const
    {
        if (m_postgres.isEmpty())
            return opened(SqliteStorage::open(m_directory.filePath(QStringLiteral("server.sqlite"))));
        return opened(PostgresStorage::open(*PostgresAddress::parse(m_postgres)));
    }

private:
    template <class Storage>
    static std::unique_ptr<ServerStorage> opened(Expected<std::unique_ptr<Storage>> storage)
    {
        if (!storage)
            qFatal("test server: %s", qUtf8Printable(storage.error().detail));
        return std::move(*storage);
    }

    QTemporaryDir m_directory;
    QString m_postgres;
};

}  // namespace Forecourt::Tests
