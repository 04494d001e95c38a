// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/journalcore.h"
#include "sync/client/clientcore.h"
#include "sync/protocol/messages.h"
#include "sync/server/requests.h"
#include "tests/simulation/faultystore.h"
#include "tests/simulation/trace.h"
#include "tests/support/fakeclock.h"

#include <deque>
#include <functional>
#include <memory>

namespace Forecourt::Tests {

/// One connection and what is under way on it. Either end may think that it stands while the other knows better.
struct Link {
    int who = 0;
    SessionId session = 0;
    size_t server = 0;
    std::deque<QByteArray> up;    ///< to the server
    std::deque<QByteArray> down;  ///< to the workstation
    bool clientEnd = true;
    bool serverEnd = true;
};

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
    using Connect = std::function<std::shared_ptr<Link>()>;

    Workstation(QString file, QByteArray token, const FakeClock& truth, int number, Trace& trace, Fault fault,
                Connect connect);

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

    enum class Step { Receive, Store, Answer, Notice };
    std::vector<Step> steps() const;
    void take(Step step);

    JournalCore& journal() { return *m_journal; }
    Connection& connection() { return *m_connection; }
    const ClientCore& client() const { return *m_client; }
    bool isQuiet() const { return steps().empty() && m_client->isSettled(); }

    OffsetClock clock;
    std::shared_ptr<Link> link;

private:
    void act(std::vector<ClientAction> actions);
    void perform(ClientAction& action);
    template <class Job>
    void store(int link, Job job);
    Expected<void> applyPage(const SyncAction::Apply& page);
    SyncTime now() const;

    const QString m_file;
    const QByteArray m_token;
    const FakeClock& m_truth;
    const UtcMs m_began;
    const int m_number;
    Trace& m_trace;
    const Connect m_connect;
    FaultyStore m_faulty;
    bool m_ends = false;  ///< without a word, after this step
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<JournalCore> m_journal;
    std::unique_ptr<ClientCore> m_client;
    std::deque<std::function<void()>> m_jobs;
    std::deque<ClientEvent> m_answers;
    bool m_outboxChanged = false;
};

}  // namespace Forecourt::Tests
