// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/outbox/device.h"
#include "models/outbox/opcodec.h"
#include "models/outbox/remoterow.h"
#include "models/store/schema.h"

#include <vector>

namespace Forecourt {

/// What the server sent and this version does not know: fields, beside their row (`_ext`), and rows of other tables
/// (`sync_unknown`). Nobody typed it here, so nothing of it is ever sent; the version that knows it takes it up without
/// asking the server again. Used inside a transaction on the writer thread.
class KeptForLater {
public:
    KeptForLater(Connection& connection, const Schema& schema) : m_connection(connection), m_schema(schema) {}

    /// Notes a row, or the part of it that changed, of a table that is not in the schema.
    [[nodiscard]] Expected<void> keep(const RemoteRow& row);
    /// After an update of the program: moves into columns and tables what the schema knows by now. Values that do not
    /// fit their column stay kept.
    [[nodiscard]] Expected<void> takeUp(const Device& device, UtcMs now);
    /// Removes the fields that `now` withholds.
    [[nodiscard]] Expected<void> forgetFields(const StoreAccess& now);
    /// Removes all rows of unknown tables.
    [[nodiscard]] Expected<void> forgetRows();

private:
    struct KeptRow {
        QByteArray id;
        QByteArray clock;
        std::vector<ClockedValue> values;
    };
    Expected<std::vector<KeptRow>> rowsWithFields(const TableSchema& table);
    Expected<void> takeUpFields(const TableSchema& table, UtcMs now);
    Expected<void> takeUpRows(const TableSchema& table, const Device& device, UtcMs now);
    Expected<void> run(const QString& sql, const QVariantList& parameters);

    Connection& m_connection;
    const Schema& m_schema;
};

}  // namespace Forecourt
