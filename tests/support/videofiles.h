// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>

#include <functional>
#include <optional>

class QImage;

namespace Forecourt::Tests {

/// A small video that a test makes.
struct VideoRecipe {
    const char* muxer = "mp4";      ///< mp4, mov, matroska, webm, avi
    const char* encoder = "mpeg4";  ///< as FFmpeg names it
    QSize size{160, 120};
    int frames = 30;
    int perSecond = 10;
    int turn = 0;         ///< degrees clockwise that a player is to turn it
    int pixelWidth = 1;   ///< of a pixel that is 1 high
    bool picture = true;  ///< without, there is only sound
    /// Picture of a frame; without, four coloured quarters.
    std::function<QImage(int frame)> draw;
};

/// The file, or nothing where this FFmpeg has no such encoder.
std::optional<QByteArray> videoFile(const VideoRecipe& recipe);

}  // namespace Forecourt::Tests
