// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photocover.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr double CoverSteps = 100'000;  // as of PhotoEdit

// Outwards: a cover may grow by a rounding, never shrink.
QRectF bounded(const QRectF& box)
{
    const auto down = [](double value) { return std::floor(value * CoverSteps + 1e-6) / CoverSteps; };
    const auto up = [](double value) { return std::ceil(value * CoverSteps - 1e-6) / CoverSteps; };
    const QRectF cut = box.normalized().intersected({0, 0, 1, 1});
    if (cut.isEmpty())
        return {};
    const double left = down(cut.left());
    const double top = down(cut.top());
    const auto exact = [](double value) { return std::round(value * CoverSteps) / CoverSteps; };
    return {left, top, exact(up(cut.right()) - left), exact(up(cut.bottom()) - top)};
}

}  // namespace

QString PhotoCover::toJson(const std::vector<PhotoCover>& covers)
{
    QJsonArray list;
    for (const PhotoCover& cover : covers) {
        const QRectF box = bounded(cover.box);
        if (box.isEmpty() || list.size() == MaxCovers)
            continue;
        const bool logo = cover.with == With::Logo && !cover.logoSha.isEmpty();
        QJsonObject json{{"x"_L1, box.x()},
                         {"y"_L1, box.y()},
                         {"w"_L1, box.width()},
                         {"h"_L1, box.height()},
                         {"with"_L1, logo ? "logo"_L1 : "blur"_L1}};
        if (logo)
            json.insert("logo"_L1, QString::fromLatin1(cover.logoSha.toHex()));
        list.append(json);
    }
    return list.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<PhotoCover> PhotoCover::fromJson(const QString& json)
{
    constexpr qsizetype ShaLength = 32;
    std::vector<PhotoCover> covers;
    const QJsonArray list = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto& value : list) {
        const QJsonObject one = value.toObject();
        PhotoCover cover;
        cover.box = bounded({one.value("x"_L1).toDouble(), one.value("y"_L1).toDouble(), one.value("w"_L1).toDouble(),
                             one.value("h"_L1).toDouble()});
        if (cover.box.isEmpty() || covers.size() == MaxCovers)
            continue;
        const QByteArray sha = QByteArray::fromHex(one.value("logo"_L1).toString().toLatin1());
        if (one.value("with"_L1) == "logo"_L1 && sha.size() == ShaLength) {
            cover.with = With::Logo;
            cover.logoSha = sha;
        }
        covers.push_back(std::move(cover));
    }
    return covers;
}

}  // namespace Forecourt
