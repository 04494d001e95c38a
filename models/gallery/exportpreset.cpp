// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/exportpreset.h"

#include "models/gallery/exportfilename.h"

#include <QJsonArray>

#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRatio = 100;
constexpr int NarrowestMark = 5, WidestMark = 60, FaintestMark = 10, Opaque = 100;

struct NamedCorner {
    ExportPreset::Corner corner;
    QLatin1String name;
};
constexpr std::array ExportCorners{
    NamedCorner{ExportPreset::Corner::TopLeft, "top-left"_L1},
    NamedCorner{ExportPreset::Corner::TopRight, "top-right"_L1},
    NamedCorner{ExportPreset::Corner::BottomLeft, "bottom-left"_L1},
    NamedCorner{ExportPreset::Corner::BottomRight, "bottom-right"_L1},
    NamedCorner{ExportPreset::Corner::Centre, "centre"_L1},
};

bool isExportRatio(QSize ratio)
{
    return ratio.width() > 0 && ratio.height() > 0 && ratio.width() <= MostRatio && ratio.height() <= MostRatio;
}

bool isWithin(int value, int least, int most)
{
    return value >= least && value <= most;
}

}  // namespace

Expected<void> ExportPreset::check() const
{
    if (!ratio.isEmpty() && !isExportRatio(ratio))
        return fail(ErrorCode::InvalidInput, {}, u"ratio"_s);
    if (!isWithin(longestSide, SmallestSide, LargestSide))
        return fail(ErrorCode::InvalidInput, {}, u"side"_s);
    if (maxBytes != 0 && maxBytes < SmallestFile)
        return fail(ErrorCode::InvalidInput, {}, u"bytes"_s);
    if (!isWithin(watermarkWidth, NarrowestMark, WidestMark) || !isWithin(watermarkOpacity, FaintestMark, Opaque))
        return fail(ErrorCode::InvalidInput, {}, u"watermark"_s);
    return checkExportFileName(fileName);
}

QJsonObject ExportPreset::toJson(QJsonObject base) const
{
    base[u"ratio"_s] = ratio.isEmpty() ? QJsonValue() : QJsonArray{ratio.width(), ratio.height()};
    base[u"border"_s] = border.name();
    base[u"longest_side"_s] = longestSide;
    base[u"max_bytes"_s] = maxBytes;
    base[u"file_name"_s] = fileName;
    base[u"watermark"_s] = QString::fromLatin1(watermark.toHex());
    for (const NamedCorner& named : ExportCorners)
        if (named.corner == corner)
            base[u"corner"_s] = named.name;
    base[u"watermark_width"_s] = watermarkWidth;
    base[u"watermark_opacity"_s] = watermarkOpacity;
    return base;
}

ExportPreset ExportPreset::fromJson(const QJsonObject& json)
{
    ExportPreset preset;
    const auto number = [&json](const QString& key, int& value, int least, int most) {
        if (const int read = json[key].toInt(value); isWithin(read, least, most))
            value = read;
    };
    const QJsonArray ratio = json[u"ratio"_s].toArray();
    if (const QSize read(ratio.at(0).toInt(), ratio.at(1).toInt()); isExportRatio(read))
        preset.ratio = read;
    if (const QColor read(json[u"border"_s].toString()); read.isValid())
        preset.border = read;
    number(u"longest_side"_s, preset.longestSide, SmallestSide, LargestSide);
    if (const qint64 read = json[u"max_bytes"_s].toInteger(); read >= SmallestFile)
        preset.maxBytes = read;
    if (const QString read = json[u"file_name"_s].toString(); checkExportFileName(read))
        preset.fileName = read;
    if (const QByteArray read = QByteArray::fromHex(json[u"watermark"_s].toString().toLatin1()); read.size() == 32)
        preset.watermark = read;
    for (const NamedCorner& named : ExportCorners)
        if (json[u"corner"_s].toString() == named.name)
            preset.corner = named.corner;
    number(u"watermark_width"_s, preset.watermarkWidth, NarrowestMark, WidestMark);
    number(u"watermark_opacity"_s, preset.watermarkOpacity, FaintestMark, Opaque);
    return preset;
}

}  // namespace Forecourt
