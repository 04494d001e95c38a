// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"

#include <QtGlobal>

#include <cstdint>
#include <span>

namespace Forecourt {

/// Random numbers that are the same on every computer: SplitMix64 (Steele, Lea, Flood 2014). The distributions of the
/// standard library differ between compilers.
class DemoRandom {
public:
    explicit DemoRandom(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    /// From 0 to count − 1.
    int below(int count)
    {
        Q_ASSERT(count > 0);
        return static_cast<int>(next() % static_cast<std::uint64_t>(count));
    }
    /// Both ends included.
    int between(int first, int last) { return first + below(last - first + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T, size_t Size>
    const T& pick(const T (&values)[Size])
    {
        return values[below(static_cast<int>(Size))];
    }
    /// Index of one of the weights, each as likely as it is large.
    int weighted(std::span<const int> weights)
    {
        int sum = 0;
        for (const int weight : weights)
            sum += weight;
        int at = below(sum);
        int index = 0;
        while (at >= weights[static_cast<size_t>(index)])
            at -= weights[static_cast<size_t>(index++)];
        return index;
    }
    /// An id made at a moment of the story.
    Uuid id(std::int64_t msecs)
    {
        const std::uint64_t high = next();
        return Uuid::fromParts(msecs, high, next());
    }

private:
    std::uint64_t m_state;
};

}  // namespace Forecourt
