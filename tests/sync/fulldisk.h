// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/sync/serverprocess.h"

#ifdef Q_OS_LINUX

#include <sys/resource.h>

namespace Forecourt::Tests {

/// No file of the process may grow beyond this: what a full disk is to it, without one. -1: as large as it likes.
inline void setLargestFile(const ServerProcess& server, qint64 bytes)
{
    rlimit limit{};
    limit.rlim_cur = bytes < 0 ? RLIM_INFINITY : static_cast<rlim_t>(bytes);
    limit.rlim_max = RLIM_INFINITY;
    if (prlimit(static_cast<pid_t>(server.pid()), RLIMIT_FSIZE, &limit, nullptr) != 0)
        qFatal("prlimit: %s", strerror(errno));
}

}  // namespace Forecourt::Tests

#endif
