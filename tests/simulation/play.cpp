// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/play.h"

namespace Forecourt::Tests {

QString play(const WorldTemplates& templates, const WorldSetup& setup, const Script& script, Trace::Mode trace)
{
    World world(templates, setup, trace);
    for (const Action& action : script)
        world.perform(action);
    return world.finish();
}

}  // namespace Forecourt::Tests
