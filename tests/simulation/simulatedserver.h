// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/accounts.h"
#include "sync/server/servercore.h"
#include "sync/server/storageengine.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/workstation.h"

#include <memory>
#include <vector>

namespace Forecourt::Tests {

/// The real server core over the real storage. What it is told it stores and answers at once.
class SimulatedServer {
public:
    SimulatedServer(QString file, const Clock& clock, Trace& trace, Fault fault);

    /// Ends without a word; start() opens the same file again.
    void stop();
    void start();
    /// As a backup is made and restored: the store as it was, under another epoch.
    void backUp();
    void restore();

    ServerStorage& storage() { return m_engine->storage(); }
    /// A person with a device; its token is the login. Also tells the store of that device.
    void enrol(const QString& login, JournalCore& journal);

    std::shared_ptr<Link> connect(int who);
    /// The links that a message of a workstation is under way on, or whose end is not noticed yet.
    std::vector<std::shared_ptr<Link>> waiting() const;
    /// The next thing on this link reaches the server.
    void take(Link& link);
    void tick();

private:
    void settle();

    const QString m_file;
    const Clock& m_clock;
    Trace& m_trace;
    FaultyLine m_line;
    std::unique_ptr<StorageEngine> m_engine;
    std::unique_ptr<ServerCore> m_core;
    SessionId m_lastSession = 0;
    int m_backups = 0;
    int m_restored = 0;
    std::vector<std::shared_ptr<Link>> m_links;
};

}  // namespace Forecourt::Tests
