// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/serverstorage.h"
#include "sync/server/verb.h"

namespace Forecourt {

/// Asks a person who is signed in for password and, where it is on, second factor once more: what follows must not be
/// done by whoever finds a workstation open. A wrong one counts into the lock-out of the name and is in the audit log,
/// as at sign-in. Hashes on the thread of the storage; the lock-out bounds how often. Done: it is this person.
/// Otherwise `locked` (body: `wait`, in seconds), `wrong_password`, `code_needed` or `wrong_code`. Call outside a
/// transaction.
Expected<VerbOutcome> confirmPerson(StorageEngine& engine, const Author& author, const Account& account,
                                    const QString& password, const QString& code);

}  // namespace Forecourt
