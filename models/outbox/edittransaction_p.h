// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/rowclock.h"
#include "models/outbox/device.h"
#include "models/outbox/edittransaction.h"
#include "models/outbox/opcodec.h"
#include "models/outbox/outboxops.h"
#include "models/store/changes.h"

#include <optional>

namespace Forecourt {

/// State of one edit, shared by EditTransaction and JournalCore.
class EditTransaction::Private {
public:
    Private(Connection& c, const Schema& s, Device& dev, UtcMs time)
        : connection(c), schema(s), device(dev), now(time), clock(dev.ordinal, dev.lastClock)
    {
        // More than two minutes behind the last stamp: the clock was set back, so its word counts for less.
        suspect = dev.lastClock.msecs() > time + 120'000;
    }

    /// Current values of a row, by name; nothing when it does not exist.
    struct Present {
        Fields values;
        RowClock clock;
        bool deleted = false;
        std::vector<ClockedValue> unknown{};  ///< fields of a later version
    };
    Expected<std::optional<Present>> read(Table table, Uuid id);
    /// The same, with these values only.
    Expected<std::optional<Present>> read(Table table, Uuid id, const std::vector<const Field*>& wanted);

    /// Adds to the outbox, or to the operation of the same row that still waits there.
    Expected<void> record(Table table, Uuid id, int kind, bool create, Hlc stamp, std::vector<ClockedValue> body,
                          std::vector<ClockedValue> prev, RowClock& rowClock);
    /// The server may have removed files of these fields, if no row has named them for long.
    Expected<void> offerFilesAgain(Table table, const std::vector<ClockedValue>& body);
    /// As record(), for an operation of another workstation. Never joined to one that waits: that one was made by
    /// somebody else, on another ground.
    Expected<void> recordCarried(const OutboxOp& op, Hlc stamp, const std::vector<ClockedValue>& prev);
    Expected<void> wantCarriedFiles(const TableSchema& table, const OutboxOp& op);
    /// Whether a value is written to a field at all. Errors: NotAllowed for a value that somebody typed into a field
    /// that is kept from them.
    Expected<bool> takes(Table table, const Field& field, const QVariant& value) const;
    void noteChange(Table table, Uuid id, ChangeSet::Row::Kind kind);

    Connection& connection;
    const Schema& schema;
    Device& device;
    UtcMs now;
    HlcClock clock;
    bool suspect = false;
    UndoStep undo;
    ChangeSet changes;
};

}  // namespace Forecourt
