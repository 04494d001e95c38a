// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/servercore.h"

#include <QSet>

#include <deque>

namespace Forecourt {

/// Messages of one connection: so many a second, and so many at once.
inline constexpr double CoreMessagesPerSecond = 200;
inline constexpr double CoreMessageBurst = 1000;
/// Whoever went too fast, or whom the storage failed, comes back after so long.
inline constexpr qint64 CoreRetryMs = 2'000;

struct ServerCore::Session {
    enum class State { AwaitingHello, Challenged, Authenticating, Live, Ended };

    SessionId id = 0;
    SocketKind kind = SocketKind::Rows;
    QString address;
    State state = State::AwaitingHello;
    bool follows() const { return state == State::Live && kind == SocketKind::Rows; }
    UtcMs since = 0;    ///< connected
    UtcMs heardAt = 0;  ///< last message
    double tokens = CoreMessageBurst;
    UtcMs tokensAt = 0;

    Wire::Hello hello;
    QByteArray challenge;
    QByteArray family;      ///< of the sign-in
    UtcMs tokenEndsAt = 0;  ///< server's time
    Author author;
    Audience audience;

    // On the way from the view that the workstation had to the one that it has to have.
    QByteArray view;               ///< to be told; empty: the workstation knows it
    std::optional<ViewStep> step;  ///< while there is something to forget or to give
    std::optional<View> had;       ///< it may hold rows of this one until the session ends
    std::optional<View> knew;      ///< of rows that have moved since, it holds those that this one saw
    ViewRequest::Stage stage = ViewRequest::Stage::Forgetting;
    qint64 stageAfter = 0;
    bool viewMatters = false;  ///< to be told even if nothing else is
    HistoryPoint heard;        ///< what a view tells of what the workstation knew of

    /// On the way to a snapshot, for a store that has nothing, or the first pages of some locations.
    struct Snapshot {
        enum class Stage {
            None,
            Sought,   ///< nothing is sent until it is known what there is
            Awaited,  ///< it is being made, or the first pages come before it
            Offered,
        };
        Stage stage = Stage::None;
        SnapshotClass whose;
        QByteArray epoch;
        qint64 notBefore = 0;
        QByteArray here;  ///< the workstation has pieces of it, as it says
        Access first;     ///< of whom the first pages are
        std::optional<Wire::Snapshot> offer;
        qint64 firstUpto = -1;  ///< where the first pages end; -1: not sent yet
        int piecesAhead = 0;
        bool toBeRevoked = false;  ///< none will come: to be said once the pages have brought everything
        int lost = 0;              ///< how many times one went away
    };
    Snapshot snapshot;
    bool narrowed = false;  ///< it gets the pages of `snapshot.first` only
    bool widening = false;  ///< until the next page

    qint64 sent = 0;  ///< everything up to here was sent or is not for this workstation
    qint64 told = 0;  ///< `upto` of the last page
    UtcMs movedAt = 0;
    std::deque<qint64> unacked;
    bool reading = false;
    int pushesAhead = 0;
    int requestsAhead = 0;
    qint64 acked = 0;
    qint64 ackedNoted = 0;
    UtcMs ackedNotedAt = 0;

    int blobsAhead = 0;
    QSet<QByteArray> wanted;                  ///< files that were missing when asked for
    QSet<QByteArray> readable;                ///< files that it has a right to
    std::vector<Wire::ClientMessage> unsure;  ///< wait for that to be looked up
    qsizetype lookedFor = 0;                  ///< how many of the wanted in this turn
};

}  // namespace Forecourt
