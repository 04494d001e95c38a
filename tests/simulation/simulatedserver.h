// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/accounts.h"
#include "sync/server/blobvault.h"
#include "sync/server/servercore.h"
#include "sync/server/storageengine.h"
#include "tests/simulation/faultyline.h"
#include "tests/simulation/simulatedsnapshots.h"
#include "tests/simulation/simulatedstore.h"
#include "tests/simulation/workstation.h"
#include "tests/simulation/worldsetup.h"

#include <memory>
#include <vector>

namespace Forecourt::Tests {

/// The servers of a dealership, one mostly: the real core over the real storage, all on one store. What a server asks
/// of its storage waits until a step takes it.
class SimulatedServer {
public:
    /// Files and snapshots are kept in `directory`.
    SimulatedServer(std::unique_ptr<SimulatedStore> store, const QString& directory, const Clock& clock, Trace& trace,
                    const WorldSetup& setup);

    /// One of the servers ends without a word and starts again.
    void restart(std::uint32_t which);
    /// As a backup is made and restored: the store as it was, under another epoch.
    void backUp();
    void restore();
    /// Ends the fault that may be in the storage, for whoever looks at it.
    void heal() { m_store->heal(); }

    ServerStorage& storage() { return m_instances.front().engine->storage(); }
    /// Gives a person, who may be new, a device. Also tells the store of that device.
    void enrol(const QString& login, const QByteArray& token, JournalCore& journal);
    qint64 pushedBy(int who);

    /// With one of the servers, each time with the next one.
    std::shared_ptr<Link> connect(int who, SocketKind kind);
    /// The links that a message of a workstation is under way on, or whose end is not noticed yet.
    std::vector<std::shared_ptr<Link>> waiting(int who) const;
    /// The next thing on this link reaches the server.
    void take(Link& link);
    /// The servers that wait for their storage.
    std::vector<size_t> storing() const;
    /// The storage of this server does everything that it was asked for, together. Then it looks after its files and
    /// goes on with its snapshots.
    void store(size_t which);
    void tick();
    /// Somebody removes the folder with the snapshots.
    void removeSnapshots();
    /// Where this file is, if it is here.
    QString filePath(const QByteArray& sha) const;

private:
    struct Instance {
        std::unique_ptr<StorageEngine> engine;
        std::unique_ptr<ServerCore> core;
        std::unique_ptr<BlobVault> vault;
        std::unique_ptr<SimulatedSnapshots> snapshots;
        std::vector<StorageRequest> requests;
        std::vector<std::variant<BlobAction, LookForFilesAction>> fileWork;
    };

    void stop(size_t which);
    void start(size_t which);
    void settle(size_t which);
    void workOnFiles(size_t which);
    QStringList files() const;

    const std::unique_ptr<SimulatedStore> m_store;
    const QString m_files;
    const QString m_snapshots;
    const Clock& m_clock;
    Trace& m_trace;
    const WorldSetup m_setup;
    FaultyLine m_line;
    std::vector<Instance> m_instances;
    std::vector<std::uint32_t> m_ordinals;  ///< of the devices, by number of the workstation
    SessionId m_lastSession = 0;
    int m_restored = 0;
    QStringList m_filesInBackup;
    std::vector<std::shared_ptr<Link>> m_links;
};

}  // namespace Forecourt::Tests
