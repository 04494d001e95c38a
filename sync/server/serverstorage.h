// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "sync/server/auditrange.h"
#include "sync/server/devicesession.h"
#include "sync/server/history.h"
#include "sync/server/rowstate.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace Forecourt {

/// Ordinal of the server itself in clocks of rows that it writes.
inline constexpr std::uint32_t ServerDevice = 1;

/// One person who may sign in. The row of Users with the same id is what workstations see of it.
struct Account {
    Uuid user;
    QString login;
    QString displayName;
    QString role;         ///< owner, manager, sales, support, buyer, viewer
    QByteArray password;  ///< Argon2id, as libsodium writes it; never the password itself
    bool disabled = false;
    std::vector<Uuid> locations = {};  ///< whose rows this person may see and write, ascending; empty: all
    bool temporary = false;            ///< somebody else has given the password: another is chosen at the next sign-in

    Access access() const { return {user, role, locations}; }

    friend bool operator==(const Account&, const Account&) = default;
};

/// The second factor of a person, see secondfactors.h.
struct SecondFactor {
    Uuid user;
    QByteArray secret;      ///< of the telephone, encrypted: see FactorKey
    QByteArray salt;        ///< of the recovery codes' hashes
    UtcMs confirmedAt = 0;  ///< 0: begun, does not count yet
    qint64 lastStep = 0;    ///< the newest whose code was shown: none counts twice

    friend bool operator==(const SecondFactor&, const SecondFactor&) = default;
};

/// One enrolled workstation store.
struct EnrolledDevice {
    std::uint32_t ordinal = 0;  ///< in the clocks of everything it writes; never used again
    Uuid id;                    ///< made by the workstation
    Uuid user;                  ///< who signed in there last
    QString name;
    qint64 pushedOpid = 0;  ///< every operation up to this one is stored
    qint64 ackedSeq = 0;    ///< every row up to this sequence is on its disk, as far as it said
    QString app;            ///< program and version that it spoke with last
    QString address;        ///< from where
    UtcMs enrolledAt = 0;
    UtcMs seenAt = 0;  ///< last contact, to the minute

    friend bool operator==(const EnrolledDevice&, const EnrolledDevice&) = default;
};

/// Rows in order of sequence; `more` says that there are further ones.
struct RowsPage {
    std::vector<RowState> rows;
    bool more = false;
};

/// A row that has left a scope.
struct ScopeExit {
    qint64 seq = 0;  ///< of the change that took it out
    Wire::ForgottenRow row;
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
    /// True once after accounts or sign-ins were written through this object.
    virtual bool takePeopleWritten() = 0;

    /// Newest sequence. Inside a transaction nobody else can take one until it ends, so sequences follow the order
    /// of commits.
    virtual Expected<qint64> seq() = 0;
    [[nodiscard]] virtual Expected<void> setSeq(qint64 seq) = 0;

    /// A row that was never seen comes back with `known` false.
    virtual Expected<RowState> row(std::uint16_t table, Uuid id) = 0;
    [[nodiscard]] virtual Expected<void> putRow(const RowState& row, bool isNew) = 0;
    /// Every row of a small table, deleted ones included.
    virtual Expected<std::vector<RowState>> rowsOf(std::uint16_t table) = 0;
    /// Rows that share the scope of row `parent`.
    virtual Expected<std::vector<RowState>> children(Uuid parent) = 0;

    /// Which rows are asked for.
    struct RowQuery {
        qint64 after = 0;            ///< sequence
        View seen;                   ///< that this view sees …
        std::optional<View> unseen;  ///< … and this one does not
        int limit = 0;               ///< at most so many
        qsizetype bytes = 0;         ///< and about so many bytes
        qint64 upto = std::numeric_limits<qint64>::max();
    };
    /// In order of sequence.
    virtual Expected<RowsPage> rows(const RowQuery& query) = 0;
    /// How many rows this view sees, but no more than `most`.
    virtual Expected<int> countRows(const View& seen, int most) = 0;

    /// Remembers that `row` has just left `before`.
    [[nodiscard]] virtual Expected<void> putExit(const RowState& row, const RowScope& before, UtcMs now) = 0;
    /// Rows that left what `seen` sees after `after` and are out of sight of `now`, in order, at most `limit`.
    virtual Expected<std::vector<ScopeExit>> exits(qint64 after, const View& seen, const View& now, int limit) = 0;
    /// The version and the rules under which scopes and files of the rows were computed; empty at first.
    virtual Expected<QByteArray> scopeRules() = 0;
    [[nodiscard]] virtual Expected<void> setScopeRules(const QByteArray& rules) = 0;

