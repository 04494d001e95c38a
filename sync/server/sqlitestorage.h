// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"
#include "sync/server/serverstorage.h"

#include <memory>

namespace Forecourt {

/// The server's store in one SQLite file. Statements keep to what PostgreSQL takes as well, except where said.
class SqliteStorage final : public ServerStorage {
public:
    /// Opens or creates `file` (":memory:" for one in memory).
    /// Errors: StoreUnreadable, StoreTooNew, StoreDamaged, DiskFull.
    static Expected<std::unique_ptr<SqliteStorage>> open(const QString& file);

    Expected<void> begin() override;
    Expected<void> commit() override;
    void rollback() override;

    Expected<QByteArray> epoch() override;
    Expected<QByteArray> dealership() override;
    Expected<qint64> outsideVersion() override;

    Expected<qint64> seq() override;
    Expected<void> setSeq(qint64 seq) override;

    Expected<RowState> row(std::uint16_t table, Uuid id) override;
    Expected<void> putRow(const RowState& row, bool isNew, Uuid owner) override;
    Expected<RowsPage> rowsAfter(qint64 cursor, Uuid user, int limit, qsizetype bytes) override;

    Expected<std::optional<EnrolledDevice>> device(std::uint32_t ordinal) override;
    Expected<std::optional<EnrolledDevice>> deviceByToken(const QByteArray& tokenHash) override;
    Expected<EnrolledDevice> enrol(Uuid id, Uuid user, const QString& name, const QByteArray& tokenHash,
                                   UtcMs now) override;
    Expected<void> setPushed(std::uint32_t device, qint64 opid) override;
    Expected<void> setAcked(std::uint32_t device, qint64 seq, UtcMs now) override;

    Expected<void> putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now) override;
    Expected<std::vector<Wire::OpException>> exceptions(std::uint32_t device, qint64 from, qint64 upto) override;
    Expected<void> forgetExceptionsBefore(UtcMs time) override;

    Expected<std::vector<Account>> accounts() override;
    Expected<std::optional<Account>> account(Uuid user) override;
    Expected<std::optional<Account>> accountByLogin(const QString& login) override;
    Expected<void> putAccount(const Account& account) override;

    Connection& connection() { return *m_connection; }

private:
    explicit SqliteStorage(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
    Expected<void> prepareSchema();
    Expected<void> execute(const QString& sql, const QVariantList& parameters);
    Expected<QByteArray> meta(const QString& key);
    Expected<std::optional<EnrolledDevice>> oneDevice(const QString& condition, const QVariant& value);
    Expected<std::vector<Account>> readAccounts(const QString& condition, const QVariantList& parameters);

    std::unique_ptr<Connection> m_connection;
    std::optional<Transaction> m_transaction;
};

}  // namespace Forecourt
