// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace Forecourt {

/// Local row numbers of vehicles in the order of a list. 32 bits: a store has far fewer than four billion rows.
using RidList = std::vector<std::uint32_t>;

/// A set of local row numbers, one bit each: they are dense, so 100,000 vehicles take 12 KB.
class RidSet {
public:
    RidSet() = default;
    explicit RidSet(const RidList& rids)
    {
        for (const std::uint32_t rid : rids)
            insert(rid);
    }

    void insert(std::uint32_t rid)
    {
        const size_t word = rid / 64;
        if (word >= m_words.size())
            m_words.resize(word + word / 2 + 1);
        m_words[word] |= bit(rid);
    }
    bool contains(std::uint32_t rid) const
    {
        const size_t word = rid / 64;
        return word < m_words.size() && (m_words[word] & bit(rid)) != 0;
    }
    /// Keeps what is in both.
    void intersect(const RidSet& other)
    {
        if (m_words.size() > other.m_words.size())
            m_words.resize(other.m_words.size());
        for (size_t word = 0; word < m_words.size(); ++word)
            m_words[word] &= other.m_words[word];
    }
    void unite(const RidSet& other)
    {
        if (m_words.size() < other.m_words.size())
            m_words.resize(other.m_words.size());
        for (size_t word = 0; word < other.m_words.size(); ++word)
            m_words[word] |= other.m_words[word];
    }
    int count() const
    {
        int total = 0;
        for (const std::uint64_t word : m_words)
            total += std::popcount(word);
        return total;
    }

private:
    static std::uint64_t bit(std::uint32_t rid) { return std::uint64_t{1} << (rid % 64); }

    std::vector<std::uint64_t> m_words;
};

}  // namespace Forecourt
