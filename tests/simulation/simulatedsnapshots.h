// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/servercore.h"
#include "sync/server/snapshotshelf.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/simulatedstore.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <variant>

namespace Forecourt::Tests {

/// Finds, makes and reads the snapshots of one server, as SnapshotDesk does it on threads of its own: here in steps.
/// A snapshot is begun in one step and made in a later one, and rows may change in between.
class SimulatedSnapshots {
public:
    /// From so few rows on they are offered.
    static constexpr int From = 3;

    /// `folder`: the same for all servers of the store.
    SimulatedSnapshots(QString folder, SimulatedStore& store, Fault fault)
        : m_shelf(std::move(folder)), m_store(store), m_fault(fault)
    {
    }

    void ask(FindSnapshotAction action) { m_work.emplace_back(std::move(action)); }
    void ask(ReadPiecesAction action) { m_work.emplace_back(std::move(action)); }
    bool isBusy() const { return !m_work.empty(); }
    /// The next thing that was asked for, of which `core` hears.
    void step(ServerCore& core, ServerStorage& storage, UtcMs now);

private:
    /// Something that is begun: everything up to this sequence has to be in it.
    struct Begun {
        SnapshotClass whose;
        qint64 upto = 0;
    };

    void find(FindSnapshotAction action, ServerCore& core, ServerStorage& storage, UtcMs now);
    void make(const Begun& begun, ServerCore& core, UtcMs now);

    const SnapshotShelf m_shelf;
    SimulatedStore& m_store;
    const Fault m_fault;
    std::deque<std::variant<FindSnapshotAction, ReadPiecesAction, Begun>> m_work;
    QSet<QByteArray> m_making;             ///< keys
    std::optional<SnapshotClass> m_first;  ///< that anybody asked for
};

}  // namespace Forecourt::Tests
