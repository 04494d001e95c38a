// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/storageengine.h"

namespace Forecourt {

/// Signs a device out, with its entry in the audit log, in a transaction of its own. A workstation that is connected
/// is told within a second, whichever process of the server it speaks with; one that is not learns it when it comes.
/// What waits on it stays there. `by.access.user` null: somebody at the server's console.
/// Errors: NotFound (no such device, or nobody is signed in there), those of the storage.
Expected<EnrolledDevice> signDeviceOut(StorageEngine& engine, std::uint32_t device, const Author& by);

/// The same inside the transaction of something else.
Expected<EnrolledDevice> signDeviceOutWithin(StorageEngine& engine, std::uint32_t device, const Author& by);

}  // namespace Forecourt
