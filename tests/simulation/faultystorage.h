// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/postgresstorage.h"
#include "sync/server/sqlitestorage.h"
#include "tests/simulation/faults.h"

#include <memory>
#include <optional>

namespace Forecourt::Tests {

/// The real store of a server, on either database, with a mistake in it if a fault says so. As soon as the fault that
/// it refers to is None, it is the real one: what has gone wrong stays.
template <class Storage>
class FaultyStorage final : public Storage {
public:
    template <class Connection>
    FaultyStorage(const Fault& fault, std::optional<qint64> asOf, std::unique_ptr<Connection> connection)
        : Storage(std::move(connection)), m_fault(fault), m_asOf(asOf)
    {
    }
    /// Ends the program if it cannot be used.
    void prepare();

    Expected<qint64> seq() override { return m_asOf ? Expected<qint64>(*m_asOf) : Storage::seq(); }
    Expected<qint64> outsideVersion() override;
    Expected<RowState> row(std::uint16_t table, Uuid id) override;
    Expected<void> putRow(const RowState& row, bool isNew) override;
    Expected<RowsPage> rows(const ServerStorage::RowQuery& query) override;
    Expected<void> putExit(const RowState& row, const RowScope& before, UtcMs now) override;
    Expected<HistoryFloor> historyFloor() override;
    Expected<int> removeTombstones(qint64 upto, int limit) override;
    Expected<void> setPushed(std::uint32_t device, qint64 opid) override;
    Expected<void> putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now) override;

private:
    Expected<void> commitAlone() override;
    bool isFault(Fault fault) { return m_fault == fault && m_third.isDue(); }

    const Fault& m_fault;
    const std::optional<qint64> m_asOf;  ///< the sequence that is told: somebody has asked for it earlier
    FaultChance m_third{3};
    bool m_hasPush = false;  ///< the open transaction
};

/// Both end the program if there is no store. `fault` has to last as long as what they return.
std::unique_ptr<SqlStorage> openFaultySqlite(const QString& file, const Fault& fault, std::optional<qint64> asOf);
std::unique_ptr<SqlStorage> openFaultyPostgres(const PostgresAddress& address, const Fault& fault,
                                               std::optional<qint64> asOf);

}  // namespace Forecourt::Tests
