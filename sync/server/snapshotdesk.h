// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/inbox.h"
#include "sync/server/servercore.h"
#include "sync/server/snapshotshelf.h"
#include "sync/server/storagethread.h"
#include "sync/server/storelocation.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>

namespace Forecourt {

/// Finds, makes and reads snapshots for the sessions of one server, each on a thread that nobody else waits for. Lives
/// on the main thread, where it answers.
class SnapshotDesk : public QObject {
    Q_OBJECT

public:
    struct Options {
        StoreLocation store;
        const Schema* schema = nullptr;
        qint64 from = 0;  ///< rows: with fewer, pages are as good
    };
    /// What ServerCore waits for.
    struct Answers {
        std::function<void(const SnapshotFinding&)> found;
        std::function<void(const QByteArray& key, const Wire::Making&)> making;
        std::function<void(const QByteArray& key, const std::optional<Wire::Snapshot>&)> made;
        std::function<void(SessionId, const Wire::Take&, const std::optional<std::vector<Wire::Piece>>&)> read;
    };

    /// `storage` may end before this, and is only used while somebody asks.
    SnapshotDesk(Options options, StorageThread& storage, Answers answers);
    ~SnapshotDesk() override;

    void find(const FindSnapshotAction& action);
    void read(const ReadPiecesAction& action);
    /// Gives up what is being made; nothing more is begun.
    void stop() { m_stop = true; }

    qint64 made() const { return m_made; }
    qint64 failed() const { return m_failures; }

private:
    void look(const FindSnapshotAction& action, const SnapshotFinding& finding);
    void decide(const FindSnapshotAction& action, SnapshotFinding finding,
                const std::optional<SnapshotShelf::Entry>& entry);
    void make(const SnapshotClass& whose);
    void finish(const QByteArray& key, const Expected<SnapshotShelf::Entry>& entry);
    void tidy(bool alone);
    /// Runs on the main thread, if this is still there.
    void later(std::function<void()> work);

    const Options m_options;
    StorageThread& m_storage;
    const Answers m_answers;
    const SnapshotShelf m_shelf;
    QTimer m_tidying;
    QSet<QByteArray> m_making;            ///< keys
    QHash<QByteArray, UtcMs> m_failedAt;  ///< likewise
    qint64 m_made = 0;
    qint64 m_failures = 0;
    std::atomic<bool> m_stop = false;
    Inbox<std::function<void()>> m_reader;
    Inbox<SnapshotClass> m_maker;
};

}  // namespace Forecourt