    /// Notes which files a row names now. Who named those that it named before stays as it is.
    struct FileLink {
        QByteArray sha;
        std::uint32_t device = 0;  ///< that named it
        bool mayRead = false;      ///< and had a right to it then
    };
    [[nodiscard]] virtual Expected<void> linkFiles(const RowState& row, const std::vector<FileLink>& files) = 0;
    /// `device` has shown that it has this file.
    [[nodiscard]] virtual Expected<void> putUpload(const QByteArray& sha, std::uint32_t device) = 0;
    /// True if the device has shown that it has the file, or may see a row that names it rightly.
    virtual Expected<bool> mayReadFile(const QByteArray& sha, std::uint32_t device, const Access& access) = 0;
    /// Somebody speaks of this file: from now on its days without use are counted anew.
    [[nodiscard]] virtual Expected<void> keepFile(const QByteArray& sha) = 0;

    // Files that nobody needs any more. Only UnusedFiles asks and writes: the rules are there.

    struct UnusedFile {
        QByteArray sha;
        int days = 0;  ///< on which no living row named it
        UtcMs at = 0;  ///< when the last of them was counted
    };
    /// Those that a living row names, of these.
    virtual Expected<std::vector<QByteArray>> usedFiles(std::span<const QByteArray> files) = 0;
    /// What was counted of files whose hash begins with this byte.
    virtual Expected<std::vector<UnusedFile>> unusedFiles(std::uint8_t first) = 0;
    [[nodiscard]] virtual Expected<void> putUnusedFile(const UnusedFile& file) = 0;
    /// It is not here any more, and nobody has a right to it by having sent it.
    [[nodiscard]] virtual Expected<void> forgetFile(const QByteArray& sha) = 0;

    virtual Expected<std::optional<EnrolledDevice>> device(std::uint32_t ordinal) = 0;
    /// Every workstation that ever signed in, in order of enrolment; not the server itself.
    virtual Expected<std::vector<EnrolledDevice>> devices() = 0;
    /// It speaks with this program from this address now.
    [[nodiscard]] virtual Expected<void> noteArrival(std::uint32_t device, const QString& app, const QString& address,
                                                     UtcMs now) = 0;
    /// Gives the device with this id to `user`, enrolling it if it is new.
    virtual Expected<EnrolledDevice> enrol(Uuid id, Uuid user, const QString& name, UtcMs now) = 0;
    [[nodiscard]] virtual Expected<void> setPushed(std::uint32_t device, qint64 opid) = 0;
    [[nodiscard]] virtual Expected<void> setAcked(std::uint32_t device, qint64 seq, UtcMs now) = 0;

    [[nodiscard]] virtual Expected<void> putException(std::uint32_t device, const Wire::OpException& exception,
                                                      UtcMs now) = 0;
    virtual Expected<std::vector<Wire::OpException>> exceptions(std::uint32_t device, qint64 from, qint64 upto) = 0;

    // What nobody needs any more. Only Housekeeping removes it: the rules are there.

    /// The newest sequence at some moment.
    struct SeqMark {
        UtcMs at = 0;
        qint64 seq = 0;
    };
    /// The newest mark that is not after `upto`.
    virtual Expected<std::optional<SeqMark>> seqMark(UtcMs upto) = 0;
    [[nodiscard]] virtual Expected<void> putSeqMark(const SeqMark& mark) = 0;
    [[nodiscard]] virtual Expected<void> removeSeqMarks(UtcMs before, UtcMs after) = 0;
    virtual Expected<HistoryFloor> historyFloor() = 0;
    [[nodiscard]] virtual Expected<void> setHistoryFloor(const HistoryFloor& floor) = 0;
    /// Where earlier epochs ended, oldest first, see commonHistory().
    virtual Expected<std::vector<HistoryPoint>> epochForks() = 0;
    /// These three remove at most `limit`, the oldest first, and say how many.
    virtual Expected<int> removeTombstones(qint64 upto, int limit) = 0;
    virtual Expected<int> removeExits(qint64 upto, int limit) = 0;
    virtual Expected<int> removeExceptionsBefore(UtcMs time, int limit) = 0;

    // Sign-ins of devices. Only SessionTokens writes them: the rules are there.

