// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/simulatedstore.h"

#include "sync/server/serverschema.h"
#include "sync/server/sqlitestorage.h"
#include "sync/server/storecopy.h"
#include "tests/simulation/faultystorage.h"

#include <QFile>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

void copySimulatedFile(const QString& from, const QString& to)
{
    if (!QFile::copy(from, to))
        qFatal("copy of the simulated server's store");
}

class SqliteHome final : public SimulatedStore {
public:
    SqliteHome(const QString& empty, const QString& file, Fault fault) : SimulatedStore(file, fault)
    {
        copySimulatedFile(empty, file);
    }

    std::unique_ptr<SqlStorage> openAsOf(std::optional<qint64> seq) override
    {
        return openFaultySqlite(m_file, m_fault, seq);
    }

private:
    void backUpTo(const QString& copy) override
    {
        const auto connection = Connection::open(m_file, Connection::Access::ReadOnly);
        if (!connection || !(*connection)->run(u"VACUUM INTO ?"_s, {copy}))
            qFatal("backup of the simulated server");
    }
    void restoreFrom(const QString& copy) override
    {
        for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_file + end);
        copySimulatedFile(copy, m_file);
    }
};

/// Backups of a database are SQLite files. Worlds that follow each other use the same databases: making one takes
/// longer than most worlds.
class PostgresHome final : public SimulatedStore {
public:
    PostgresHome(QString empty, const QString& file, Fault fault)
        : SimulatedStore(file, fault), m_empty(std::move(empty)), m_database(takeDatabase())
    {
        restoreFrom(m_empty);
    }
    ~PostgresHome() override { unused().append(m_database); }

    std::unique_ptr<SqlStorage> openAsOf(std::optional<qint64> seq) override
    {
        return openFaultyPostgres(*PostgresAddress::parse(m_database), m_fault, seq);
    }

private:
    static QStringList& unused()
    {
        static QStringList databases;
        return databases;
    }
    static QString takeDatabase()
    {
        return unused().isEmpty() ? PostgresServer::shared().newDatabase() : unused().takeLast();
    }
    void backUpTo(const QString& copied) override
    {
        copySimulatedFile(m_empty, copied);
        const auto from = PostgresStorage::look(*PostgresAddress::parse(m_database));
        const auto to = SqliteStorage::open(copied);
        if (!from || !to || !(*to)->begin() || !copyStore(**from, **to) || !(*to)->commit())
            qFatal("backup of the simulated server's database");
    }
    void restoreFrom(const QString& copied) override
    {
        const auto from = SqliteStorage::look(copied);
        const auto to = PostgresStorage::open(*PostgresAddress::parse(m_database));
        // Rows that were deleted only would still be read over, as nobody vacuums.
        if (!from || !to || !(*to)->session().script(u"TRUNCATE "_s + serverTables().join(u", "_s)) ||
            !(*to)->begin() || !copyStore(**from, **to) || !(*to)->commit())
            qFatal("restoring the simulated server's database");
    }

    const QString m_empty;
    const QString m_database;
};

}  // namespace

std::unique_ptr<SimulatedStore> SimulatedStore::make(StoreKind kind, const QString& empty, const QString& file,
                                                     Fault fault)
{
    if (kind == StoreKind::Postgres)
        return std::make_unique<PostgresHome>(empty, file, fault);
    return std::make_unique<SqliteHome>(empty, file, fault);
}

void SimulatedStore::backUp()
{
    ++m_backups;
    backUpTo(backup());
}

}  // namespace Forecourt::Tests
