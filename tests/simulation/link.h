// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/servercore.h"

#include <QByteArray>

#include <cstddef>
#include <deque>

namespace Forecourt::Tests {

/// One connection and what is under way on it. Either end may think that it stands while the other knows better.
struct Link {
    int who = 0;
    SessionId session = 0;
    size_t server = 0;
    std::deque<QByteArray> up;    ///< to the server
    std::deque<QByteArray> down;  ///< to the workstation
    bool clientEnd = true;
    bool serverEnd = true;
};

}  // namespace Forecourt::Tests
