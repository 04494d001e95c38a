// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/worldsetup.h"

namespace Forecourt::Tests {

WorldSetup setupOf(std::uint64_t seed)
{
    WorldSetup setup;
    if (seed % 4 == 0)
        setup.workstations = 3 + static_cast<int>(seed / 4 % 3);
    return setup;
}

}  // namespace Forecourt::Tests
