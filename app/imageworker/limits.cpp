// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/imageworker/limits.h"

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace Forecourt {

#ifdef Q_OS_WIN

void limitMemory(qint64 bytes)
{
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    if (!job)
        return;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    limits.ProcessMemoryLimit = static_cast<SIZE_T>(bytes);
    if (SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
        AssignProcessToJobObject(job, GetCurrentProcess());
    // The handle stays open: the limits last as long as the process.
}

void limitTime(int seconds)
{
    static HANDLE timer = nullptr;
    if (timer) {
        DeleteTimerQueueTimer(nullptr, timer, nullptr);
        timer = nullptr;
    }
    if (seconds > 0) {
        CreateTimerQueueTimer(
            &timer, nullptr, [](void*, BOOLEAN) { TerminateProcess(GetCurrentProcess(), 1); }, nullptr,
            static_cast<DWORD>(seconds) * 1000, 0, WT_EXECUTEONLYONCE);
    }
}

#else

void limitMemory(qint64 bytes)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // The address sanitizer reserves terabytes of addresses for itself.
#ifndef __SANITIZE_ADDRESS__
    const rlimit memory{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    setrlimit(RLIMIT_DATA, &memory);
#ifdef Q_OS_LINUX
    // Addresses of libraries count here too, wherever they are not loaded.
    constexpr rlim_t Libraries = 512u << 20;
    const rlimit addresses{memory.rlim_cur + Libraries, memory.rlim_max + Libraries};
    setrlimit(RLIMIT_AS, &addresses);
#endif
#else
    Q_UNUSED(bytes)
#endif
}

void limitTime(int seconds)
{
    alarm(static_cast<unsigned>(seconds));
}

#endif

}  // namespace Forecourt
