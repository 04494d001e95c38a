// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/galleryscript.h"

#include "models/gallery/gallery.h"

#include <QTextStream>

#include <random>

namespace Forecourt::Tests {

namespace {

const char* nameOf(GalleryAction::Kind kind)
{
    switch (kind) {
    case GalleryAction::Kind::Add: return "add";
    case GalleryAction::Kind::Move: return "move";
    case GalleryAction::Kind::Remove: return "remove";
    case GalleryAction::Kind::Primary: return "primary";
    case GalleryAction::Kind::Slot: return "slot";
    case GalleryAction::Kind::Undo: return "undo";
    case GalleryAction::Kind::Sync: return "sync";
    case GalleryAction::Kind::Reopen: return "reopen";
    }
    return "";
}

constexpr GalleryAction::Kind GalleryKinds[] = {
    GalleryAction::Kind::Add,  GalleryAction::Kind::Add,  GalleryAction::Kind::Move,    GalleryAction::Kind::Move,
    GalleryAction::Kind::Move, GalleryAction::Kind::Move, GalleryAction::Kind::Remove,  GalleryAction::Kind::Remove,
    GalleryAction::Kind::Undo, GalleryAction::Kind::Undo, GalleryAction::Kind::Primary, GalleryAction::Kind::Slot,
    GalleryAction::Kind::Sync, GalleryAction::Kind::Sync, GalleryAction::Kind::Sync,    GalleryAction::Kind::Reopen,
};

}  // namespace

// The standard fixes what the generator yields, but not what its distributions make of it.
GalleryScript galleryScriptOf(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto below = [&random](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
    GalleryScript script;
    script.workstations = below(3) == 0 ? 3 : 2;
    const std::uint32_t fullness = below(4);
    script.photos = static_cast<int>(fullness == 0   ? 0
                                     : fullness == 1 ? 1 + below(8)
                                                     : Gallery::MaxPhotos - 6 + below(7));
    for (int who = 0; who < script.workstations; ++who)
        script.clocksAheadMs.push_back(below(2) == 0 ? 0 : static_cast<int>(below(1'200'000)) - 600'000);
    const std::uint32_t length = 8 + below(20) * static_cast<std::uint32_t>(script.workstations);
    while (script.actions.size() < length) {
        GalleryAction action;
        action.kind = GalleryKinds[below(std::size(GalleryKinds))];
        action.who = static_cast<int>(below(static_cast<std::uint32_t>(script.workstations)));
        action.a = action.kind == GalleryAction::Kind::Add ? 1 + below(below(3) == 0 ? 12 : 3) : below(1'000);
        action.b = below(1'000);
        action.c = 1 + below(3);
        script.actions.push_back(action);
    }
    return script;
}

QString describe(const GalleryScript& script)
{
    QString words;
    QTextStream out(&words);
    out << "  " << script.workstations << " workstations, " << script.photos << " photos, clocks ahead by";
    for (const int ahead : script.clocksAheadMs)
        out << ' ' << ahead;
    out << " ms\n";
    for (size_t i = 0; i < script.actions.size(); ++i) {
        const GalleryAction& action = script.actions[i];
        out << "  " << i << ". " << action.who << ' ' << nameOf(action.kind) << ' ' << action.a << ' ' << action.b
            << ' ' << action.c << '\n';
    }
    return words;
}

}  // namespace Forecourt::Tests
