// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/storageengine.h"

namespace Forecourt {

/// Takes a person's second factor away, with its entry in the audit log: their telephone is lost, and the recovery
/// codes as well. The password alone counts then, until the person turns on another one.
/// False if there is none. Errors: those of the storage.
Expected<bool> resetSecondFactor(StorageEngine& engine, const Account& account, const Author& by);

}  // namespace Forecourt
