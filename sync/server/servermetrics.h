// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/servercore.h"

#include <QByteArray>

#include <array>
#include <map>

namespace Forecourt {

/// How long something took, as Prometheus wants it: how many times at most so long, how many, and the sum.
class LatencyHistogram {
public:
    void add(double seconds);
    QByteArray text(const QByteArray& name, const QByteArray& help) const;

private:
    static constexpr std::array<double, 11> Bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5};
    std::array<quint64, Bounds.size()> m_atMost{};
    quint64 m_count = 0;
    double m_sum = 0;
};

/// What one server process has done since its start, for whoever runs it: GET /metrics. Lives on the main thread, told
/// of what passes there.
class ServerMetrics {
public:
    /// What is so now, and is not counted.
    struct Now {
        qint64 rowSessions = 0;
        qint64 fileSessions = 0;
        qint64 waitingConnections = 0;
        qint64 storageQueue = 0;
        qint64 fileQueue = 0;
        qint64 diskFree = 0;  ///< bytes where the data directory is
        qint64 snapshotsMade = 0;
        qint64 snapshotFailures = 0;
        QString store;  ///< kind
    };

    void received(SocketKind kind, qsizetype bytes) { m_bytesIn[index(kind)] += static_cast<quint64>(bytes); }
    void sent(SocketKind kind, const SendAction& send);
    void asked(const StorageRequest& request);
    void stored(const StorageReply& reply);
    void storageTook(double seconds) { m_storage.add(seconds); }
    void fileAsked(const Wire::ClientMessage& message);
    void fileAnswered(const Wire::ServerMessage& message);
    void piecesRead(const std::optional<std::vector<Wire::Piece>>& pieces);
    /// An answer to a sign-in, by its HTTP status.
    void signIn(int status) { ++m_signIns[status]; }
    void answered(int status) { ++m_answers[status]; }
    void turnedAway() { ++m_turnedAway; }

    /// In the text format of Prometheus, version 0.0.4.
    QByteArray text(const Now& now) const;

private:
    static size_t index(SocketKind kind) { return kind == SocketKind::Rows ? 0 : 1; }

    std::array<quint64, 2> m_bytesIn{};
    std::array<quint64, 2> m_bytesOut{};
    quint64 m_rowsIn = 0;
    quint64 m_rowsOut = 0;
    quint64 m_pushes = 0;
    quint64 m_faults = 0;
    quint64 m_merged = 0;
    quint64 m_refused = 0;
    quint64 m_conflicts = 0;
    quint64 m_fileBytesIn = 0;
    quint64 m_fileBytesOut = 0;
    quint64 m_snapshotBytesOut = 0;
    quint64 m_filesRemoved = 0;
    quint64 m_fileBytesRemoved = 0;
    quint64 m_turnedAway = 0;
    std::map<int, quint64> m_signIns;
    std::map<int, quint64> m_answers;
    LatencyHistogram m_storage;
    const qint64 m_startedAt = QDateTime::currentSecsSinceEpoch();
};

}  // namespace Forecourt
