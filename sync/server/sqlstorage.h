// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/sqlsession.h"
#include "sync/server/serverstorage.h"

#include <utility>

namespace Forecourt {

/// The server's store in a database that speaks SQL: every statement is here, once, in words that SQLite and PostgreSQL
/// both understand. What differs is what SqliteStorage and PostgresStorage fill in.
///
/// A single write outside begin() and commit() is a transaction of its own.
class SqlStorage : public ServerStorage {
public:
    Expected<void> begin() final;
    Expected<void> commit() final;
    void rollback() final;

    Expected<QByteArray> epoch() override;
    Expected<QByteArray> dealership() override;
    bool takePeopleWritten() override { return std::exchange(m_peopleWritten, false); }

    Expected<qint64> seq() override;
    Expected<void> setSeq(qint64 seq) override;

    Expected<RowState> row(std::uint16_t table, Uuid id) override;
    Expected<void> putRow(const RowState& row, bool isNew) override;
    Expected<std::vector<RowState>> rowsOf(std::uint16_t table) override;
    Expected<std::vector<RowState>> children(Uuid parent) override;
    Expected<RowsPage> rows(const RowQuery& query) override;
    Expected<int> countRows(const View& seen, int most) override;

    Expected<void> putExit(const RowState& row, const RowScope& before, UtcMs now) override;
    Expected<std::vector<ScopeExit>> exits(qint64 after, const View& seen, const View& now, int limit) override;
    Expected<QByteArray> scopeRules() override;
    Expected<void> setScopeRules(const QByteArray& rules) override;
    Expected<void> linkFiles(const RowState& row, const std::vector<FileLink>& files) override;
    Expected<void> putUpload(const QByteArray& sha, std::uint32_t device) override;
    Expected<bool> mayReadFile(const QByteArray& sha, std::uint32_t device, const Access& access) override;
    Expected<void> keepFile(const QByteArray& sha) override;
    Expected<std::vector<QByteArray>> usedFiles(std::span<const QByteArray> files) override;
    Expected<std::vector<UnusedFile>> unusedFiles(std::uint8_t first) override;
    Expected<void> putUnusedFile(const UnusedFile& file) override;
    Expected<void> forgetFile(const QByteArray& sha) override;

    Expected<std::optional<EnrolledDevice>> device(std::uint32_t ordinal) override;
    Expected<SignInFailures> signInFailures(const QByteArray& key) override;
    Expected<void> putSignInFailures(const QByteArray& key, const SignInFailures& failures) override;
    Expected<void> forgetSignInFailuresBefore(UtcMs time) override;
    Expected<FailureCount> failureCount(const QByteArray& source) override;
    Expected<void> countFailure(const QByteArray& source, UtcMs now, UtcMs over) override;
    Expected<void> forgetFailuresBefore(UtcMs time) override;
    Expected<std::vector<EnrolledDevice>> devices() override;
    Expected<void> noteArrival(std::uint32_t device, const QString& app, const QString& address, UtcMs now) override;
    Expected<EnrolledDevice> enrol(Uuid id, Uuid user, const QString& name, UtcMs now) override;
    Expected<void> setPushed(std::uint32_t device, qint64 opid) override;
    Expected<void> setAcked(std::uint32_t device, qint64 seq, UtcMs now) override;

    Expected<void> putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now) override;
    Expected<std::vector<Wire::OpException>> exceptions(std::uint32_t device, qint64 from, qint64 upto) override;

    Expected<std::optional<SeqMark>> seqMark(UtcMs upto) override;
    Expected<void> putSeqMark(const SeqMark& mark) override;
    Expected<void> removeSeqMarks(UtcMs before, UtcMs after) override;
    Expected<HistoryFloor> historyFloor() override;
    Expected<void> setHistoryFloor(const HistoryFloor& floor) override;
    Expected<std::vector<HistoryPoint>> epochForks() override;
    Expected<int> removeTombstones(qint64 upto, int limit) override;
    Expected<int> removeExits(qint64 upto, int limit) override;
    Expected<int> removeExceptionsBefore(UtcMs time, int limit) override;

