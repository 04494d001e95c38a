// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoquality.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <functional>
#include <vector>

namespace Forecourt {

namespace {

constexpr int MeasuredPixels = 1024;
constexpr int Tiles = 10;  // in each direction; the sharpest tenth are as many

// Found with the photos of the demo, some of them blurred and darkened by known amounts; see tests/gallery.
constexpr double BlurredBelow = 60;
constexpr double DarkBelow = 0.2;
constexpr double BrightAbove = 0.82;
constexpr double BurntAbove = 0.4;
constexpr int NearlyBlack = 16;
constexpr int NearlyWhite = 250;
// Cells that differ by less are one shade: noise would decide the bits of a blank picture.
constexpr int SmallestStep = 2;
constexpr int FewestSteps = 6;

struct Moments {
    qint64 sum = 0;
    qint64 squares = 0;
    qint64 count = 0;

    double variance() const
    {
        if (count == 0)
            return 0;
        const double mean = static_cast<double>(sum) / static_cast<double>(count);
        return static_cast<double>(squares) / static_cast<double>(count) - mean * mean;
    }
};

double sharpnessOf(const QImage& grey)
{
    const int width = grey.width();
    const int height = grey.height();
    std::vector<Moments> tiles(static_cast<size_t>(Tiles) * Tiles);
    for (int y = 1; y + 1 < height; ++y) {
        const uchar* above = grey.constScanLine(y - 1);
        const uchar* line = grey.constScanLine(y);
        const uchar* below = grey.constScanLine(y + 1);
        const auto row = static_cast<size_t>(y * Tiles / height) * Tiles;
        for (size_t column = 0; column < Tiles; ++column) {
            const int from = std::max(1, static_cast<int>(column) * width / Tiles);
            const int to = std::min(width - 1, (static_cast<int>(column) + 1) * width / Tiles);
            int sum = 0;
            int squares = 0;
            for (int x = from; x < to; ++x) {
                const int laplacian = above[x] + below[x] + line[x - 1] + line[x + 1] - 4 * line[x];
                sum += laplacian;
                squares += laplacian * laplacian;
            }
            Moments& tile = tiles[row + column];
            tile.sum += sum;
            tile.squares += squares;
            tile.count += std::max(0, to - from);
        }
    }
    std::vector<double> variances;
    for (const Moments& tile : tiles)
        variances.push_back(tile.variance());
    std::ranges::sort(variances, std::greater());
    double sharpest = 0;
    for (size_t i = 0; i < Tiles; ++i)
        sharpest += variances[i];
    return sharpest / Tiles;
}

std::uint64_t fingerprintOf(const QImage& grey)
{
    constexpr int Columns = 9;
    constexpr int Rows = 8;
    const QImage cells = grey.scaled(Columns, Rows, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_Grayscale8);
    std::uint64_t bits = 0;
    int steps = 0;
    for (int y = 0; y < Rows; ++y) {
        const uchar* line = cells.constScanLine(y);
        for (int x = 0; x + 1 < Columns; ++x) {
            const int step = line[x] - line[x + 1];
            bits = bits << 1 | (step > 0 ? 1u : 0u);
            steps += std::abs(step) >= SmallestStep ? 1 : 0;
        }
    }
    // 0 is for pictures without shapes; one that only grows brighter is a bit away from its true hash.
    return steps < FewestSteps ? 0 : std::max<std::uint64_t>(bits, 1);
}

}  // namespace

PhotoQuality measureQuality(const QImage& picture)
{
    PhotoQuality quality;
    if (picture.isNull())
        return quality;
    QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (std::max(grey.width(), grey.height()) > MeasuredPixels)
        grey = grey.scaled(MeasuredPixels, MeasuredPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                   .convertToFormat(QImage::Format_Grayscale8);
    std::array<qint64, 256> levels{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            ++levels[line[x]];
    }
    const double pixels = static_cast<double>(grey.width()) * grey.height();
    double light = 0;
    for (size_t level = 0; level < levels.size(); ++level) {
        const double share = static_cast<double>(levels[level]) / pixels;
        light += share * static_cast<double>(level) / 255;
        quality.dark += level < NearlyBlack ? share : 0;
        quality.bright += level >= NearlyWhite ? share : 0;
    }
    quality.brightness = light;
    quality.sharpness = sharpnessOf(grey);
    quality.fingerprint = fingerprintOf(grey);
    return quality;
}

QualityHints hintsFor(const PhotoQuality& quality, QSize size)
{
    QualityHints hints;
    hints.setFlag(QualityHint::TooDark, quality.brightness < DarkBelow);
    hints.setFlag(QualityHint::TooBright, quality.brightness > BrightAbove || quality.bright > BurntAbove);
    hints.setFlag(QualityHint::TooSmall, std::max(size.width(), size.height()) < SmallestPhotoPixels);
    hints.setFlag(QualityHint::Blurred, quality.sharpness < BlurredBelow);
    return hints;
}

int fingerprintDistance(std::uint64_t one, std::uint64_t other)
{
    constexpr int Bits = 64;
    return one == 0 || other == 0 ? Bits : std::popcount(one ^ other);
}

}  // namespace Forecourt
