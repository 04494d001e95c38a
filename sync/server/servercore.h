// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"
#include "sync/server/changering.h"
#include "sync/server/requests.h"
#include "sync/server/secrets.h"
#include "sync/server/snapshotclass.h"

#include <QHash>
#include <QList>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace Forecourt {

/// What a socket is for, by its path.
enum class SocketKind { Rows, Blobs };

// ---- what the core wants done -----------------------------------------------------------------------------------

struct SendAction {
    SessionId session = 0;
    QByteArray bytes;
    qint64 rows = 0;  ///< in them
};

/// Close the socket after what was sent; the session is gone already.
struct CloseAction {
    SessionId session = 0;
};

struct StorageAction {
    StorageRequest request;
};

/// To be answered with ServerCore::blobAnswered().
struct BlobAction {
    SessionId session = 0;
    Wire::ClientMessage message;
    bool mayRead = false;  ///< who asks has a right to the file; otherwise it has to be sent, even if it is here
};

/// Which of these files are here now? To be answered with ServerCore::filesFound().
struct LookForFilesAction {
    SessionId session = 0;
    QList<QByteArray> wanted;
};

/// The hasher of this request has to work, on another thread; then it is to be asked of the storage once more.
struct HashAction {
    VerbRequest request;
};

/// Is there a snapshot, or is it worth it to make one? To be answered with ServerCore::snapshotFound().
struct FindSnapshotAction {
    SessionId session = 0;
    SnapshotClass whose;
    Access first;  ///< of whom the first pages would be
    QByteArray epoch;
    qint64 notBefore = 0;  ///< sequence: what is older is of no use
    qint64 newest = 0;
    QByteArray here;  ///< hash of one of which the workstation has pieces
};

/// To be answered with ServerCore::piecesRead().
struct ReadPiecesAction {
    SessionId session = 0;
    Wire::Take take;
};

using ServerAction = std::variant<SendAction, CloseAction, StorageAction, BlobAction, LookForFilesAction, HashAction,
                                  FindSnapshotAction, ReadPiecesAction>;

/// What there is for a workstation that takes snapshots.
struct SnapshotFinding {
    enum class Kind {
        Pages,  ///< so few rows that pages are as good, or something is wrong
        Made,   ///< it is being made: snapshotMade() tells
        Here,
    };
    SessionId session = 0;
    Kind kind = Kind::Pages;
    bool fewAtFirst = false;  ///< the first pages are few
    Wire::Snapshot snapshot{};
    std::optional<Uuid> first{};  ///< location of the first pages, for somebody who sees all and named none
};

/// The conversation with all connected workstations, as a machine: events and the present time go in, actions come
/// out. Knows no socket, no timer, no thread and no database, so that tests and simulations drive it step by step.
///
/// A session keeps one cursor, `sent`. Whatever lies after it is sent in pages, from the ring of recent changes if that
/// reaches back far enough, otherwise from the storage; never more pages ahead of their acks than the credit.
/// So catching up and following live are the same thing, and a reader that does not read costs no memory.
class ServerCore {
public:
    struct Options {
        const Schema* schema = nullptr;    ///< the shared one; null: that of this version
        int credit = 4;                    ///< pages ahead of their acks
        size_t ringCapacity = 60'000;      ///< values of fields: some megabytes
        UtcMs watchEvery = 500;            ///< look for what other processes changed
        UtcMs keepHouseEvery = 3'600'000;  ///< remove what nobody needs any more
        UtcMs tellIdleAfter = 500;         ///< delay of a cursor that moves without rows
        UtcMs silence = Wire::SilenceMs;   ///< a session that says nothing for so long ends
        qint64 leaseMs = 0;                ///< how long a workstation may open its store without us; 0: without limit
        bool sharesFiles = false;          ///< other servers take files for the same directory
        qint64 snapshotsFrom = 0;          ///< snapshots are offered from so many rows on; 0: never
        /// Makes what a device has to prove its secret with: random, never the same again.
        std::function<QByteArray()> challenge = [] { return secretBytes(Wire::ChallengeSize); };
    };

    explicit ServerCore(Options options);
    ~ServerCore();

