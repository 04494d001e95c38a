// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/processlimits.h"

#include <QtGlobal>

#ifndef Q_OS_WIN
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#endif

namespace Forecourt {

void raiseProcessLimits()
{
#ifndef Q_OS_WIN
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

void keepFilesPrivate()
{
#ifndef Q_OS_WIN
    umask(S_IRWXG | S_IRWXO);
#endif
}

}  // namespace Forecourt
