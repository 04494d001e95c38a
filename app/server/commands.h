// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/serverarguments.h"
#include "models/base/error.h"

namespace Forecourt {

/// Commands that do their work and end: user, backup, restore, check, migrate. Results go to stdout, trouble to stderr.
ExitCode runCommand(const ServerArguments& arguments);

/// Says on stderr what went wrong, and how the program ends because of it.
ExitCode reportError(const Error& error);

}  // namespace Forecourt