    /// `address`: of the peer, for the audit log.
    void connected(SessionId session, SocketKind kind, UtcMs now, const QString& address = {});
    void received(SessionId session, const QByteArray& bytes, UtcMs now);
    void closed(SessionId session);
    void stored(StorageReply reply, UtcMs now);
    void blobAnswered(SessionId session, const std::vector<Wire::ServerMessage>& answers);
    /// Files that somebody missed, and that are here by now.
    void filesFound(SessionId session, const QList<QByteArray>& found);
    void snapshotFound(const SnapshotFinding& finding, UtcMs now);
    /// How far the snapshot for this class is, and that it is ready, or (nothing) cannot be made.
    void snapshotMaking(const QByteArray& key, const Wire::Making& making);
    void snapshotMade(const QByteArray& key, const std::optional<Wire::Snapshot>& snapshot, UtcMs now);
    /// Nothing: it is not here any more.
    void piecesRead(SessionId session, const Wire::Take& take, const std::optional<std::vector<Wire::Piece>>& pieces,
                    UtcMs now);
    /// Call about ten times a second, and when wakeAt() says.
    void tick(UtcMs now);
    /// When changes that wait for others, to be passed on together, have waited long enough.
    std::optional<UtcMs> wakeAt() const;
    /// A hint that another process has changed something: looks at once, not only with a later tick.
    void watch();
    /// Says good-bye to everybody.
    void shutDown();

    /// What is to be done, in order; empties the list.
    std::vector<ServerAction> takeActions();
    int sessions() const;

private:
    struct Session;
    struct CommonPage;

    void on(Session& session, const Wire::Hello& hello, UtcMs now);
    void on(Session& session, const Wire::Proof& proof);
    void on(Session& session, Wire::Request request);
    void onRows(Session& session, Wire::ClientMessage message, UtcMs now);
    void onBlobs(Session& session, Wire::ClientMessage message, UtcMs now);
    void on(const AuthenticateReply& reply, UtcMs now);
    void on(const TokenReply& reply, UtcMs now);
    void on(PushReply reply, UtcMs now);
    void on(PageReply reply, UtcMs now);
    void on(ViewReply reply, UtcMs now);
    void on(const FileReply& reply, UtcMs now);
    void on(const UploadedReply& reply, UtcMs now);
    void on(const WatchReply& reply, UtcMs now);
    void on(const HousekeepingReply& reply, UtcMs now);
    void on(VerbReply reply, UtcMs now);
    void on(HashingReply reply, UtcMs now);

    void welcome(Session& session, const Principal& principal, UtcMs now);
    void changeView(Session& session);
    void pump(Session& session, UtcMs now);
    void sendPages(Session& session, UtcMs now);
    bool takesSnapshots(const Session& session) const;
    void findSnapshot(Session& session, const QByteArray& here);
    void on(Session& session, const Wire::Take& take);
    void narrow(Session& session, const Access& access);
    void widen(Session& session);
    void offerSnapshot(Session& session);
    void goOnWithPages(Session& session);
    void revokeSnapshot(Session& session);
    void pumpAll(UtcMs now);
    /// Now, or a little later together with what comes meanwhile: passing one change on to a thousand workstations
    /// takes a while, in which nothing else is done.
    void pumpSoon(UtcMs now);
    UtcMs pumpGap() const;
    void sendPage(Session& session, Wire::Page page);
    const CommonPage* commonPage(const Session& session) const;
    const CommonPage& keepCommon(const Session& session, const Wire::Page& page, std::vector<std::uint32_t> authors);
    void sendCommon(Session& session, const CommonPage& page);
    void send(Session& session, const Wire::ServerMessage& message);
    void end(Session& session, const QString& code, const QString& reason = {}, qint64 retryAfterMs = 0);
    Session* find(SessionId session);
    void lookForFiles(Session& session);
    /// Whoever asked for a file that is here now.
    void tellWaiting(const QByteArray& sha);

    const Options m_options;
    const Schema& m_schema;
    std::map<SessionId, std::unique_ptr<Session>> m_sessions;
    int m_following = 0;  ///< sessions that receive rows; asked after every message, so not counted anew
    ChangeRing m_ring;
    std::vector<ServerAction> m_actions;
    UtcMs m_watchedAt = 0;
    UtcMs m_lookedForFilesAt = 0;
    UtcMs m_keptHouseAt = 0;
    UtcMs m_pumpedAt = 0;       ///< everybody, last
    bool m_pumpDue = false;     ///< there are changes since
    bool m_watching = false;    ///< the storage is looking
    bool m_watchAgain = false;  ///< there was a hint meanwhile

    /// A page encoded: workstations that follow live under the same rights all get the same bytes.
    struct CommonPage {
        QString role;
        std::vector<Uuid> locations;
        qint64 from = -1;
        qint64 upto = -1;
        bool more = false;
        qint64 newest = -1;                  ///< sequence when it was made
        std::vector<std::uint32_t> authors;  ///< devices that get something else
        qint64 rows = 0;
        QByteArray bytes;  ///< none: nothing of it is for them
    };
    std::deque<CommonPage> m_common;  ///< the newest first
};

}  // namespace Forecourt
