// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/script.h"

#include <QTextStream>

#include <random>

namespace Forecourt::Tests {

namespace {

struct ScriptWeight {
    Action::Kind kind;
    std::uint32_t weight;
};

constexpr ScriptWeight ScriptWeights[] = {
    {Action::Kind::Add, 6},      {Action::Kind::Edit, 30},    {Action::Kind::Remove, 6}, {Action::Kind::Lose, 5},
    {Action::Kind::Deliver, 40}, {Action::Kind::Offline, 3},  {Action::Kind::Online, 3}, {Action::Kind::Reopen, 2},
    {Action::Kind::Wait, 5},     {Action::Kind::Undo, 4},     {Action::Kind::Decide, 8}, {Action::Kind::Grant, 4},
    {Action::Kind::Move, 4},     {Action::Kind::SetClock, 2}, {Action::Kind::Backup, 1}, {Action::Kind::Restore, 1},
};

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
    case Action::Kind::Backup: return "backup";
    case Action::Kind::Restore: return "restore";
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
    // Not everything in every script: what is rare would always happen together.
    const bool clocks = below(3) == 0;
    const bool backups = below(4) == 0;
    const bool decisions = below(2) == 0;
    const bool undo = below(2) == 0;
    const bool rights = below(3) == 0;
    const auto weightOf = [&](const ScriptWeight& one) {
        const bool isBackup = one.kind == Action::Kind::Backup || one.kind == Action::Kind::Restore;
        const bool left = (isBackup && !backups) || (one.kind == Action::Kind::SetClock && !clocks) ||
                          (one.kind == Action::Kind::Decide && !decisions) ||
                          (one.kind == Action::Kind::Undo && !undo) ||
                          ((one.kind == Action::Kind::Grant || one.kind == Action::Kind::Move) && !rights);
        return left ? 0U : one.weight;
    };
    std::uint32_t total = 0;
    for (const ScriptWeight& one : ScriptWeights)
        total += weightOf(one);
    Script script;
    std::uint32_t vehicles = 0;
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
        case Action::Kind::Remove: action.a = below(vehicles); break;
        case Action::Kind::Deliver: action.a = 1 + below(below(3) == 0 ? 25 : 6); break;
        case Action::Kind::Grant: action.a = below(9); break;
        case Action::Kind::Lose: action.a = below(2); break;
        case Action::Kind::Wait: action.a = 1 + below(below(4) == 0 ? 90'000 : 2'000); break;
        case Action::Kind::SetClock: {
            // A few seconds as everywhere, minutes, or another day.
            const std::uint32_t bounds[] = {5'000, 600'000, 600'000, 90'000'000};
            action.a = below(bounds[below(4)]);
            break;
        }
        default: break;
        }
        script.push_back(action);
    };
    const std::uint32_t length = 15 + below(30 * workstations);
    push(Action::Kind::Add);
    while (script.size() < length) {
        std::uint32_t choice = below(total);
        for (const ScriptWeight& one : ScriptWeights) {
            if (choice < weightOf(one)) {
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
