// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/editedpicture.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace Forecourt {

namespace {

// So few pixels that neither the letters of a plate nor a face can be computed back from them.
constexpr int BlurPixels = 5;
// Part of a cover that stays free around a logo, on each side.
constexpr double LogoMargin = 0.06;

QRect pixelsOf(const QRectF& box, QSize size)
{
    return QRectF(box.x() * size.width(), box.y() * size.height(), box.width() * size.width(),
                  box.height() * size.height())
        .toAlignedRect()
        .intersected({QPoint(), size});
}

void coverWithBlur(QPainter& painter, const QImage& picture, const QRect& place)
{
    const QSize few = place.size().scaled(BlurPixels, BlurPixels, Qt::KeepAspectRatio).expandedTo({1, 1});
    const QImage coarse = picture.copy(place).scaled(few, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(place, coarse.scaled(place.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

void coverWithLogo(QPainter& painter, const QImage& logo, const QRect& place)
{
    painter.fillRect(place, Qt::white);
    const QSizeF room = QSizeF(place.size()) * (1 - 2 * LogoMargin);
    const QSize size = logo.size().scaled(room.toSize().expandedTo({1, 1}), Qt::KeepAspectRatio).expandedTo({1, 1});
    const QImage shown = logo.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(place.x() + (place.width() - size.width()) / 2, place.y() + (place.height() - size.height()) / 2,
                      shown);
}

void applyCovers(QImage& picture, const RenderRecipe& recipe)
{
    const QImage uncovered = picture;
    QPainter painter(&picture);
    for (const PhotoCover& cover : recipe.covers) {
        const QRect place = pixelsOf(cover.box, picture.size());
        if (place.isEmpty())
            continue;
        const QImage logo = cover.with == PhotoCover::With::Logo
                                ? QImage::fromData(recipe.logos.value(cover.logoSha), "png")
                                : QImage();
        if (logo.isNull())
            coverWithBlur(painter, uncovered, place);
        else
            coverWithLogo(painter, logo, place);
    }
}

// IEC 61966-2-1 (sRGB), 5.2: encoded value to light and back, both 0–1.
double lightOf(double encoded)
{
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double encodedOf(double light)
{
    return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

void applyExposure(QImage& picture, double exposure)
{
    std::array<QRgb, 256> level{};
    for (size_t value = 0; value < level.size(); ++value) {
        const double light = lightOf(static_cast<double>(value) / 255) * std::exp2(exposure);
        level[value] = static_cast<QRgb>(std::lround(encodedOf(std::min(light, 1.0)) * 255));
    }
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = line[x];
            line[x] =
                0xFF000000u | level[pixel >> 16 & 0xFF] << 16 | level[pixel >> 8 & 0xFF] << 8 | level[pixel & 0xFF];
        }
    }
}

double shrinking(QSize size, int box)
{
    return std::min(1.0, static_cast<double>(box) / std::max({size.width(), size.height(), 1}));
}

}  // namespace

int pixelsForEdit(const PhotoEdit& edit, QSize original, int box)
{
    const int longer = std::max(original.width(), original.height());
    // How many pixels of the edited picture one of the original makes.
    const double zoom = std::sqrt(std::abs(edit.transformFor(original).determinant()));
    return static_cast<int>(
        std::min<double>(longer, std::ceil(longer * shrinking(edit.sizeFor(original), box) * zoom)));
}

QImage editedPicture(const QImage& upright, QSize original, const RenderRecipe& recipe, int box)
{
    QImage picture = upright;
    if (!recipe.covers.empty())
        applyCovers(picture, recipe);
    const QSize full = recipe.edit.sizeFor(original);
    const double scale = shrinking(full, box);
    const QSize size =
        QSize(static_cast<int>(std::lround(full.width() * scale)), static_cast<int>(std::lround(full.height() * scale)))
            .expandedTo({1, 1});
    QImage edited(size, QImage::Format_RGB32);
    edited.setDotsPerMeterX(upright.dotsPerMeterX());
    edited.setDotsPerMeterY(upright.dotsPerMeterY());
    edited.fill(Qt::white);
    const QSizeF grown(static_cast<double>(original.width()) / picture.width(),
                       static_cast<double>(original.height()) / picture.height());
    QTransform transform = QTransform::fromScale(grown.width(), grown.height()) * recipe.edit.transformFor(original) *
                           QTransform::fromScale(static_cast<double>(size.width()) / full.width(),
                                                 static_cast<double>(size.height()) / full.height());
    const double zoom = std::sqrt(std::abs(transform.determinant()));
    // Painted smaller, a picture would lose pixels instead of averaging them.
    if (zoom < 1) {
        const QSize needed(static_cast<int>(std::ceil(picture.width() * zoom)),
                           static_cast<int>(std::ceil(picture.height() * zoom)));
        transform = QTransform::fromScale(static_cast<double>(picture.width()) / needed.width(),
                                          static_cast<double>(picture.height()) / needed.height()) *
                    transform;
        picture = picture.scaled(needed, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QPainter painter(&edited);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(transform);
    painter.drawImage(0, 0, picture);
    painter.end();
    if (recipe.edit.exposure != 0)
        applyExposure(edited, recipe.edit.exposure);
    return edited;
}

}  // namespace Forecourt
