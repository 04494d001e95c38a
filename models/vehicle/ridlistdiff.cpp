// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/ridlistdiff.h"

#include <algorithm>

namespace Forecourt {

namespace {

/// Runs of rows whose number is not in `others`, ascending.
std::vector<RidListDiff::Run> runsWithout(const RidList& list, const RidSet& others)
{
    std::vector<RidListDiff::Run> runs;
    for (int row = 0; row < static_cast<int>(list.size()); ++row) {
        if (others.contains(list[static_cast<size_t>(row)]))
            continue;
        if (!runs.empty() && runs.back().last == row - 1)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    return runs;
}

RidList keptOf(const RidList& list, const RidSet& others)
{
    RidList kept;
    std::ranges::copy_if(list, std::back_inserter(kept), [&others](std::uint32_t rid) { return others.contains(rid); });
    return kept;
}

/// Members of a longest increasing subsequence of `values` (distinct), by patience sorting.
std::vector<bool> longestIncreasing(const std::vector<int>& values)
{
    std::vector<size_t> tails;  // place of the smallest end of an increasing run of each length
    std::vector<size_t> previous(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const auto pile = std::ranges::lower_bound(tails, values[i], {}, [&values](size_t at) { return values[at]; });
        previous[i] = pile == tails.begin() ? values.size() : *std::prev(pile);
        if (pile == tails.end())
            tails.push_back(i);
        else
            *pile = i;
    }
    std::vector<bool> members(values.size());
    for (size_t at = tails.empty() ? values.size() : tails.back(); at < values.size(); at = previous[at])
        members[at] = true;
    return members;
}

/// Moves that bring `present` into the order of `target`, which holds the same numbers; false if they exceed `limit`.
bool findMoves(RidList present, const RidList& target, int limit, std::vector<RidListDiff::Move>& moves)
{
    if (present == target)
        return true;
    const auto highest = std::ranges::max(present);
    std::vector<int> places(size_t{highest} + 1);
    for (size_t row = 0; row < present.size(); ++row)
        places[present[row]] = static_cast<int>(row);
    std::vector<int> sequence;
    sequence.reserve(target.size());
    for (const std::uint32_t rid : target)
        sequence.push_back(places[rid]);
    const std::vector<bool> stays = longestIncreasing(sequence);
    if (std::ranges::count(stays, false) > limit)
        return false;

    const auto rowOf = [&present](std::uint32_t rid) {
        return static_cast<int>(std::ranges::find(present, rid) - present.begin());
    };
    for (size_t row = 0; row < target.size(); ++row) {
        if (stays[row])
            continue;
        // Everything before it in the target has its place already, so it belongs right behind its neighbour.
        const int from = rowOf(target[row]);
        const int before = row == 0 ? 0 : rowOf(target[row - 1]) + 1;
        if (before == from)
            continue;
        moves.push_back({from, before});
        const auto begin = present.begin();
        if (from < before)
            std::rotate(begin + from, begin + from + 1, begin + before);
        else
            std::rotate(begin + before, begin + from, begin + from + 1);
    }
    return true;
}

/// The steps for the part of two lists that differs; `offset` rows are before it.
RidListDiff diffMiddles(const RidList& before, const RidList& after, int offset, int limit)
{
    RidListDiff diff;
    const RidSet oldSet(before);
    const RidSet newSet(after);
    diff.removed = runsWithout(before, newSet);
    std::ranges::reverse(diff.removed);
    diff.inserted = runsWithout(after, oldSet);
    const RidList kept = keptOf(after, oldSet);
    const int runs = static_cast<int>(diff.removed.size() + diff.inserted.size());
    if (runs > limit || !findMoves(keptOf(before, newSet), kept, limit - runs, diff.moved)) {
        diff.isLarge = true;
        diff.moved.clear();
    }
    for (RidListDiff::Run& run : diff.removed)
        run = {run.first + offset, run.last + offset};
    for (RidListDiff::Move& move : diff.moved)
        move = {move.from + offset, move.before + offset};
    for (RidListDiff::Run& run : diff.inserted)
        run = {run.first + offset, run.last + offset};
    return diff;
}

}  // namespace

RidListDiff diffRidLists(const RidList& before, const RidList& after, int limit)
{
    // Most changes concern few rows of many: what is the same at both ends needs no thought.
    const auto [oldBegin, newBegin] = std::ranges::mismatch(before, after);
    const auto same = static_cast<int>(oldBegin - before.begin());
    auto oldEnd = before.end();
    auto newEnd = after.end();
    while (oldEnd != oldBegin && newEnd != newBegin && *std::prev(oldEnd) == *std::prev(newEnd)) {
        --oldEnd;
        --newEnd;
    }
    return diffMiddles(RidList(oldBegin, oldEnd), RidList(newBegin, newEnd), same, limit);
}

}  // namespace Forecourt