    virtual Expected<std::vector<DeviceSession>> sessions() = 0;
    virtual Expected<std::optional<DeviceSession>> sessionOf(std::uint32_t device) = 0;
    virtual Expected<std::optional<DeviceSession>> sessionByFamily(const QByteArray& family) = 0;
    [[nodiscard]] virtual Expected<void> putSession(const DeviceSession& session) = 0;
    /// The refresh token with this hash reached the device, if it still is the newest one.
    [[nodiscard]] virtual Expected<void> markRefreshUsed(std::uint32_t device, const QByteArray& refresh) = 0;
    /// After a backup was put back: which ones were given since is not known.
    [[nodiscard]] virtual Expected<void> forgetRefreshTokens() = 0;
    virtual Expected<std::optional<AccessToken>> accessToken(const QByteArray& hash) = 0;
    [[nodiscard]] virtual Expected<void> putAccessToken(const AccessToken& token) = 0;
    [[nodiscard]] virtual Expected<void> removeAccessTokens(std::uint32_t device) = 0;
    [[nodiscard]] virtual Expected<void> removeAccessTokensBefore(UtcMs time) = 0;

    virtual Expected<std::vector<Account>> accounts() = 0;
    virtual Expected<std::optional<Account>> account(Uuid user) = 0;
    /// Ignores case.
    virtual Expected<std::optional<Account>> accountByLogin(const QString& login) = 0;
    [[nodiscard]] virtual Expected<void> putAccount(const Account& account) = 0;

    // Second factors. Only SecondFactors writes them: the rules are there.

    virtual Expected<std::optional<SecondFactor>> secondFactor(Uuid user) = 0;
    [[nodiscard]] virtual Expected<void> putSecondFactor(const SecondFactor& factor) = 0;
    /// With its recovery codes.
    [[nodiscard]] virtual Expected<void> removeSecondFactor(Uuid user) = 0;
    /// How many are left.
    virtual Expected<int> recoveryCodes(Uuid user) = 0;
    [[nodiscard]] virtual Expected<void> replaceRecoveryCodes(Uuid user, const std::vector<QByteArray>& hashes) = 0;
    /// False if there is none with this hash.
    virtual Expected<bool> removeRecoveryCode(Uuid user, const QByteArray& hash) = 0;

    // Failed sign-ins by name. Only Lockout writes them: the rules are there.

    struct SignInFailures {
        int count = 0;  ///< in a row
        UtcMs at = 0;   ///< the last one
        UtcMs until = 0;
    };
    /// None: all zero.
    virtual Expected<SignInFailures> signInFailures(const QByteArray& key) = 0;
    /// All zero: forgets them.
    [[nodiscard]] virtual Expected<void> putSignInFailures(const QByteArray& key, const SignInFailures& failures) = 0;
    [[nodiscard]] virtual Expected<void> forgetSignInFailuresBefore(UtcMs time) = 0;

    // Failures by where they come from. Only FailureLimits writes them: the rules are there.

    struct FailureCount {
        int count = 0;
        UtcMs since = 0;  ///< the first of them
    };
    /// None: all zero.
    virtual Expected<FailureCount> failureCount(const QByteArray& source) = 0;
    /// One more now, or the first of another count if the present one began at `over` or before, or lies ahead. Servers
    /// that count at once lose none.
    [[nodiscard]] virtual Expected<void> countFailure(const QByteArray& source, UtcMs now, UtcMs over) = 0;
    [[nodiscard]] virtual Expected<void> forgetFailuresBefore(UtcMs time) = 0;

    // The audit log. Only AuditTrail adds to it: the chain is made there.

    /// Inside a transaction nobody else can add entries after this was asked, until it ends.
    virtual Expected<AuditEnds> auditEnds() = 0;
    /// Entries that follow the newest one, which `newest` describes from now on.
    [[nodiscard]] virtual Expected<void> appendAudit(std::span<const AuditEntry> entries, const AuditMark& newest) = 0;
    virtual Expected<std::vector<AuditEntry>> auditEntries(const AuditRange& range, int limit) = 0;
    /// How far down from its newest entry a range can be read at the price of looking at `count` entries, whatever
    /// passes its conditions. Nothing if that reaches its end.
    virtual Expected<std::optional<AuditPlace>> auditReach(const AuditRange& range, int count) = 0;
    /// Removes everything up to and including `last`, which stays as AuditEnds::pruned.
    [[nodiscard]] virtual Expected<void> removeAudit(const AuditMark& last) = 0;
};

}  // namespace Forecourt
