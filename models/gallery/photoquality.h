// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFlags>
#include <QImage>
#include <QSize>

#include <cstdint>

namespace Forecourt {

/// What is measured in a picture, to give hints; see hintsFor(). Figures of one Version may be compared.
struct PhotoQuality {
    static constexpr int Version = 1;  ///< of the formulas

    /// How much detail the sharpest tenth of the picture has: the variance of its Laplacian (Pech-Pacheco et al.,
    /// "Diatom autofocusing in brightfield microscopy", ICPR 2000), of grey levels 0–255, measured in tiles at 1024
    /// pixels. A tenth, because a car in front of a blurred street is sharp.
    double sharpness = 0;
    double brightness = 0;  ///< mean grey level, 0–1
    double dark = 0;        ///< share of nearly black pixels, 0–1
    double bright = 0;      ///< share of nearly white pixels, 0–1
    /// Difference hash (N. Krawetz, "Kind of like that", 2013): whether each of 9 × 8 grey cells is clearly brighter
    /// than its right neighbour. Copies, smaller sizes and other compressions of one picture differ in few of the 64
    /// bits. 0 for a picture without shapes, which is like no other.
    std::uint64_t fingerprint = 0;

    friend bool operator==(const PhotoQuality&, const PhotoQuality&) = default;
};

/// Measures an upright picture, best the medium rendition: of a larger one it looks at 1024 pixels. Takes a few
/// milliseconds.
PhotoQuality measureQuality(const QImage& picture);

/// What a person might look at again. Never a reason to refuse a photo.
enum class QualityHint {
    Blurred = 1,
    TooDark = 2,
    TooBright = 4,
    TooSmall = 8,
};
Q_DECLARE_FLAGS(QualityHints, QualityHint)

/// Marketplaces ask for at least this many pixels on the longer side.
inline constexpr int SmallestPhotoPixels = 1024;

/// `size` is that of the photo as edited.
QualityHints hintsFor(const PhotoQuality& quality, QSize size);

/// Bits in which two fingerprints differ, 0–64; 64 where one has no shapes.
int fingerprintDistance(std::uint64_t one, std::uint64_t other);

/// Two photos of one vehicle that show the same.
inline constexpr int NearDuplicateBits = 6;
/// The same picture on two vehicles: stricter, since all photos of one forecourt look alike.
inline constexpr int SamePictureBits = 3;

}  // namespace Forecourt
