// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"

namespace Forecourt {

/// Secondary indexes that are made after the rows of a table have come in, one at a time: a first sync of many vehicles
/// would otherwise wait for them most of the time. Until then the same statements work, only slower, but for those that
/// insist on an index by its name. What is to be made is noted in the store (sync_state, keys "index:NAME") by the
/// transaction that takes the index away, so nothing is left out whatever happens in between.
/// Used inside a transaction on the writer thread. Errors as Connection::run.
namespace IndexQueue {

/// Takes the indexes of a table away, except those that its constraints need, and notes them.
Expected<void> setAside(Connection& connection, const QString& table);
/// Makes one index now, if it is noted.
Expected<void> make(Connection& connection, const QString& name);
/// Makes the next one that is noted; false if none is.
Expected<bool> makeNext(Connection& connection);
/// Makes all of them: before anything that counts on the tables as they were declared.
Expected<void> makeAll(Connection& connection);

}  // namespace IndexQueue

}  // namespace Forecourt
