// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QColor>
#include <QJsonObject>
#include <QSize>
#include <QString>

namespace Forecourt {

/// How the photos of a vehicle leave for one marketplace. Travels in `export_presets.settings` as JSON.
struct ExportPreset {
    enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight, Centre };

    static constexpr int SmallestSide = 320, LargestSide = 2048;  ///< of `longestSide`, pixels
    static constexpr qint64 SmallestFile = 50'000;                ///< of `maxBytes`

    /// Width to height, such as 4 × 3, reached by a border and never by cutting; empty: as the photo is.
    QSize ratio;
    QColor border = Qt::white;
    int longestSide = 1600;  ///< pixels of the whole file at most; a photo that is smaller is not enlarged
    qint64 maxBytes = 0;     ///< of each file; 0: no bound
    QString fileName = QStringLiteral("{stock}-{position:02}.jpg");  ///< see exportFileName()

    QByteArray watermark;  ///< SHA-256 of a PNG in the BlobStore; empty: none
    Corner corner = Corner::BottomRight;
    int watermarkWidth = 18;    ///< per cent of the width of the file, 5 to 60
    int watermarkOpacity = 80;  ///< per cent, 10 to 100

    /// Errors: InvalidInput, with what is wrong as the detail: "ratio", "side", "bytes", "watermark", or that of
    /// checkExportFileName().
    Expected<void> check() const;

    /// Keys that a later version wrote stay in `base`.
    QJsonObject toJson(QJsonObject base = {}) const;
    /// What is missing or out of bounds takes its default, so that a preset of a later version works here too.
    static ExportPreset fromJson(const QJsonObject& json);

    friend bool operator==(const ExportPreset&, const ExportPreset&) = default;
};

}  // namespace Forecourt
