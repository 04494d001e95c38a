// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

namespace Forecourt {

/// How forecourtctl ends, for scripts. The numbers are part of its interface and are never given another meaning.
enum class ExitCode : int {
    Done = 0,
    Failed = 1,       ///< something else went wrong
    Usage = 2,        ///< the command line was not understood
    NotFound = 3,     ///< a vehicle, a photo or a file is not there
    Refused = 4,      ///< a value breaks a rule, or the role does not permit it
    Unreachable = 5,  ///< no server answers there, or it is not one of ours
    Partly = 6,       ///< done, but not for everything that was asked
    NotSignedIn = 7,  ///< nobody is signed in, or the password is wrong
    Store = 8,        ///< the store cannot be opened: in use, damaged, too new, disk full
    Locked = 9,       ///< too long without contact to the server: only login, sync and status work
};

ExitCode exitCodeOf(ErrorCode code);

}  // namespace Forecourt
