// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace Forecourt::Tests {

/// One odd or hostile file, and what has to become of it.
struct BadPhoto {
    enum class Outcome {
        Shown,    ///< imported, and right
        Refused,  ///< with a reason
        Either,   ///< damage that may or may not be seen: either is right, as long as nothing breaks
    };

    QString name;  ///< of the file
    QByteArray bytes;
    Outcome outcome = Outcome::Either;
    QSize size{};      ///< of Shown: upright pixels; empty = not looked at
    QByteArray lay{};  ///< of Shown: see layOf(); empty = not looked at
};

/// All made on the spot, the same ones in every run.
std::vector<BadPhoto> badJpegs();
std::vector<BadPhoto> badPngs();
/// WebP, TIFF, HEIC, AVIF, GIF.
std::vector<BadPhoto> badOtherPictures();
std::vector<BadPhoto> noPictures();
/// Good pictures with bits turned over, by a fixed seed.
std::vector<BadPhoto> flippedPictures();

/// A baseline JPEG of 8 × 8 pixel blocks of one shade each, which costs no encoder: for components, colour models and
/// frames that encoders do not write.
struct BlockJpeg {
    QSize size{96, 64};
    int components = 3;
    uchar frame = 0xC0;     ///< the marker: C0 baseline, C1 extended, C2 progressive, …
    int precision = 8;      ///< as the frame says; the data are for 8
    int adobe = -1;         ///< colour transform of an Adobe segment; -1: no such segment
    bool namedRgb = false;  ///< components are called R, G, B
    QByteArray segments{};  ///< put after the start
    /// Values of one block, 0–255 for each component.
    std::function<std::vector<int>(QColor)> shades{};

    /// Shows quarters() of `size`.
    QByteArray file() const;
};

}  // namespace Forecourt::Tests
