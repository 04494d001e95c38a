// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/script.h"

#include <QTextStream>

#include <algorithm>
#include <random>

namespace Forecourt::Tests {

namespace {

struct ScriptWeight {
    Action::Kind kind;
    std::uint32_t weight;
    bool WorldSetup::*feature = nullptr;  ///< without it, never
};

constexpr ScriptWeight ScriptWeights[] = {
    {Action::Kind::Add, 6},
    {Action::Kind::Edit, 30},
    {Action::Kind::Remove, 6},
    {Action::Kind::Lose, 5},
    {Action::Kind::Deliver, 40},
    {Action::Kind::Offline, 3},
    {Action::Kind::Online, 3},
    {Action::Kind::Reopen, 2},
    {Action::Kind::Wait, 5},
    {Action::Kind::Restart, 2},
    {Action::Kind::Undo, 4, &WorldSetup::undo},
    {Action::Kind::Decide, 8, &WorldSetup::decisions},
    {Action::Kind::Grant, 6, &WorldSetup::rights},
    {Action::Kind::Move, 8, &WorldSetup::rights},
    {Action::Kind::SetClock, 2, &WorldSetup::clocks},
    {Action::Kind::Close, 3, &WorldSetup::closing},
    {Action::Kind::Copy, 2, &WorldSetup::copies},
    {Action::Kind::PutBack, 2, &WorldSetup::copies},
    {Action::Kind::Photo, 12, &WorldSetup::photos},
    {Action::Kind::View, 8, &WorldSetup::views},
    {Action::Kind::Absence, 3, &WorldSetup::absences},
    {Action::Kind::Unshelve, 2, &WorldSetup::snapshots},
    {Action::Kind::Backup, 1, &WorldSetup::backups},
    {Action::Kind::Restore, 1, &WorldSetup::backups},
};

/// Answers of the server are kept for 90 days: who comes for one later is told another.
constexpr std::uint32_t ScriptDays = 85;

const char* nameOf(Action::Kind kind)
{
    switch (kind) {
    case Action::Kind::Add: return "add";
    case Action::Kind::Edit: return "edit";
    case Action::Kind::Remove: return "remove";
    case Action::Kind::Deliver: return "deliver";
    case Action::Kind::Lose: return "lose";
    case Action::Kind::Offline: return "offline";
    case Action::Kind::Online: return "online";
    case Action::Kind::Reopen: return "reopen";
    case Action::Kind::Wait: return "wait";
    case Action::Kind::Undo: return "undo";
    case Action::Kind::Grant: return "grant";
    case Action::Kind::Move: return "move";
    case Action::Kind::Decide: return "decide";
    case Action::Kind::SetClock: return "clock";
    case Action::Kind::Unshelve: return "unshelve";
    case Action::Kind::Backup: return "backup";
    case Action::Kind::Restore: return "restore";
    case Action::Kind::Restart: return "restart";
    case Action::Kind::Close: return "close";
    case Action::Kind::Copy: return "copy";
    case Action::Kind::PutBack: return "putback";
    case Action::Kind::Photo: return "photo";
    case Action::Kind::View: return "view";
    case Action::Kind::Absence: return "absence";
    case Action::Kind::Sync: return "sync";
    }
    return "";
}

}  // namespace

// The standard fixes what the generator yields, but not what its distributions make of it.
Script scriptOf(std::uint64_t seed, const WorldSetup& setup)
{
    const auto workstations = static_cast<std::uint32_t>(setup.workstations);
    std::mt19937_64 random(seed);
    const auto below = [&random](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
    const auto weightOf = [&](const ScriptWeight& one) {
        return one.feature && !(setup.*one.feature) ? 0U : one.weight;
    };
    std::uint32_t total = 0;
    for (const ScriptWeight& one : ScriptWeights)
        total += weightOf(one);
    Script script;
    std::uint32_t vehicles = 0;
    std::uint32_t daysLeft = ScriptDays;
    const auto push = [&](Action::Kind kind) {
        Action action;
        action.kind = kind;
        action.who = static_cast<int>(below(workstations));
        action.b = static_cast<std::uint32_t>(random());
        switch (kind) {
        case Action::Kind::Add: action.a = vehicles++; break;
        case Action::Kind::Edit:
        case Action::Kind::Decide:
        case Action::Kind::Move:
        case Action::Kind::Photo:
        case Action::Kind::Remove: action.a = below(vehicles); break;
        case Action::Kind::Deliver: action.a = 1 + below(below(3) == 0 ? 25 : 6); break;
        case Action::Kind::Grant: action.a = below(9); break;
        case Action::Kind::Restart: action.a = below(3); break;
        case Action::Kind::Lose: action.a = below(2); break;
        case Action::Kind::Wait: action.a = 1 + below(below(4) == 0 ? 90'000 : 2'000); break;
        case Action::Kind::SetClock: {
            // A few seconds as everywhere, minutes, or another day.
            const std::uint32_t bounds[] = {5'000, 600'000, 600'000, 90'000'000};
            action.a = below(bounds[below(4)]);
            break;
        }
        case Action::Kind::Absence: {
            // Days, weeks, or longer than a workstation is waited for.
            const std::uint32_t choice = below(4);
            const std::uint32_t days = choice < 2 ? 1 + below(9) : choice == 2 ? 7 + below(20) : 61;
            action.a = std::min(days, daysLeft);
            daysLeft -= action.a;
            break;
        }
        default: break;
        }
        script.push_back(action);
    };
    const std::uint32_t length = 15 + below(30 * workstations);
    push(Action::Kind::Add);
    // Otherwise most people would see everything most of the time.
    for (std::uint32_t i = 0; setup.rights && i < workstations; ++i)
        push(Action::Kind::Grant);
    while (script.size() < length) {
        std::uint32_t choice = below(total);
        for (const ScriptWeight& one : ScriptWeights) {
            if (choice < weightOf(one)) {
                // Most have heard of everything before a longer time passes, or nothing could be forgotten.
                for (std::uint32_t i = 0; one.kind == Action::Kind::Absence && i < workstations; ++i) {
                    if (below(4) != 0) {
                        push(Action::Kind::Sync);
                        script.back().who = static_cast<int>(i);
                    }
                }
                if (one.kind != Action::Kind::Add || vehicles < 3)
                    push(one.kind);
                break;
            }
            choice -= weightOf(one);
        }
    }
    return script;
}

QString describe(const Script& script)
{
    QString words;
    QTextStream out(&words);
    for (size_t i = 0; i < script.size(); ++i)
        out << "  " << i << ". " << script[i].who << ' ' << nameOf(script[i].kind) << ' ' << script[i].a << ' '
            << script[i].b << '\n';
    return words;
}

}  // namespace Forecourt::Tests
