// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/rowstate.h"

#include <optional>
#include <vector>

namespace Forecourt {

/// A value that somebody typed and that does not stand: it becomes a row of Conflicts.
struct LostValue {
    std::uint16_t field = 0;  ///< RowState::Existence: a deletion that did not happen
    QVariant kept;
    QVariant lost;
    Hlc keptClock;
    Hlc lostClock;
    /// What the author of the operation saw before, where the operation says so.
    std::optional<QVariant> before = std::nullopt;
    Hlc beforeClock = {};  ///< null where `before` is not known

    /// Another field of the same group whose value is the same on both sides.
    struct Beside {
        std::uint16_t field = 0;
        QVariant value;
        std::optional<QVariant> before = std::nullopt;

        friend bool operator==(const Beside&, const Beside&) = default;
    };
    std::vector<Beside> beside = {};

    friend bool operator==(const LostValue&, const LostValue&) = default;
};

/// What one operation did to a row.
struct MergeOutcome {
    /// The row differs from before, or its author has to hear of it again: it takes a new sequence.
    bool touched = false;
    /// Nothing where the operation stands exactly as it was sent.
    std::optional<Wire::OpException::Status> status;
    bool wholeForOthers = false;         ///< the row is new, gone or back: others get all of it
    bool wholeForAuthor = false;         ///< likewise for the device that sent the operation
    std::vector<std::uint16_t> changed;  ///< fields that others have to hear of
    std::vector<std::uint16_t> altered;  ///< fields that ended otherwise than the author thinks
    std::vector<LostValue> lost;
};

/// Merges `operation` into `row`, field by field. The rules, in this order:
///
/// 1. *Seen*: the author saw the present value (its clock is the operation's base, or the same device wrote it): the
///    new value stands, with a later clock if its own is not the later one.
/// 2. *Same*: both wrote the same value: the later clock stays, nobody lost anything.
/// 3. *Concurrent*: neither saw the other's. The field's MergePolicy decides; a value that loses is reported as lost
///    unless the policy is Max or Quiet. A value stamped while its computer's clock was in doubt never beats another.
///
/// Fields of one group share a clock and win or lose together. A delete yields to a field changed by somebody else
/// after what the delete saw. An edit of a deleted row does not bring it back unless it says so (`create`); its values
/// are reported as lost.
///
/// An operation that was carried from one workstation to another in a file was made by somebody who had not seen what
/// its sender wrote, and is older than it looks: only its bases count, it never beats another value, and it does not
/// bring a deleted row back.
///
/// The operation's clock must not be ahead of the server's time: see clampClock.
MergeOutcome mergeOperation(RowState& row, const Wire::Op& operation, const TableSchema& schema);

/// True if the stamp was more than 60 s ahead of the server and was set back to it: a wrong clock must not win every
/// merge until time catches up with it.
bool clampClock(Wire::Op& operation, HlcClock& server, UtcMs now);

}  // namespace Forecourt
