// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"
#include "sync/client/backoff.h"
#include "sync/client/clientevents.h"
#include "sync/client/clocksamples.h"
#include "sync/client/snapshottaking.h"

#include <deque>
#include <set>

namespace Forecourt {

/// The workstation's side of the conversation about rows, as a machine: events and the present time go in, actions come
/// out. Knows no socket, no timer, no clock, no thread and no store, so that tests and simulations drive it step by
/// step. PROTOCOL.md tells the conversation.
///
/// Receiving and sending do not wait for each other: one page is applied at a time (pages that came meanwhile are
/// applied together), while a few batches of operations are on their way.
class ClientCore {
public:
    struct Options {
        QString app;     ///< program and version, for hello
        int schema = 0;  ///< of the store
        quint32 seed = 0;
        qint64 openTimeout = 20'000;     ///< milliseconds for the socket to open, and again for hello's answer
        qint64 pingEvery = 20'000;       ///< milliseconds of silence after which the server is asked
        qint64 silenceAllowed = 15'000;  ///< milliseconds for an answer to that
    };

    explicit ClientCore(Options options);

    /// One event. The actions are to be done in order.
    std::vector<ClientAction> on(ClientEvent event, SyncTime now);

    /// When Woken is to come, on the steady clock; 0 = not at all.
    qint64 wakeAt() const { return m_wakeAt; }

    // ---- what people see ---------------------------------------------------------------------------------------

    /// SignedOut here means that the server does not know the token any more.
    SyncStatus::Link link() const { return m_link; }
    /// Wall clock; for Waiting and Refused.
    UtcMs nextTryAt() const { return m_nextTryAt; }
    const std::optional<Error>& error() const { return m_error; }
    qint64 clockOffset() const { return m_clock.offset(); }
    bool receiving() const;
    /// A first sync that comes as one file; the speed is not filled in.
    SnapshotStatus snapshot() const;
    /// Everything that this side knows of is sent and stored, everything the server had is applied.
    bool isSettled() const;
    /// Operations are on their way or about to be.
    bool isSending() const;

private:
    enum class Phase { Off, Waiting, Opening, Identifying, Greeting, Resuming, Running };
    struct InFlight {
        qint64 last = 0;                       ///< opid
        std::vector<OpException> ownRefusals;  ///< of operations that are too large for any message
    };

    void handle(const SyncEvent::Wanted& event);
    void handle(const SyncEvent::TryNow&);
    void handle(const SyncEvent::Opened&);
    void handle(const SyncEvent::Closed& event);
    void handle(SyncEvent::Received& event);
    void handle(const SyncEvent::Unreadable& event);
    void handle(const SyncEvent::Woken&);
    void handle(const SyncEvent::OutboxChanged&);
    void handle(const SyncEvent::Identified& event);
    void handle(const SyncEvent::TokenRefused& event);
    void handle(const SyncEvent::TokenRenewed& event);
    void handle(const SyncEvent::Resumed& event);
    void handle(SyncEvent::Taken& event);
    void handle(const SyncEvent::Acknowledged& event);
    void handle(const SyncEvent::Applied& event);
    void handle(const SyncEvent::StoreFailed& event);
    void handle(SyncEvent::Asked& event);
    void handle(const SyncEvent::SnapshotInstalled& event);
    void handle(const SyncEvent::SnapshotUnusable& event);

    void received(const Wire::Challenge& challenge);
    void received(const Wire::Welcome& welcome);
    void received(Wire::Pushed& pushed);
    void received(Wire::Page& page);
    void received(const Wire::Pong& pong);
    void received(const Wire::Bye& bye);
    void received(Wire::Answer& answer);
    void received(const Wire::Making& making);
    void received(Wire::Snapshot& snapshot);
    void received(Wire::Piece& piece);
    void received(const Wire::Gone& gone);

    void connectNow();
    void waitThenRetry(std::optional<Error> error, qint64 atLeast = 0);
    void refuse(SyncStatus::Link link, Error error, qint64 retryAfter);
    void dropLink();
    void sendRequests();
    void giveUpRequests();
    void applyNext();
    void askForPieces();
    void installNext();
    void takeNext();
    bool mayPush();
    void ping();
    void schedule();
    template <class Action>
    void act(Action action)
    {
        m_actions.emplace_back(std::move(action));
    }
    void send(Wire::ClientMessage message);

    const Options m_options;
    Backoff m_backoff;
    ClockSamples m_clock;
    SyncTime m_now;
    std::vector<ClientAction> m_actions;

    Phase m_phase = Phase::Off;
    bool m_wanted = false;
    int m_linkNumber = 0;
    qint64 m_deadline = 0;  ///< of the present phase, steady
    qint64 m_wakeAt = 0;

    SyncStatus::Link m_link = SyncStatus::Link::SignedOut;
    UtcMs m_nextTryAt = 0;
    std::optional<Error> m_error;

    // of the present connection
    SyncEvent::Identified m_identity;
    SyncTime m_helloAt;
    qint64 m_runningSince = 0;
    qint64 m_heardAt = 0;
    SyncTime m_pingAt;
    bool m_pinging = false;

    std::deque<Wire::Request> m_requests;  ///< not sent yet: there is a bound to how many may wait for their answer
    std::set<qint64> m_unanswered;         ///< numbers of those that were sent
    int m_protocol = 0;

    std::deque<Wire::Page> m_pages;
    std::vector<qint64> m_applying;  ///< `upto` of the pages that are being applied
    qint64 m_cursor = 0;
    qint64 m_target = 0;  ///< newest sequence of the server at welcome
    bool m_more = false;

    std::optional<Wire::Making> m_making;  ///< a snapshot is to come
    SnapshotTaking m_snapshot;
    bool m_installing = false;
    bool m_installed = false;     ///< in the connection before this one
    bool m_snapshotsWork = true;  ///< none was of no use since the program started

    std::deque<InFlight> m_inFlight;
    qint64 m_takenUpto = 0;
    size_t m_lastBatch = 0;
    bool m_taking = false;
    bool m_dirty = false;  ///< operations may be waiting
    bool m_changedMeanwhile = false;
    int m_unstoredAcks = 0;
    double m_pushTokens = 0;
    qint64 m_pushTokensAt = 0;
    qint64 m_pushAgainAt = 0;  ///< steady; 0 = not held back
};

}  // namespace Forecourt