    Expected<std::vector<DeviceSession>> sessions() override;
    Expected<std::optional<DeviceSession>> sessionOf(std::uint32_t device) override;
    Expected<std::optional<DeviceSession>> sessionByFamily(const QByteArray& family) override;
    Expected<void> putSession(const DeviceSession& one) override;
    Expected<void> markRefreshUsed(std::uint32_t device, const QByteArray& refresh) override;
    Expected<void> forgetRefreshTokens() override;
    Expected<std::optional<AccessToken>> accessToken(const QByteArray& hash) override;
    Expected<void> putAccessToken(const AccessToken& token) override;
    Expected<void> removeAccessTokens(std::uint32_t device) override;
    Expected<void> removeAccessTokensBefore(UtcMs time) override;

    Expected<std::vector<Account>> accounts() override;
    Expected<std::optional<Account>> account(Uuid user) override;
    Expected<std::optional<Account>> accountByLogin(const QString& login) override;
    Expected<void> putAccount(const Account& account) override;

    Expected<std::optional<SecondFactor>> secondFactor(Uuid user) override;
    Expected<void> putSecondFactor(const SecondFactor& factor) override;
    Expected<void> removeSecondFactor(Uuid user) override;
    Expected<int> recoveryCodes(Uuid user) override;
    Expected<void> replaceRecoveryCodes(Uuid user, const std::vector<QByteArray>& hashes) override;
    Expected<bool> removeRecoveryCode(Uuid user, const QByteArray& hash) override;

    Expected<AuditEnds> auditEnds() override;
    Expected<void> appendAudit(std::span<const AuditEntry> entries, const AuditMark& newest) override;
    Expected<std::vector<AuditEntry>> auditEntries(const AuditRange& range, int limit) override;
    Expected<std::optional<AuditPlace>> auditReach(const AuditRange& range, int count) override;
    Expected<void> removeAudit(const AuditMark& last) override;

    virtual SqlSession& session() = 0;

protected:
    /// Creates or updates the tables. Errors: StoreTooNew, those of the database.
    Expected<void> prepareSchema();

    /// Starts a transaction that nobody else can write beside, so that sequences follow the order of commits.
    virtual Expected<void> beginAlone() = 0;
    virtual Expected<void> commitAlone() = 0;
    virtual void rollbackAlone() = 0;
    /// Version of the tables, 0 if there are none. Like all three, called inside a transaction.
    virtual Expected<int> schemaVersion() = 0;
    virtual Expected<void> setSchemaVersion(int version) = 0;
    virtual QString schemaScript(int version) const = 0;
    /// Likewise, and nobody else can prepare tables at the same time.
    virtual Expected<void> beginPreparing() { return beginAlone(); }
    /// For a store that is only looked at, as old as it is.
    void lookAtVersion(int version)
    {
        m_hasAudit = version >= 2;
        m_hasLocations = version >= 3;
        m_hasTemporary = version >= 12;
    }

private:
    /// Statement that changes something, in the open transaction or one of its own.
    Expected<void> write(const QString& sql, const QVariantList& parameters);
    Expected<void> execute(const QString& sql, const QVariantList& parameters);
    /// Runs a DELETE and says how many rows it took.
    Expected<int> removed(const QString& sql, const QVariantList& parameters);
    Expected<void> prepareTables();
    Expected<QByteArray> meta(const QString& key);
    Expected<void> setMeta(const QString& key, const QByteArray& value);
    Expected<std::vector<EnrolledDevice>> readDevices(const QString& condition, const QVariantList& parameters);
    Expected<std::vector<Account>> readAccounts(const QString& condition, const QVariantList& parameters);
    Expected<std::vector<DeviceSession>> readSessions(const QString& condition, const QVariantList& parameters);
    template <class Body>
    auto together(Body body) -> decltype(body());

    bool m_inTransaction = false;
    bool m_peopleWritten = false;
    bool m_hasAudit = true;
    bool m_hasLocations = true;
    bool m_hasTemporary = true;
};

template <class Body>
auto SqlStorage::together(Body body) -> decltype(body())
{
    if (m_inTransaction)
        return body();
    FC_TRY(begin());
    auto done = body();
    if (!done) {
        rollback();
        return done;
    }
    if (const auto committed = commit(); !committed) {
        rollback();
        return fail(committed.error());
    }
    return done;
}

}  // namespace Forecourt
