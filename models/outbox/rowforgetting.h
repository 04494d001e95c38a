// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/outbox/remoterow.h"
#include "models/outbox/storeaccess.h"
#include "models/store/changes.h"
#include "models/store/connection.h"
#include "models/store/schema.h"

#include <QSet>

#include <vector>

namespace Forecourt {

/// Takes rows off this computer that went out of the person's sight: the row, its words in the search, what was kept of
/// the server's values beside it, and files that nothing else names. Unlike a deleted row it leaves no tombstone.
/// What the person typed into it and the server has not answered yet stays in the outbox: it is sent, and if it is
/// refused, listed with all that was typed. Used inside a transaction on the writer thread.
class RowForgetting {
public:
    RowForgetting(Connection& connection, const Schema& schema, UtcMs now)
        : m_connection(connection), m_schema(schema), m_now(now)
    {
    }

    [[nodiscard]] Expected<void> forget(const ForgottenRow& row, ChangeSet& changes);
    /// Every row of every table, but not those that were made here and are still to be sent.
    [[nodiscard]] Expected<void> forgetAll(ChangeSet& changes);
    /// Empties the fields that `now` withholds.
    [[nodiscard]] Expected<void> forgetFields(const StoreAccess& now, ChangeSet& changes);
    /// Shows again what the person typed into fields that were kept from them `before` and are not `now`: their own
    /// values come back from no server.
    [[nodiscard]] Expected<void> showTyped(const StoreAccess& before, const StoreAccess& now, ChangeSet& changes);
    /// Call once after all of them, before the commit.
    [[nodiscard]] Expected<void> finish();

    /// All that the server had to take away is gone: tells the person which locations are lost, and how much was
    /// removed of each. Notification "access_lost": table and id of the location, arguments [its name, count of
    /// vehicles].
    [[nodiscard]] Expected<void> tellLosses(const StoreAccess& access);

    /// True once something was forgotten whose words may still lie in the search: see purgeWords().
    static Expected<bool> isPurgeDue(Connection& connection);
    /// Rewrites the search so that nothing is left of words that were taken out. Takes time; inside a transaction.
    [[nodiscard]] static Expected<void> purgeWords(Connection& connection);
    /// After the commit, outside any transaction: removes the files from the disk and the old pages from the log.
    /// A failure is tried again by the next call.
    static void purgeDisk(Connection& connection, const QString& blobDirectory);

private:
    Expected<void> count(const TableSchema& table, Uuid id);
    Expected<void> noteFiles(const TableSchema& table, Uuid id);
    /// What waiting operations keep of the server's values.
    Expected<void> forgetGround(const TableSchema& table, const std::vector<std::uint16_t>& fields);
    QString namedFiles() const;

    Connection& m_connection;
    const Schema& m_schema;
    UtcMs m_now;
    bool m_any = false;
    QHash<QByteArray, int> m_counts;  ///< live vehicles by location
    QSet<QByteArray> m_files;
};

}  // namespace Forecourt
