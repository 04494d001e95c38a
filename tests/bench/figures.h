// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/errortext.h"
#include "models/base/expected.h"

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace Forecourt::Bench {

/// Times of one thing done many times, in milliseconds.
class Samples {
public:
    void add(double msecs) { m_values.push_back(msecs); }
    /// The value below which `share` of all lie: 0.5 is the median.
    double quantile(double share) const
    {
        std::vector<double> sorted = m_values;
        std::ranges::sort(sorted);
        return sorted.empty() ? 0
                              : sorted[std::min(sorted.size() - 1,
                                                static_cast<size_t>(share * static_cast<double>(sorted.size())))];
    }
    double sum() const
    {
        double total = 0;
        for (const double value : m_values)
            total += value;
        return total;
    }
    size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
};

/// Milliseconds that `work` takes.
template <class Work>
double timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The value, or the end of the program with the reason.
template <class T>
T require(Expected<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(ErrorText::full(result.error()) + ErrorText::detailOf(result.error())));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline void heading(const char* text)
{
    std::printf("\n%s\n", text);
    std::fflush(stdout);
}

/// "insert, 500 a transaction      12,345 /s    bare SQLite 14,000 /s    1.13×"
inline void rate(const char* name, double count, double ours, double bare)
{
    std::printf("  %-44s %10.0f /s   bare SQLite %10.0f /s   %5.2f x the time\n", name, count / ours * 1000,
                count / bare * 1000, ours / bare);
    std::fflush(stdout);
}

/// "keystroke, first page   median 3.1 ms, 99 % 8.0 ms   bare …"
inline void times(const char* name, const Samples& ours, const Samples& bare)
{
    std::printf("  %-34s median %7.3f ms  99%% %7.3f ms   bare SQLite %7.3f ms  %7.3f ms   %5.2f x\n", name,
                ours.quantile(0.5), ours.quantile(0.99), bare.quantile(0.5), bare.quantile(0.99),
                ours.quantile(0.5) / std::max(bare.quantile(0.5), 1e-6));
    std::fflush(stdout);
}

#ifdef Q_OS_UNIX
inline double peakMemoryOf(int who)
{
    rusage usage{};
    getrusage(who, &usage);
#ifdef Q_OS_MACOS
    constexpr double UnitsPerMegabyte = 1e6;
#else
    constexpr double UnitsPerMegabyte = 1e3;
#endif
    return static_cast<double>(usage.ru_maxrss) / UnitsPerMegabyte;
}
#endif

/// Largest resident memory so far in MB; 0 where it is not known.
inline double peakMemory()
{
#ifdef Q_OS_UNIX
    return peakMemoryOf(RUSAGE_SELF);
#else
    return 0;
#endif
}

/// The same of the largest child process that has ended.
inline double peakMemoryOfChildren()
{
#ifdef Q_OS_UNIX
    return peakMemoryOf(RUSAGE_CHILDREN);
#else
    return 0;
#endif
}

}  // namespace Forecourt::Bench
