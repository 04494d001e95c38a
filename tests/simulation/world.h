// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/simulation/script.h"
#include "tests/simulation/simulatedserver.h"
#include "tests/simulation/workstation.h"
#include "tests/simulation/worldsetup.h"
#include "tests/support/ledger.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace Forecourt::Tests {

/// Empty stores of workstations and server, migrated once: worlds begin with copies of them.
class WorldTemplates {
public:
    WorldTemplates();
    QTemporaryDir directory;
    QString workstation() const { return directory.filePath(QStringLiteral("workstation.sqlite")); }
    QString server() const { return directory.filePath(QStringLiteral("server.sqlite")); }
};

/// A server and its workstations in one thread, under one clock that nothing moves but the script. Whatever in reality
/// takes its time lies in queues, and the script says what comes next.
class World {
public:
    World(const WorldTemplates& templates, const WorldSetup& setup, Trace::Mode trace = Trace::Mode::Off);

    QByteArray hash() const { return m_trace.hash(); }
    void perform(const Action& action);
    /// The last thing that a person tried was possible.
    bool didSomething() const { return m_did; }
    /// Everybody comes online, everything is delivered. What is wrong then, in words; empty: nothing.
    QString finish();

    /// For people who do what no script here knows of: what they edit does not come into the ledger.
    JournalCore& journal(int who) { return m_workstations[static_cast<size_t>(who)]->journal(); }
    Connection& connection(int who) { return m_workstations[static_cast<size_t>(who)]->connection(); }
    /// Like finish(), without asking what became of everything that the ledger knows of.
    QString meet();

private:
    void add(const Action& action);
    void edit(const Action& action);
    void remove(const Action& action);
    void undo(int who);
    void move(const Action& action);
    void grant(const Action& action);
    void close(int who);
    void open(Account account);
    void photo(const Action& action);
    void view(const Action& action);
    /// The file of a new photo, on the disk of whoever takes it.
    struct Picture {
        QByteArray sha;
        qint64 size = 0;
    };
    std::optional<Picture> takePicture(const Action& action);
    void own(int who, Table table, Uuid row, std::uint32_t choice, Fields made, QStringView text,
             const std::optional<Picture>& picture = {});
    void copy(int who);
    void putBack(int who);
    void sync(int who);
    QString loginOf(int who) const;
    Account accountOf(int who);
    void decide(const Action& action);
    void people(int who, const std::function<Expected<EditOutcome>(JournalCore&)>& deed, bool canBeUndone = true);
    void noteClock(int who);
    QStringList withheldAt(int who, Table table);
    void deliver(const Action& action);
    bool step(int who, std::uint32_t choice);
    void passTime(UtcMs msecs);
    /// Days in which nobody hears of anybody; the servers do what they do by themselves.
    void stayAway(std::uint32_t days);
    bool deliverAll();
    bool comeToRest();
    Fields values(const Action& action, bool all);
    QString padding(std::uint32_t text, const Action& action) const;

    QString storesDiffer();
    QString outboxesHold();
    QString refusalsMissing();
    QString typedMissing();
    QString conflictsOfNobody();
    QString filesMissing();

    struct Copied {
        QString file;
        Ledger::Mark typed;
    };

    const WorldSetup m_setup;
    Trace m_trace;
    QTemporaryDir m_directory;
    FakeClock m_clock;
    std::unique_ptr<SimulatedServer> m_server;
    std::vector<std::unique_ptr<Workstation>> m_workstations;
    std::vector<bool> m_network;
    std::vector<std::vector<UndoStep>> m_undo;
    Ledger m_ledger;
    QHash<Uuid, Table> m_made;  ///< rows that people have made
    std::vector<Hlc> m_newest;  ///< clock of the last edit of each workstation
    std::vector<std::optional<Copied>> m_copies;
    std::vector<std::optional<qint64>> m_closedAt;  ///< number of the last operation before the account was closed
    QString m_wrong;                                ///< what was noticed underway, in words
    bool m_did = false;
    int m_counter = 0;
    bool m_moved = false;     ///< since deliverAll() began
    bool m_goesBack = false;  ///< values come again that were overwritten
};

}  // namespace Forecourt::Tests
