// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/changes.h"
#include "models/store/connection.h"

#include <vector>

namespace Forecourt {

/// Keeps the full-text index behind the rows and brings it up to date in small pieces. Triggers note every row whose
/// words have changed (table search_queue), in the transaction that changes it, so nothing is left out whatever
/// happens in between; a search looks at the noted rows themselves until they are in the index.
/// Used inside a transaction on the writer thread. Errors as Connection::run.
namespace SearchQueue {

/// Up to how many rows one edit is indexed together with it: what a person types is found at once.
inline constexpr size_t AtOnce = 64;
/// Rows of one piece of the rest, which an edit may have to wait for.
inline constexpr int Piece = 500;

/// Brings the index up to date for these vehicles, if they are at most AtOnce; otherwise leaves them noted. False if
/// rows are left.
Expected<bool> indexNow(Connection& connection, const ChangeSet& changes);
/// Takes the next noted rows into the index, at most `limit`; gives back which vehicles, none when nothing waits.
Expected<std::vector<Uuid>> indexNext(Connection& connection, int limit);
Expected<bool> isEmpty(Connection& connection);

}  // namespace SearchQueue

}  // namespace Forecourt
