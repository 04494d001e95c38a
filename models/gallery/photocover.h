// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QRectF>
#include <QString>

#include <vector>

namespace Forecourt {

/// A box over something that buyers should not see: a licence plate, a face. It lies on the upright original, before
/// any PhotoEdit, so that it stays on its thing however the photo is turned and cropped afterwards.
///
/// Written as a JSON list with sorted keys, empty text for none:
/// `[{"h":…,"w":…,"with":"blur","x":…,"y":…}, {…,"logo":"<SHA-256 in hex>","with":"logo"}]`.
struct PhotoCover {
    static constexpr int MaxCovers = 20;  ///< on one photo

    enum class With { Blur, Logo };

    QRectF box;  ///< as fractions of the upright original
    With with = With::Blur;
    QByteArray logoSha;  ///< of Logo: the picture, see logos.image_sha; a blur stands in when it is not to be had

    static QString toJson(const std::vector<PhotoCover>& covers);
    /// What cannot be read as more than a box is blurred rather than shown.
    static std::vector<PhotoCover> fromJson(const QString& json);

    friend bool operator==(const PhotoCover&, const PhotoCover&) = default;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::PhotoCover)
