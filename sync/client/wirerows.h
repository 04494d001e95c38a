// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/outbox/outboxops.h"
#include "models/outbox/remoterow.h"
#include "models/outbox/storeaccess.h"
#include "sync/protocol/messages.h"

#include <optional>

namespace Forecourt {

/// Between what the outbox keeps and what travels.
Wire::Op wireOp(OutboxOp op);
RemoteRow remoteRow(Wire::Row row);
StoreAccess storeAccess(const Wire::Welcome& welcome);
OpException opException(Wire::OpException exception);

/// Empties an operation that no message can hold, so that it does nothing on the server but take its number, and says
/// why; what follows it would wait for ever otherwise. Nothing for any other operation.
std::optional<OpException> refuseOversized(OutboxOp& op);

/// Whose version is the older one, from the words with which a server refuses a protocol version.
ErrorCode protocolMismatch(const QString& reason);

}  // namespace Forecourt
