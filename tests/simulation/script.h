// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/simulation/worldsetup.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace Forecourt::Tests {

/// One thing that happens in the world. `who` is a workstation; what the numbers mean depends on the kind. An action
/// that makes no sense at its moment (the row is not there, the line is down already) does nothing, so that a script
/// from which actions were taken out is still a script.
struct Action {
    enum class Kind : std::uint8_t {
        Add,      ///< a: the vehicle, b: choice of values
        Edit,     ///< a: the vehicle, b: choice of fields and values
        Remove,   ///< a: the vehicle
        Undo,     ///< the last edit of this workstation that was not taken back yet
        Decide,   ///< a: the vehicle, b: which of its conflicts and how
        Deliver,  ///< a: how many steps of messages and store, b: choice among what is on its way
        Lose,     ///< the connection is gone; a: odd: what was sent still reaches the server
        Offline,  ///< no network
        Online,
        Reopen,    ///< the program ends without a word and starts again
        Wait,      ///< a: milliseconds
        SetClock,  ///< the computer's clock is off from now on; a: milliseconds, odd: behind
        Grant,     ///< a: other rights of the person at this workstation
        Move,      ///< a: the vehicle, b: to which location
        Restart,   ///< a: the server, which ends without a word and starts again
        Close,     ///< the account of the person at this workstation, or opens it again
        Copy,      ///< of the workstation's store
        PutBack,   ///< the workstation's store goes back to the last copy
        Photo,     ///< a: the vehicle, b: which photo, and whether it is taken, edited or removed
        View,      ///< b: which saved view, and likewise
        Absence,   ///< a: days that pass
        Sync,      ///< online, until nothing moves any more, and offline again
        Unshelve,  ///< the snapshots of the server are removed
        Backup,    ///< of the server
        Restore,   ///< the server goes back to the last backup, with a new epoch
    };
    Kind kind = Kind::Wait;
    int who = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

using Script = std::vector<Action>;

/// The same seed gives the same script.
Script scriptOf(std::uint64_t seed, const WorldSetup& setup);
/// One line for each action.
QString describe(const Script& script);

/// Takes actions out as long as `fails` still holds.
template <class Steps, class Fails>
Steps shrunk(Steps script, Fails fails)
{
    for (size_t piece = script.size() / 2; piece > 0; piece = piece > 1 ? (piece + 1) / 2 : 0) {
        bool again = true;
        while (again) {
            again = false;
            for (size_t at = 0; at < script.size();) {
                Steps shorter = script;
                shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(at),
                              shorter.begin() + static_cast<std::ptrdiff_t>(std::min(at + piece, script.size())));
                if (fails(shorter)) {
                    script = std::move(shorter);
                    again = piece == 1;
                } else {
                    at += piece;
                }
            }
        }
    }
    return script;
}

}  // namespace Forecourt::Tests
