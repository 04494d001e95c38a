// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/simulation/faults.h"

#include <cstdint>

namespace Forecourt::Tests {

/// What a world is made of before anything happens in it.
struct WorldSetup {
    int workstations = 2;
    Fault fault = Fault::None;
};

/// The same seed gives the same world. Two workstations mostly, as most mistakes need no more, up to five.
WorldSetup setupOf(std::uint64_t seed);

}  // namespace Forecourt::Tests
