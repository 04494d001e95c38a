// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/device.h"
#include "models/outbox/opcodec.h"
#include "models/outbox/remoterow.h"
#include "models/store/changes.h"
#include "models/store/schema.h"

#include <map>
#include <vector>

namespace Forecourt {

/// Writes rows of the server into the store, around the edits that still wait: a field with a waiting edit keeps
/// showing it, and the server's value goes into the operation's `prev`. Used inside a transaction on the writer thread.
class RemoteApply {
public:
    RemoteApply(Connection& connection, const Schema& schema, UtcMs now)
        : m_connection(connection), m_schema(schema), m_now(now)
    {
    }

    /// Looks once whether anything waits at all; call before apply().
    Expected<void> prepare(const Device& device);
    Expected<void> apply(const RemoteRow& row, ChangeSet& changes);
    /// Puts the files that `row` names on the list of those to fetch.
    static Expected<void> wantFiles(Connection& connection, const TableSchema& table, const RemoteRow& row, UtcMs now);

private:
    struct WaitingOp {
        qint64 opid = 0;
        std::vector<ClockedValue> body;
        std::vector<ClockedValue> prev;
        std::vector<ClockedValue> seen;
        Hlc clock;
        bool acknowledged = false;
        bool existence = false;  ///< it removes the row, or brings it in
        bool removes = false;

        /// Whether the operation's value goes on showing in place of one that the server wrote at `theirs`. An
        /// acknowledged one gives way to whatever is not older: that comes from after it, or is the operation itself.
        bool covers(std::uint16_t field, Hlc theirs) const;
    };
    Expected<std::vector<WaitingOp>> waitingFor(const RemoteRow& row);
    /// Notes in a waiting operation what the server has now, for the case that the operation is refused.
    Expected<void> moveGround(std::vector<WaitingOp>& waiting, std::size_t which, const RemoteRow& row, bool isNew);
    /// What a row's statement depends on; rows that arrive together mostly have the same.
    struct Shape {
        std::uint16_t table = 0;
        bool isNew = false;
        bool unknownChanged = false;
        std::vector<std::uint16_t> fields;

        friend auto operator<=>(const Shape&, const Shape&) = default;
    };
    /// Parameters: the fields, `_ext` for a new row or where it changes, `_clk`, `_seq`, `_del`, id.
    const QString& statement(const Shape& shape, const TableSchema& table);

    Connection& m_connection;
    const Schema& m_schema;
    UtcMs m_now;
    bool m_anythingWaits = true;
    std::map<Shape, QString> m_statements;
};

}  // namespace Forecourt
