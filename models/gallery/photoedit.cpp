// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoedit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Finer than a pixel of any photo, and coarse enough that a fraction which went through JSON stays the same.
constexpr double EditSteps = 100'000;

double rounded(double value)
{
    return std::round(value * EditSteps) / EditSteps;
}

double within(double value, double most)
{
    return std::isfinite(value) ? rounded(std::clamp(value, -most, most)) : 0;
}

// How much a picture has to grow for its own frame to be covered when it is turned by `degrees` about the middle: the
// turned frame's half sides, projected on those of the picture, w·cos + h·sin ≤ z·w and w·sin + h·cos ≤ z·h.
double straightenZoom(QSizeF frame, double degrees)
{
    const double angle = std::abs(degrees) * M_PI / 180;
    const double ratio = std::max(frame.width() / frame.height(), frame.height() / frame.width());
    return std::cos(angle) + ratio * std::sin(angle);
}

}  // namespace

PhotoEdit PhotoEdit::turned(int quarters) const
{
    PhotoEdit edit = *this;
    for (int i = ((quarters % 4) + 4) % 4; i > 0; --i) {
        edit.turn = (edit.turn + 1) % 4;
        edit.crop = {1 - edit.crop.y() - edit.crop.height(), edit.crop.x(), edit.crop.height(), edit.crop.width()};
    }
    return edit.bounded();
}

PhotoEdit PhotoEdit::bounded() const
{
    PhotoEdit edit;
    edit.turn = ((turn % 4) + 4) % 4;
    edit.straighten = within(straighten, MaxStraighten);
    edit.exposure = within(exposure, MaxExposure);
    const bool usable = std::isfinite(crop.x()) && std::isfinite(crop.y()) && std::isfinite(crop.width()) &&
                        std::isfinite(crop.height()) && crop.width() > 0 && crop.height() > 0;
    if (usable) {
        const double width = std::clamp(rounded(crop.width()), SmallestCrop, 1.0);
        const double height = std::clamp(rounded(crop.height()), SmallestCrop, 1.0);
        edit.crop = {rounded(std::clamp(crop.x(), 0.0, 1 - width)), rounded(std::clamp(crop.y(), 0.0, 1 - height)),
                     width, height};
    }
    return edit;
}

QString PhotoEdit::toJson() const
{
    const PhotoEdit edit = bounded();
    QJsonObject json;
    if (edit.turn != 0)
        json.insert("turn"_L1, edit.turn);
    if (edit.straighten != 0)
        json.insert("straighten"_L1, edit.straighten);
    if (edit.crop != PhotoEdit().crop)
        json.insert("crop"_L1, QJsonArray{edit.crop.x(), edit.crop.y(), edit.crop.width(), edit.crop.height()});
    if (edit.exposure != 0)
        json.insert("exposure"_L1, edit.exposure);
    return json.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

PhotoEdit PhotoEdit::fromJson(const QString& json)
{
    const QJsonObject read = QJsonDocument::fromJson(json.toUtf8()).object();
    PhotoEdit edit;
    edit.turn = read.value("turn"_L1).toInt();
    edit.straighten = read.value("straighten"_L1).toDouble();
    edit.exposure = read.value("exposure"_L1).toDouble();
    if (const QJsonArray crop = read.value("crop"_L1).toArray(); crop.size() == 4)
        edit.crop = {crop.at(0).toDouble(), crop.at(1).toDouble(), crop.at(2).toDouble(), crop.at(3).toDouble()};
    return edit.bounded();
}

QSize PhotoEdit::sizeFor(QSize original) const
{
    const QSize frame = turn % 2 == 0 ? original : original.transposed();
    return QSize(static_cast<int>(std::lround(frame.width() * crop.width())),
                 static_cast<int>(std::lround(frame.height() * crop.height())))
        .expandedTo({1, 1});
}

QTransform PhotoEdit::transformFor(QSize original) const
{
    const QSizeF frame = turn % 2 == 0 ? original : original.transposed();
    const double zoom = straightenZoom(frame, straighten);
    // Read from the last line up: QTransform puts each step before those that it has.
    return QTransform()
        .translate(-frame.width() * crop.x(), -frame.height() * crop.y())
        .translate(frame.width() / 2, frame.height() / 2)
        .rotate(straighten)
        .scale(zoom, zoom)
        .rotate(90.0 * turn)
        .translate(-original.width() / 2.0, -original.height() / 2.0);
}

}  // namespace Forecourt
