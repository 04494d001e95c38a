// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faultystorage.h"

namespace Forecourt::Tests {

template <class Storage>
void FaultyStorage<Storage>::prepare()
{
    if (!this->prepareSchema())
        qFatal("simulated server: schema");
}

template <class Storage>
Expected<void> FaultyStorage<Storage>::commitAlone()
{
    const bool hasPush = std::exchange(m_hasPush, false);
    if (!hasPush || !isFault(Fault::CommitLost))
        return Storage::commitAlone();
    this->rollbackAlone();
    return {};
}

template <class Storage>
Expected<qint64> FaultyStorage<Storage>::outsideVersion()
{
    return m_fault == Fault::OtherServersUnnoticed ? Expected<qint64>(0) : Storage::outsideVersion();
}

template <class Storage>
Expected<RowState> FaultyStorage<Storage>::row(std::uint16_t table, Uuid id)
{
    auto found = Storage::row(table, id);
    if (found && m_fault == Fault::RemovalForgotten)
        found->deleted = false;
    return found;
}

template <class Storage>
Expected<void> FaultyStorage<Storage>::putRow(const RowState& row, bool isNew)
{
    const bool isLost =
        (row.table == static_cast<std::uint16_t>(Table::Conflicts) && isNew && isFault(Fault::ConflictLost)) ||
        (row.table == static_cast<std::uint16_t>(Table::Refusals) && isNew && isFault(Fault::RefusalLost));
    return isLost ? Expected<void>() : Storage::putRow(row, isNew);
}

template <class Storage>
Expected<RowsPage> FaultyStorage<Storage>::rows(const ServerStorage::RowQuery& query)
{
    auto page = Storage::rows(query);
    if (!page || page->rows.empty() || m_fault != Fault::SeqBeforeCommit)
        return page;
    const auto newest = this->seq();
    if (newest && page->rows.back().seq == *newest && m_third.isDue())
        page->rows.pop_back();
    return page;
}

template <class Storage>
Expected<void> FaultyStorage<Storage>::putExit(const RowState& row, const RowScope& before, UtcMs now)
{
    return m_fault == Fault::ExitForgotten ? Expected<void>() : Storage::putExit(row, before, now);
}

template <class Storage>
Expected<HistoryFloor> FaultyStorage<Storage>::historyFloor()
{
    return m_fault == Fault::FloorForgotten ? Expected<HistoryFloor>() : Storage::historyFloor();
}

template <class Storage>
Expected<int> FaultyStorage<Storage>::removeTombstones(qint64 upto, int limit)
{
    if (m_fault != Fault::TombstoneForgotten)
        return Storage::removeTombstones(upto, limit);
    const auto newest = this->seq();
    return newest ? Storage::removeTombstones(*newest, limit) : fail(newest.error());
}

template <class Storage>
Expected<void> FaultyStorage<Storage>::setPushed(std::uint32_t device, qint64 opid)
{
    m_hasPush = true;
    return isFault(Fault::NumbersForgotten) ? Expected<void>() : Storage::setPushed(device, opid);
}

template <class Storage>
Expected<void> FaultyStorage<Storage>::putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now)
{
    return m_fault == Fault::AnswerForgotten ? Expected<void>() : Storage::putException(device, exception, now);
}

namespace {

template <class Storage, class Connection>
std::unique_ptr<SqlStorage> faulty(Expected<std::unique_ptr<Connection>> connection, const Fault& fault,
                                   std::optional<qint64> asOf)
{
    if (!connection)
        qFatal("simulated server: %s", qUtf8Printable(connection.error().detail));
    auto storage = std::make_unique<FaultyStorage<Storage>>(fault, asOf, std::move(*connection));
    storage->prepare();
    return storage;
}

}  // namespace

std::unique_ptr<SqlStorage> openFaultySqlite(const QString& file, const Fault& fault, std::optional<qint64> asOf)
{
    return faulty<SqliteStorage>(Connection::open(file, Connection::Access::ReadWrite), fault, asOf);
}

std::unique_ptr<SqlStorage> openFaultyPostgres(const PostgresAddress& address, const Fault& fault,
                                               std::optional<qint64> asOf)
{
    return faulty<PostgresStorage>(PostgresConnection::open(address), fault, asOf);
}

}  // namespace Forecourt::Tests
