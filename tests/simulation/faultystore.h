// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"
#include "tests/simulation/faults.h"

namespace Forecourt::Tests {

/// Plays mistakes of a workstation's store, from outside: in statements of its own, before and after what the program
/// does.
class FaultyStore {
public:
    explicit FaultyStore(Fault fault) : m_fault(fault) {}

    /// Before the program reads it for the first time.
    void opened(Connection& connection);
    void beforePage(Connection& connection);
    void afterPage(Connection& connection);
    void beforeResume(Connection& connection);
    /// The program ends after the cursor of this page was stored.
    bool endsWithinPage() { return m_fault == Fault::CursorBeforeRows && m_fifth.isDue(); }

private:
    const Fault m_fault;
    FaultChance m_fifth{5};
};

}  // namespace Forecourt::Tests
