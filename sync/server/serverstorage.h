// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "sync/server/auditentry.h"
#include "sync/server/rowstate.h"

#include <optional>
#include <span>
#include <vector>

namespace Forecourt {

/// One person who may sign in. The row of Users with the same id is what workstations see of it.
struct Account {
    Uuid user;
    QString login;
    QString displayName;
    QString role;         ///< owner, manager, sales, support, buyer, viewer
    QByteArray password;  ///< Argon2id, as libsodium writes it; never the password itself
    bool disabled = false;
    std::vector<Uuid> locations = {};  ///< whose rows this person may see and write, ascending; empty: all

    friend bool operator==(const Account&, const Account&) = default;
};

/// One enrolled workstation store.
struct EnrolledDevice {
    std::uint32_t ordinal = 0;  ///< in the clocks of everything it writes; never used again
    Uuid id;                    ///< made by the workstation
    Uuid user;                  ///< who signed in there last
    QString name;
    qint64 pushedOpid = 0;  ///< every operation up to this one is stored
    qint64 ackedSeq = 0;    ///< every row up to this sequence is on its disk, as far as it said

    friend bool operator==(const EnrolledDevice&, const EnrolledDevice&) = default;
};

/// Rows in order of sequence; `more` says that there are further ones.
struct RowsPage {
    std::vector<RowState> rows;
    bool more = false;
};

/// Where the server keeps everything. Used by one thread. Calls between begin() and commit() are one transaction,
/// durable when commit() has returned; whoever fails in between calls rollback().
/// Errors are those of the database: DiskFull, StoreDamaged, QueryFailed.
class ServerStorage {
public:
    virtual ~ServerStorage() = default;

    [[nodiscard]] virtual Expected<void> begin() = 0;
    [[nodiscard]] virtual Expected<void> commit() = 0;
    virtual void rollback() = 0;

    /// Random, made with the store; a restored backup gets a new one.
    virtual Expected<QByteArray> epoch() = 0;
    /// Identity of the dealership, 16 bytes.
    virtual Expected<QByteArray> dealership() = 0;
    /// Differs after another process has committed something.
    virtual Expected<qint64> outsideVersion() = 0;

    /// Newest sequence. Inside a transaction nobody else can take one until it ends, so sequences follow the order
    /// of commits.
    virtual Expected<qint64> seq() = 0;
    [[nodiscard]] virtual Expected<void> setSeq(qint64 seq) = 0;

    /// A row that was never seen comes back with `known` false.
    virtual Expected<RowState> row(std::uint16_t table, Uuid id) = 0;
    /// `owner` is null for rows that everybody receives.
    [[nodiscard]] virtual Expected<void> putRow(const RowState& row, bool isNew, Uuid owner) = 0;
    /// Rows with a sequence above `cursor` that `user` receives, in order, until `limit` rows or about `bytes` bytes.
    virtual Expected<RowsPage> rowsAfter(qint64 cursor, Uuid user, int limit, qsizetype bytes) = 0;

    virtual Expected<std::optional<EnrolledDevice>> device(std::uint32_t ordinal) = 0;
    virtual Expected<std::optional<EnrolledDevice>> deviceByToken(const QByteArray& tokenHash) = 0;
    /// Gives the device with this id to `user` with a new token, enrolling it if it is new.
    virtual Expected<EnrolledDevice> enrol(Uuid id, Uuid user, const QString& name, const QByteArray& tokenHash,
                                           UtcMs now) = 0;
    [[nodiscard]] virtual Expected<void> setPushed(std::uint32_t device, qint64 opid) = 0;
    [[nodiscard]] virtual Expected<void> setAcked(std::uint32_t device, qint64 seq, UtcMs now) = 0;

    [[nodiscard]] virtual Expected<void> putException(std::uint32_t device, const Wire::OpException& exception,
                                                      UtcMs now) = 0;
    virtual Expected<std::vector<Wire::OpException>> exceptions(std::uint32_t device, qint64 from, qint64 upto) = 0;
    [[nodiscard]] virtual Expected<void> forgetExceptionsBefore(UtcMs time) = 0;

    virtual Expected<std::vector<Account>> accounts() = 0;
    virtual Expected<std::optional<Account>> account(Uuid user) = 0;
    /// Ignores case.
    virtual Expected<std::optional<Account>> accountByLogin(const QString& login) = 0;
    [[nodiscard]] virtual Expected<void> putAccount(const Account& account) = 0;

    // The audit log. Only AuditTrail adds to it: the chain is made there.

    /// Inside a transaction nobody else can add entries after this was asked, until it ends.
    virtual Expected<AuditEnds> auditEnds() = 0;
    /// Entries that follow the newest one, which `newest` describes from now on.
    [[nodiscard]] virtual Expected<void> appendAudit(std::span<const AuditEntry> entries, const AuditMark& newest) = 0;
    virtual Expected<std::vector<AuditEntry>> auditEntries(const AuditRange& range, int limit) = 0;
    /// Removes everything up to and including `last`, which stays as AuditEnds::pruned.
    [[nodiscard]] virtual Expected<void> removeAudit(const AuditMark& last) = 0;
};

}  // namespace Forecourt
