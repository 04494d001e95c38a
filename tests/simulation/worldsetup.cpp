// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/worldsetup.h"

#include <random>

namespace Forecourt::Tests {

WorldSetup setupOf(std::uint64_t seed)
{
    WorldSetup setup;
    if (seed % 4 == 0)
        setup.workstations = 3 + static_cast<int>(seed / 4 % 3);
    if (seed % 5 == 0)
        setup.servers = 2 + static_cast<int>(seed / 5 % 2);
    if (seed % 3 == 0)
        setup.ringCapacity = 10 + seed / 3 % 60;
    std::mt19937_64 random(seed);
    const auto onceIn = [&random](std::uint64_t times) { return random() % times == 0; };
    setup.clocks = onceIn(3);
    setup.backups = onceIn(4);
    setup.decisions = onceIn(2);
    setup.undo = onceIn(2);
    setup.rights = onceIn(3);
    setup.closing = onceIn(5);
    setup.copies = onceIn(5);
    setup.photos = onceIn(4);
    setup.views = onceIn(4);
    setup.longTexts = onceIn(12);
    // What was acknowledged is offered again for a week only.
    setup.absences = onceIn(3) && !setup.backups;
    setup.files = setup.photos && !onceIn(3);
    setup.snapshots = onceIn(4);
    return setup;
}

}  // namespace Forecourt::Tests
