// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"
#include "models/store/schema.h"
#include "sync/protocol/messages.h"

#include <map>
#include <memory>
#include <optional>

namespace Forecourt {

/// The file of a snapshot, while it is written: the synced tables of a workstation's store, filled as the workstation
/// would fill them from pages. Nothing but what add() was given ever comes into it.
class SnapshotFile {
public:
    /// Makes `path`, which must not be there. Errors: StoreTooNew (the schema is not the one of this version), those of
    /// Connection.
    static Expected<std::unique_ptr<SnapshotFile>> create(const QString& path, const Schema& schema);

    /// A whole row; `again`: an earlier state of it may be there already, and gives way. What only a later version
    /// knows of it goes where a workstation keeps such values. Errors: StoreTooNew (an unknown table), DiskFull.
    [[nodiscard]] Expected<void> add(const Wire::Row& row, bool again);
    /// Ends the writing; says how many rows there are. Errors: DiskFull.
    [[nodiscard]] Expected<qint64> finish();

private:
    SnapshotFile(std::unique_ptr<Connection> connection, const Schema& schema)
        : m_connection(std::move(connection)), m_schema(schema)
    {
    }
    /// Rows mostly come with the same fields.
    using Shape = std::pair<std::uint16_t, std::vector<std::uint16_t>>;
    /// Removes what is there of a row.
    Expected<void> makeWay(const QString& table, Uuid id);
    const QString& statement(const Shape& shape, const TableSchema& table);

    std::unique_ptr<Connection> m_connection;
    const Schema& m_schema;
    std::optional<Transaction> m_transaction;
    std::map<Shape, QString> m_statements;
    bool m_findsRows = false;  ///< there are indexes to find rows by
};

}  // namespace Forecourt
