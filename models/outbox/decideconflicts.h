// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/conflict.h"
#include "models/outbox/edittransaction.h"

#include <vector>

namespace Forecourt {

/// What a person decides about one conflict. "Kept" and "lost" are those of the Conflict; the record may have changed
/// since, and keeping leaves it as it is now.
struct ConflictDecision {
    enum class Choice {
        Keep,      ///< nothing is written; after a removal that did not happen: the record stays
        TakeBack,  ///< the lost values are written; a removed record comes back; a removal happens
        Other,     ///< `other` is written; a removed record comes back
    };
    std::vector<ConflictId> ids;  ///< all of the Conflict
    Choice choice = Choice::Keep;
    Fields other;  ///< SQL types; the caller has checked them against the rules of the record
};

/// Decides conflicts: writes what was chosen as an ordinary edit of the record, and that they are decided, in one
/// transaction and one undo step. When two people decide the same conflict without having seen each other's decision,
/// what they wrote meets as edits do, so nothing is lost.
/// Errors: NotFound (no such conflict, or the record is not here), ConflictDecided (somebody was quicker).
struct DecideConflicts {
    std::vector<ConflictDecision> decisions;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
