// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/serverarguments.h"
#include "sync/server/storageengine.h"

namespace Forecourt {

/// audit export FILE: writes the audit log as CSV or JSON lines, by the name of the file; "-" prints JSON lines.
ExitCode runAuditExport(const ServerArguments& arguments, StorageEngine& engine);

}  // namespace Forecourt
