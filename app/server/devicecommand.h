// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/serverarguments.h"

namespace Forecourt {

class StorageEngine;

/// device list: who is signed in where.
ExitCode runDeviceList(const ServerArguments& arguments, StorageEngine& engine);
/// device revoke NUMBER: signs it out, also while the server runs.
ExitCode runDeviceRevoke(const ServerArguments& arguments, StorageEngine& engine);

}  // namespace Forecourt
