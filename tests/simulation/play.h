// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/simulation/world.h"

namespace Forecourt::Tests {

/// Plays a script in a world of its own. What is wrong in the end, in words; empty: nothing.
QString play(const WorldTemplates& templates, const WorldSetup& setup, const Script& script,
             Trace::Mode trace = Trace::Mode::Off);

}  // namespace Forecourt::Tests
