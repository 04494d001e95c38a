// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/outbox/devicelease.h"
#include "models/outbox/outboxops.h"
#include "models/outbox/remoterow.h"
#include "models/outbox/rowforgetting.h"
#include "models/outbox/storeaccess.h"
#include "sync/client/snapshotdownload.h"
#include "sync/protocol/messages.h"

#include <optional>
#include <variant>
#include <vector>

/// What ClientCore is told and what it wants done. Wishes about the store carry the number of the connection they were
/// made in, and the answer carries it back: what belongs to an earlier connection is ignored.
namespace Forecourt::SyncEvent {

/// Whether there should be a connection at all: somebody is signed in and does not work offline.
struct Wanted {
    bool connected = false;
};
/// A person does not want to wait for the next attempt, or the network changed.
struct TryNow {};
/// The socket stands.
struct Opened {};
/// The socket could not be opened, or is gone.
struct Closed {
    std::optional<Error> error;
};
struct Received {
    Wire::ServerMessage message;
};
/// Something came that is not of this protocol.
struct Unreadable {
    Error error;
};
/// The moment asked for with WakeAt has come.
struct Woken {};
struct OutboxChanged {};

/// Answer to Identify.
struct Identified {
    int link = 0;
    QByteArray token;
    QByteArray dealership;  ///< empty before the first sign-in
    QByteArray epoch;
    std::uint32_t device = 0;
    qint64 cursor = 0;
    qint64 nextOpid = 1;
    QByteArray view{};
    QByteArray secret{};  ///< of this device
    Uuid location{};      ///< whose rows are wanted first; null: of no one in particular
    SnapshotPart part{};  ///< of a snapshot, from an earlier connection
};
/// No access token was to be had: the sign-in is over, or the server says why it gives none.
struct TokenRefused {
    Error error;
};
/// There is another access token.
struct TokenRenewed {
    QByteArray token;
};
/// Answer to Resume.
struct Resumed {
    int link = 0;
};
/// Answer to Take; empty when nothing waits.
struct Taken {
    int link = 0;
    std::vector<OutboxOp> ops;
};
/// Answer to Acknowledge.
struct Acknowledged {
    int link = 0;
};
/// Answer to Apply.
struct Applied {
    int link = 0;
};
/// Answer to InstallSnapshot: its rows are in the store.
struct SnapshotInstalled {
    int link = 0;
};
/// It cannot be kept, is not what was offered, or does not fit into the store, which is as it was.
struct SnapshotUnusable {
    int link = 0;
    Error error;
};
/// Somebody asks the server something; answered by the action Answered with the same number.
struct Asked {
    qint64 number = 0;
    QString name;
    QByteArray arguments;
};
/// A wish about the store was not fulfilled (disk full, damaged).
struct StoreFailed {
    int link = 0;
    Error error;
};

}  // namespace Forecourt::SyncEvent

namespace Forecourt::SyncAction {

/// Open the socket, with an access token at hand for Identified.
struct Connect {};
/// The access token does not count any more.
struct DropToken {};
/// This store is not to be opened any more without the server.
struct EndLease {
    DeviceLease::Ended why = DeviceLease::Ended::No;
    QString by{};
};
/// Drop the socket; nothing of it may be reported any more.
struct Disconnect {};
struct Send {
    Wire::ClientMessage message;
};
/// Read who and where the store is.
struct Identify {
    int link = 0;
};
/// Bring the outbox to where the server is. With `startOver`, first set the cursor to 0; then note what the person may
/// see (`fresh`: dropping every row) and the epoch.
struct Resume {
    int link = 0;
    qint64 pushedOpid = 0;
    QByteArray epoch;
    bool startOver = false;
    StoreAccess access{};
    bool fresh = false;
    qint64 leaseMs = 0;  ///< of welcome
    int schema = 0;      ///< of the server
};
/// The next operations after `after`.
struct Take {
    int link = 0;
    qint64 after = 0;
    int limit = 0;
    qint64 bytes = 0;
};
struct Acknowledge {
    int link = 0;
    qint64 upto = 0;
    qint64 seq = 0;
    std::vector<OpException> exceptions;
};
struct Apply {
    int link = 0;
    std::vector<RemoteRow> rows;
    qint64 upto = 0;
    std::vector<ForgottenRow> forgotten{};  ///< first
    QByteArray view{};
    bool last = true;  ///< nothing more follows at once
};
struct SetClockOffset {
    qint64 msecs = 0;
};
/// Get ready for the pieces of a snapshot, after those that are here of this very one.
struct BeginSnapshot {
    int link = 0;
    Wire::Snapshot snapshot;
};
/// The next piece of it.
struct KeepPiece {
    int link = 0;
    QByteArray data;
};
/// It is complete: check it and put its rows into the store.
struct InstallSnapshot {
    int link = 0;
    Wire::Snapshot snapshot;
};
/// What is here of a snapshot is of no use.
struct DropSnapshot {};
/// What came of Asked: the body, or why there is none.
struct Answered {
    qint64 number = 0;
    std::optional<Error> error;
    QByteArray body;
};

}  // namespace Forecourt::SyncAction

namespace Forecourt {

using ClientEvent =
    std::variant<SyncEvent::Wanted, SyncEvent::TryNow, SyncEvent::Opened, SyncEvent::Closed, SyncEvent::Received,
                 SyncEvent::Unreadable, SyncEvent::Woken, SyncEvent::OutboxChanged, SyncEvent::Identified,
                 SyncEvent::Resumed, SyncEvent::Taken, SyncEvent::Acknowledged, SyncEvent::Applied,
                 SyncEvent::StoreFailed, SyncEvent::TokenRefused, SyncEvent::TokenRenewed, SyncEvent::Asked,
                 SyncEvent::SnapshotInstalled, SyncEvent::SnapshotUnusable>;

using ClientAction = std::variant<SyncAction::Connect, SyncAction::Disconnect, SyncAction::Send, SyncAction::Identify,
                                  SyncAction::Resume, SyncAction::Take, SyncAction::Acknowledge, SyncAction::Apply,
                                  SyncAction::SetClockOffset, SyncAction::DropToken, SyncAction::EndLease,
                                  SyncAction::Answered, SyncAction::BeginSnapshot, SyncAction::KeepPiece,
                                  SyncAction::InstallSnapshot, SyncAction::DropSnapshot>;

}  // namespace Forecourt
