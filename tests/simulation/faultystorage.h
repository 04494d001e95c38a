// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/sqlitestorage.h"
#include "tests/simulation/faults.h"

#include <memory>

namespace Forecourt::Tests {

/// The real store of a server, with a mistake in it if a fault says so.
class FaultyStorage final : public SqliteStorage {
public:
    static std::unique_ptr<FaultyStorage> open(const QString& file, Fault fault);
    /// From now on it is the real one: what has gone wrong stays.
    void heal() { m_fault = Fault::None; }

    Expected<qint64> outsideVersion() override;
    Expected<RowState> row(std::uint16_t table, Uuid id) override;
    Expected<void> putRow(const RowState& row, bool isNew) override;
    Expected<RowsPage> rows(const RowQuery& query) override;
    Expected<void> putExit(const RowState& row, const RowScope& before, UtcMs now) override;
    Expected<HistoryFloor> historyFloor() override;
    Expected<int> removeTombstones(qint64 upto, int limit) override;
    Expected<void> setPushed(std::uint32_t device, qint64 opid) override;
    Expected<void> putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now) override;

private:
    FaultyStorage(std::unique_ptr<Connection> connection, Fault fault)
        : SqliteStorage(std::move(connection)), m_fault(fault)
    {
    }
    Expected<void> commitAlone() override;
    bool isFault(Fault fault) { return m_fault == fault && m_third.isDue(); }

    Fault m_fault;
    FaultChance m_third{3};
    bool m_hasPush = false;  ///< the open transaction
};

}  // namespace Forecourt::Tests
