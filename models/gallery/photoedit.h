// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QTransform>

namespace Forecourt {

/// How a photo is shown, without touching its original: turned, straightened, cropped, made brighter. The steps apply
/// in the order of the members to the upright original.
///
/// Written as JSON with sorted keys, so that equal edits are equal texts; members that change nothing are left out, and
/// an edit that changes nothing is an empty text:
/// `{"crop":[x,y,width,height],"exposure":EV,"straighten":degrees,"turn":1}`.
struct PhotoEdit {
    static constexpr double MaxStraighten = 30;   ///< degrees
    static constexpr double MaxExposure = 3;      ///< EV
    static constexpr double SmallestCrop = 0.05;  ///< of width and height

    int turn = 0;             ///< quarter turns clockwise, 0–3
    double straighten = 0;    ///< degrees clockwise; the picture is enlarged until no corner is empty
    QRectF crop{0, 0, 1, 1};  ///< as fractions of the turned and straightened picture
    double exposure = 0;      ///< EV: one more doubles the light

    bool isNone() const { return *this == PhotoEdit(); }
    /// The same view a quarter turn further; a crop turns with the picture.
    PhotoEdit turned(int quarters) const;
    /// With every member within its limits; values that are no numbers become those of no edit.
    PhotoEdit bounded() const;

    QString toJson() const;
    /// Whatever cannot be read counts as not edited: it may be of a later version.
    static PhotoEdit fromJson(const QString& json);

    /// Size of the edited photo for an upright original of `original` pixels.
    QSize sizeFor(QSize original) const;
    /// From pixels of an upright picture of this size to pixels of the edited one of sizeFor().
    QTransform transformFor(QSize original) const;

    friend bool operator==(const PhotoEdit&, const PhotoEdit&) = default;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::PhotoEdit)
