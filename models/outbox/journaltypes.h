// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/undostep.h"

#include <QByteArray>

#include <cstdint>
#include <functional>

namespace Forecourt {

class EditTransaction;

/// What an edit carries back to the page that made it.
struct EditOutcome {
    UndoStep undo;
};

/// The inside of one edit.
using JournalJob = std::function<Expected<void>(EditTransaction&)>;

/// Who and where a store is, as far as the server has told.
struct StoreIdentity {
    UserId user;
    std::uint32_t device = 0;  ///< ordinal; 0 = not enrolled
    Uuid deviceId;             ///< made here at first open
    QByteArray dealership;     ///< 16 bytes; empty before the first sign-in
    QByteArray epoch;          ///< of the server's store; changes when a backup was restored
    qint64 cursor = 0;         ///< server sequence up to which everything is applied
    qint64 nextOpid = 1;       ///< of the next operation that will be made; enrol() does not look at it
    QByteArray view{};         ///< what the rows up to the cursor are complete for; likewise
};

}  // namespace Forecourt
