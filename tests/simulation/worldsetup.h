// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/simulation/faults.h"
#include "tests/support/storekind.h"

#include <cstddef>
#include <cstdint>

namespace Forecourt::Tests {

/// What a world is made of before anything happens in it.
struct WorldSetup {
    int workstations = 2;
    int servers = 1;  ///< on one store
    StoreKind store = StoreKind::Sqlite;
    size_t ringCapacity = 0;  ///< of the recent changes that a server keeps in memory; 0: as usual
    Fault fault = Fault::None;

    // Not everything happens in every world: what is rare would always happen together.

    bool clocks = false;     ///< of computers are wrong, and jump
    bool backups = false;    ///< of the server are made and put back
    bool decisions = false;  ///< conflicts are decided
    bool undo = false;       ///< edits are taken back
    bool rights = false;     ///< people get other ones, and vehicles move
    bool closing = false;    ///< accounts are closed, and opened again
    bool copies = false;     ///< stores of workstations are put back from a copy
    bool photos = false;     ///< belong to the vehicles
    bool files = false;      ///< photos have them
    bool views = false;      ///< are saved, and the first two workstations are of the same person
    bool longTexts = false;  ///< longer than a page
    bool snapshots = false;  ///< of the server's rows are taken by all but the first, who come online later
    bool absences = false;   ///< of days and weeks: the server forgets what was removed
};

/// The same seed gives the same world. Two workstations mostly, as most mistakes need no more, up to five.
WorldSetup setupOf(std::uint64_t seed);

}  // namespace Forecourt::Tests
