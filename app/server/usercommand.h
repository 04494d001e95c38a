// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/serverarguments.h"

namespace Forecourt {

class StorageEngine;

// Who may sign in, as what and where. All of it also while the server runs, which tells workstations within a second.

/// user add NAME
ExitCode runUserAdd(const ServerArguments& arguments, StorageEngine& engine);
/// user edit NAME, and user disable and user enable, which are short for one of its options.
ExitCode runUserEdit(const ServerArguments& arguments, StorageEngine& engine);
/// user password NAME
ExitCode runUserPassword(const ServerArguments& arguments, StorageEngine& engine);
/// user reset-factor NAME
ExitCode runUserResetFactor(const ServerArguments& arguments, StorageEngine& engine);
/// user list
ExitCode runUserList(const ServerArguments& arguments, StorageEngine& engine);

}  // namespace Forecourt
