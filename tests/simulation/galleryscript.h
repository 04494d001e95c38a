// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace Forecourt::Tests {

/// One thing that somebody does to the gallery that all have before them. Numbers are taken modulo what is there, so
/// that a script from which actions were taken out is still a script.
struct GalleryAction {
    enum class Kind : std::uint8_t {
        Add,      ///< a: how many
        Move,     ///< a: from which row, b: before which one, c: how many
        Remove,   ///< a: from which row, c: how many
        Primary,  ///< a: which row
        Slot,     ///< a: which row, b: which shot, or none
        Undo,     ///< the last thing that this workstation did and has not taken back
        Sync,     ///< online, until nothing moves any more, and offline again
        Reopen,   ///< the program ends without a word and starts again
    };
    Kind kind = Kind::Sync;
    int who = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

struct GalleryScript {
    int workstations = 2;
    int photos = 0;                  ///< that everybody has at the beginning
    std::vector<int> clocksAheadMs;  ///< of each workstation; below zero: behind
    std::vector<GalleryAction> actions;
};

/// The same seed gives the same script. Two workstations or three; most galleries begin nearly full.
GalleryScript galleryScriptOf(std::uint64_t seed);
/// One line for each action.
QString describe(const GalleryScript& script);

}  // namespace Forecourt::Tests
