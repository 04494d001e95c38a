// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faultystorage.h"

namespace Forecourt::Tests {

std::unique_ptr<FaultyStorage> FaultyStorage::open(const QString& file, Fault fault)
{
    auto connection = Connection::open(file, Connection::Access::ReadWrite);
    if (!connection)
        qFatal("simulated server: %s", qUtf8Printable(connection.error().detail));
    std::unique_ptr<FaultyStorage> storage(new FaultyStorage(std::move(*connection), fault));
    if (!storage->prepareSchema())
        qFatal("simulated server: schema");
    return storage;
}

Expected<void> FaultyStorage::commitAlone()
{
    const bool hasPush = std::exchange(m_hasPush, false);
    if (!hasPush || !isFault(Fault::CommitLost))
        return SqliteStorage::commitAlone();
    rollbackAlone();
    return {};
}

Expected<qint64> FaultyStorage::outsideVersion()
{
    return m_fault == Fault::OtherServersUnnoticed ? Expected<qint64>(0) : SqliteStorage::outsideVersion();
}

Expected<RowState> FaultyStorage::row(std::uint16_t table, Uuid id)
{
    auto found = SqliteStorage::row(table, id);
    if (found && m_fault == Fault::RemovalForgotten)
        found->deleted = false;
    return found;
}

Expected<void> FaultyStorage::putRow(const RowState& row, bool isNew)
{
    const bool isLost =
        (row.table == static_cast<std::uint16_t>(Table::Conflicts) && isNew && isFault(Fault::ConflictLost)) ||
        (row.table == static_cast<std::uint16_t>(Table::Refusals) && isNew && isFault(Fault::RefusalLost));
    return isLost ? Expected<void>() : SqliteStorage::putRow(row, isNew);
}

Expected<RowsPage> FaultyStorage::rows(const RowQuery& query)
{
    auto page = SqliteStorage::rows(query);
    if (!page || page->rows.empty() || m_fault != Fault::SeqBeforeCommit)
        return page;
    const auto newest = seq();
    if (newest && page->rows.back().seq == *newest && m_third.isDue())
        page->rows.pop_back();
    return page;
}

Expected<void> FaultyStorage::putExit(const RowState& row, const RowScope& before, UtcMs now)
{
    return m_fault == Fault::ExitForgotten ? Expected<void>() : SqliteStorage::putExit(row, before, now);
}

Expected<HistoryFloor> FaultyStorage::historyFloor()
{
    return m_fault == Fault::FloorForgotten ? Expected<HistoryFloor>() : SqliteStorage::historyFloor();
}

Expected<int> FaultyStorage::removeTombstones(qint64 upto, int limit)
{
    if (m_fault != Fault::TombstoneForgotten)
        return SqliteStorage::removeTombstones(upto, limit);
    const auto newest = seq();
    return newest ? SqliteStorage::removeTombstones(*newest, limit) : fail(newest.error());
}

Expected<void> FaultyStorage::setPushed(std::uint32_t device, qint64 opid)
{
    m_hasPush = true;
    return isFault(Fault::NumbersForgotten) ? Expected<void>() : SqliteStorage::setPushed(device, opid);
}

Expected<void> FaultyStorage::putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now)
{
    return m_fault == Fault::AnswerForgotten ? Expected<void>() : SqliteStorage::putException(device, exception, now);
}

}  // namespace Forecourt::Tests
