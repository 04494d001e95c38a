// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"
#include "sync/server/verb.h"

#include <functional>

namespace Forecourt {

/// What a person who was confirmed wants done, inside the transaction. Refuses before it writes anything.
using DoForPerson = std::function<Expected<VerbOutcome>(const Account& account)>;

/// Asks a person who is signed in for password and, where it is on, second factor once more (`secret_code` of the
/// arguments): what follows must not be done by whoever finds a workstation open. A wrong one counts into the lock-out
/// of the name and is in the audit log, as at sign-in. Then `then` comes, in the same transaction, so that a code is
/// not used up by what failed. Otherwise `locked` (body: `wait`, in seconds), `wrong_password`, `code_needed`,
/// `wrong_code` or `malformed`.
Expected<VerbOutcome> confirmPerson(StorageEngine& engine, const VerbCall& call, const QString& password,
                                    const DoForPerson& then);

}  // namespace Forecourt
