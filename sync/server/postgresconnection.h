// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/sqlsession.h"
#include "sync/server/postgresaddress.h"

#include <QElapsedTimer>

namespace Forecourt {

/// One session with PostgreSQL that comes back by itself after the database was away. Used by one thread.
///
/// A statement outside a transaction is repeated once on a new connection when the old one turns out to be gone, so
/// it must do no harm twice. Inside one, everything fails from the first failure to the end of the transaction.
class PostgresConnection final : public SqlSession {
public:
    /// Errors: DatabaseUnreachable.
    static Expected<std::unique_ptr<PostgresConnection>> open(const PostgresAddress& address);
    ~PostgresConnection() override;

    /// Errors: also DatabaseUnreachable.
    [[nodiscard]] Expected<Query> run(const QString& sql, const QVariantList& parameters = {}) override;
    [[nodiscard]] Expected<void> script(const QString& sql) override;

    [[nodiscard]] Expected<void> begin();
    /// A transaction that only reads, and sees everything as it is now.
    [[nodiscard]] Expected<void> beginSnapshot();
    /// When this has failed, the transaction may have been stored or not.
    [[nodiscard]] Expected<void> commit();
    void rollback();

    /// How often a connection was made; whoever keeps numbers beside the database looks whether it is still the same.
    int connections() const { return m_connections; }

    /// For subscribing to notifications.
    QSqlDriver* driver() const { return database().driver(); }

private:
    explicit PostgresConnection(const PostgresAddress& address);
    Expected<void> connectNow();
    Expected<void> reconnect();
    Expected<void> beginAs(const QString& sql);
    Expected<void> scriptOnce(const QString& sql);
    template <class Statement>
    auto repeatedly(Statement statement) -> decltype(statement());
    bool readsForward() const override { return false; }
    Error errorOf(const QSqlError& error, const QString& sql) const override;

    const PostgresAddress m_address;
    int m_connections = 0;
    mutable bool m_lost = false;
    bool m_inTransaction = false;
    bool m_spoilt = false;        ///< a statement of this transaction has failed
    QElapsedTimer m_failedSince;  ///< since the last vain attempt to connect
};

}  // namespace Forecourt
