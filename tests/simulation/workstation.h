// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/journalcore.h"
#include "sync/client/clientcore.h"
#include "sync/protocol/messages.h"
#include "tests/simulation/faultystore.h"
#include "tests/simulation/link.h"
#include "tests/simulation/trace.h"
#include "tests/simulation/workstationfiles.h"
#include "tests/simulation/worldsetup.h"
#include "tests/support/fakeclock.h"

#include <deque>
#include <functional>
#include <memory>

namespace Forecourt::Tests {

/// A computer's clock, off by some time from the true one.
class OffsetClock final : public Clock {
public:
    explicit OffsetClock(const Clock& truth) : m_truth(truth) {}
    UtcMs now() const override { return m_truth.now() + offset; }
    qint64 offset = 0;

private:
    const Clock& m_truth;
};

/// The real store and the real client core of one workstation. What its threads would do lies in queues until a step is
/// asked for: jobs of the store, their answers, and the news that the outbox has changed.
class Workstation {
public:
    /// `connect` makes the other end of a connection, or nothing if there is no way to the server.
    using Connect = std::function<std::shared_ptr<Link>(SocketKind)>;

    Workstation(QString file, QByteArray token, const FakeClock& truth, int number, Trace& trace,
                const WorldSetup& setup, Connect connect);

    /// Ends without a word and starts again on the same file.
    void reopen();
    void close();
    /// Like a copy of the disk, and its return.
    void copyTo(const QString& file);
    void putBack(const QString& file);
    void start();
    void wake();
    void happens(ClientEvent event);
    /// The line is cut: the program hears of it later.
    void cut();
    /// What was sent does not arrive.
    void loseSent();

    enum class Step { Receive, Store, Answer, Notice, ReceiveFile, StoreFile, AnswerFile };
    std::vector<Step> steps() const;
    void take(Step step);

    JournalCore& journal() { return *m_journal; }
    Connection& connection() { return *m_connection; }
    const ClientCore& client() const { return *m_client; }
    /// Only in worlds with files.
    WorkstationFiles* files() { return m_files.get(); }
    bool isQuiet() const { return steps().empty() && m_client->isSettled() && (!m_files || m_files->isQuiet()); }

    OffsetClock clock;
    Uuid location;  ///< whose rows are wanted first, where there are snapshots
    std::shared_ptr<Link> link;

private:
    void act(std::vector<ClientAction> actions);
    void perform(ClientAction& action);
    template <class Job>
    void store(int link, Job job);
    Expected<void> applyPage(const SyncAction::Apply& page);
    Expected<void> installSnapshot(const SyncAction::InstallSnapshot& action, const QString& packed);
    SyncTime now() const;
    bool isOnline() const { return m_client->link() == SyncStatus::Link::Online; }

    const QString m_file;
    const QByteArray m_token;
    const FakeClock& m_truth;
    const UtcMs m_began;
    const int m_number;
    Trace& m_trace;
    const Connect m_connect;
    const bool m_hasFiles;
    FaultyStore m_faulty;
    bool m_ends = false;  ///< without a word, after this step
    std::unique_ptr<SnapshotDownload> m_download;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<JournalCore> m_journal;
    std::unique_ptr<ClientCore> m_client;
    std::unique_ptr<WorkstationFiles> m_files;
    std::deque<std::function<void()>> m_jobs;
    std::deque<ClientEvent> m_answers;
    bool m_outboxChanged = false;
};

}  // namespace Forecourt::Tests
