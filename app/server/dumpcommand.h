// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/serverarguments.h"

namespace Forecourt {

/// dump FILE: prints what a workstation has captured, "-" for standard input.
ExitCode runDump(const ServerArguments& arguments);

}  // namespace Forecourt
