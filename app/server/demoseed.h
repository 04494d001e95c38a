// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/storelocation.h"

namespace Forecourt {

/// Fills an empty data directory, and an empty database, with the demo dealership: a store of a workstation is made up
/// in a temporary folder, and everything in its outbox goes through the server's own rules, as if that workstation had
/// sent it. Everybody in it may sign in with the password "forecourt".
///
/// A directory that holds a server already is left as it is. Made beside its place and moved there when it is whole, so
/// that an interrupted start leaves nothing behind. Errors: those of the stores and of fillDemo().
Expected<void> seedDemo(const StoreLocation& store, int vehicles);

}  // namespace Forecourt
