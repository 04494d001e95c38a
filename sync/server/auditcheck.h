// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"

namespace Forecourt {

struct AuditSummary {
    qint64 entries = 0;
    AuditMark newest;  ///< noted down elsewhere, it shows later that nobody has rewritten the chain up to it
};

/// Follows the chain of the audit log from its old end to the newest entry.
/// Errors: StoreDamaged, with the entry as detail: "audit entry 17 was changed", "audit entry 17 is missing".
Expected<AuditSummary> checkAudit(ServerStorage& storage);

}  // namespace Forecourt
