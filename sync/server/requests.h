// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/opcheck.h"
#include "sync/server/rowstate.h"

#include <QHash>

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// What passes between the sessions and the storage: plain values, so that they may live on different threads.
namespace Forecourt {

class PasswordHasher;

/// Names one connected socket as long as the server runs.
using SessionId = std::uint64_t;

/// Who is behind a token, and what is stored of the device.
struct Principal {
    Author author;
    QString displayName;
    QByteArray family;      ///< of the sign-in, see DeviceSession
    UtcMs tokenEndsAt = 0;  ///< the connection ends then, unless another token comes
    qint64 pushedOpid = 0;
    QByteArray epoch;
    QByteArray dealership;
    qint64 seq = 0;
    HistoryFloor floor;                 ///< who has not heard of everything up to here starts over
    std::vector<HistoryPoint> forks{};  ///< see commonHistory()
};

/// One row that changed, as the sessions pass it on.
struct Change {
    qint64 seq = 0;
    RowScope scope;                      ///< who sees it now
    std::optional<RowScope> before;      ///< who saw it before, where those are others
    std::uint32_t author = 0;            ///< device that sent it
    SessionId session = 0;               ///< through which it did
    Wire::Row row;                       ///< for everybody else; nothing to tell if it has no fields and is not whole
    std::optional<Wire::Row> forAuthor;  ///< where the row ended otherwise than its author thinks
    std::optional<Wire::Row> whole;      ///< for who did not see it before, where those are others
};

// ---- requests -------------------------------------------------------------------------------------------------

struct AuthenticateRequest {
    SessionId session = 0;
    QByteArray tokenHash;
    std::uint32_t device = 0;
    QByteArray challenge;
    QByteArray proof;
    QString app{};      ///< program and version
    QString address{};  ///< of the peer
};

/// Another access token for the connection.
struct TokenRequest {
    SessionId session = 0;
    QByteArray tokenHash;
    std::uint32_t device = 0;
    QByteArray family;
};

struct PushRequest {
    SessionId session = 0;
    Author author;
    std::vector<Wire::Op> ops;
};

struct PageRequest {
    SessionId session = 0;
    qint64 cursor = 0;
    Access access;
    std::optional<View> had{};  ///< an earlier view, under which the workstation may hold rows as well
};

/// One step from an earlier view to the present one.
struct ViewRequest {
    enum class Stage { Forgetting, Giving };

    SessionId session = 0;
    Stage stage = Stage::Forgetting;
    qint64 after = 0;  ///< sequence
    Access access;
    ViewStep step;
};

struct FileRequest {
    SessionId session = 0;
    std::uint32_t device = 0;
    Access access;
    QByteArray sha;
    bool offered = false;  ///< by who wants to send it
};

/// A device has shown that it has a file.
struct UploadedRequest {
    SessionId session = 0;
    std::uint32_t device = 0;
    QByteArray sha;
};

struct AckedRequest {
    std::uint32_t device = 0;
    qint64 seq = 0;
};

/// Looks for what other processes changed: accounts, rows.
struct WatchRequest {};

/// Removes some of what nobody needs any more.
struct HousekeepingRequest {};

/// What a person asks of the server itself, see verb.h.
struct VerbRequest {
    SessionId session = 0;
    Author author;
    Wire::Request request;
    std::vector<std::uint32_t> connected{};  ///< devices that speak with this server now, ascending
    /// Null: hashes at once, on the thread of the storage.
    std::shared_ptr<PasswordHasher> hasher{};
};

using StorageRequest =
    std::variant<AuthenticateRequest, TokenRequest, PushRequest, PageRequest, ViewRequest, FileRequest, UploadedRequest,
                 AckedRequest, WatchRequest, HousekeepingRequest, VerbRequest>;

// ---- replies --------------------------------------------------------------------------------------------------

struct AuthenticateReply {
    SessionId session = 0;
    std::optional<Principal> principal;
    QString refusal;  ///< code for bye where there is no principal: expired, token, disabled, fault
};

struct TokenReply {
    SessionId session = 0;
    UtcMs endsAt = 0;
    QString refusal;  ///< code for bye, or empty
};

struct PushReply {
    struct Answer {
        SessionId session = 0;
        Wire::Pushed pushed;
        QString refusal;  ///< code for bye; nothing of the batch is stored then
    };
    std::vector<Answer> answers;
    std::vector<Change> changes;  ///< ascending by sequence
    qint64 seq = 0;               ///< newest sequence now
};

struct PageReply {
    SessionId session = 0;
    Wire::Page page;
    bool failed = false;
};

struct ViewReply {
    SessionId session = 0;
    ViewRequest::Stage stage = ViewRequest::Stage::Forgetting;
    Wire::Page page;  ///< without `upto`
    qint64 after = 0;
    bool done = false;  ///< the stage ends here
    bool failed = false;
};

struct FileReply {
    SessionId session = 0;
    QByteArray sha;
    bool mayRead = false;
};

struct UploadedReply {
    SessionId session = 0;
    QByteArray sha;
    bool stored = false;
};

struct WatchReply {
    bool changed = false;                       ///< the sequence and the people below are of now
    std::vector<Access> allowed;                ///< of users who may be connected
    QHash<std::uint32_t, QByteArray> signedIn;  ///< device and family of the sign-ins that count
    QHash<std::uint32_t, QString> signedOutBy;  ///< who signed a device out, where it was a person
    qint64 seq = 0;
};

struct HousekeepingReply {
    bool more = false;  ///< there is more to remove
    qint64 files = 0;   ///< that were removed, because no row has named them for long
    qint64 bytes = 0;   ///< of them
};

/// The hasher of this request has to work before it is asked again.
struct HashingReply {
    VerbRequest request;
};

struct VerbReply {
    SessionId session = 0;
    Wire::Answer answer;
    bool changes = false;  ///< others may have to be told at once
};

using StorageReply = std::variant<AuthenticateReply, TokenReply, PushReply, PageReply, ViewReply, FileReply,
                                  UploadedReply, WatchReply, HousekeepingReply, VerbReply, HashingReply>;

}  // namespace Forecourt
