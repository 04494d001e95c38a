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
constexpr double BlurredBelow = 45;
constexpr double DarkBelow = 0.2;
constexpr double BrightAbove = 0.82;
constexpr double BurntAbove = 0.4;
constexpr int NearlyBlack = 16;
constexpr int NearlyWhite = 250;
// Cells that differ by less are one shade: else noise would decide the bits of even surfaces.
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

/// Grey levels, row by row: of plain bytes, since going through QImage for each of the figures takes five times as
/// long.
struct GreyPicture {
    int width = 0;
    int height = 0;
    std::vector<uchar> levels;

    const uchar* line(int y) const { return levels.data() + static_cast<size_t>(y) * static_cast<size_t>(width); }
};

GreyPicture greyOf(const QImage& picture)
{
    QImage image = picture;
    if (std::max(image.width(), image.height()) > MeasuredPixels)
        image = image.scaled(MeasuredPixels, MeasuredPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image.convertTo(QImage::Format_RGB32);
    GreyPicture grey{image.width(), image.height(), {}};
    grey.levels.resize(static_cast<size_t>(grey.width) * static_cast<size_t>(grey.height));
    uchar* level = grey.levels.data();
    for (int y = 0; y < grey.height; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < grey.width; ++x)
            *level++ = static_cast<uchar>(qGray(line[x]));
    }
    return grey;
}

double sharpnessOf(const GreyPicture& grey)
{
    // Every second row tells as much as all of them.
    constexpr int RowStep = 2;
    std::vector<Moments> tiles(static_cast<size_t>(Tiles) * Tiles);
    for (int y = 1; y + 1 < grey.height; y += RowStep) {
        const uchar* above = grey.line(y - 1);
        const uchar* line = grey.line(y);
        const uchar* below = grey.line(y + 1);
        const auto row = static_cast<size_t>(y * Tiles / grey.height) * Tiles;
        for (size_t column = 0; column < Tiles; ++column) {
            const int from = std::max(1, static_cast<int>(column) * grey.width / Tiles);
            const int to = std::min(grey.width - 1, (static_cast<int>(column) + 1) * grey.width / Tiles);
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

std::uint64_t fingerprintOf(const GreyPicture& grey)
{
    constexpr int Columns = 9;
    constexpr int Rows = 8;
    if (grey.width < Columns || grey.height < Rows)
        return 0;
    std::array<std::array<double, Columns>, Rows> cells{};
    for (int row = 0; row < Rows; ++row) {
        for (int column = 0; column < Columns; ++column) {
            const int left = column * grey.width / Columns;
            const int right = (column + 1) * grey.width / Columns;
            const int top = row * grey.height / Rows;
            const int bottom = (row + 1) * grey.height / Rows;
            qint64 sum = 0;
            for (int y = top; y < bottom; ++y) {
                const uchar* line = grey.line(y);
                for (int x = left; x < right; ++x)
                    sum += line[x];
            }
            cells[static_cast<size_t>(row)][static_cast<size_t>(column)] =
                static_cast<double>(sum) / ((right - left) * (bottom - top));
        }
    }
    std::uint64_t bits = 0;
    int steps = 0;
    for (const auto& row : cells) {
        for (size_t column = 0; column + 1 < Columns; ++column) {
            const double step = row[column] - row[column + 1];
            bits = bits << 1 | (step >= SmallestStep ? 1u : 0u);
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
    const GreyPicture grey = greyOf(picture);
    std::array<qint64, 256> levels{};
    for (const uchar level : grey.levels)
        ++levels[level];
    const double pixels = static_cast<double>(grey.levels.size());
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
