// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/photoreport.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

QJsonObject PhotoReport::toJson(const Gallery& gallery)
{
    QJsonArray photos;
    const Photo* primary = gallery.primary();
    for (const Photo& photo : gallery.photos)
        photos.append(QJsonObject{{u"id"_s, photo.id.toString()},
                                  {u"file"_s, photo.fileName},
                                  {u"mime"_s, photo.mime},
                                  {u"width"_s, photo.width},
                                  {u"height"_s, photo.height},
                                  {u"bytes"_s, photo.originalSize},
                                  {u"sha256"_s, QString::fromLatin1(photo.originalSha.toHex())},
                                  {u"caption"_s, photo.caption},
                                  {u"primary"_s, &photo == primary}});
    return {{u"vehicle"_s, gallery.vehicle.toString()}, {u"photos"_s, photos}};
}

void PhotoReport::gallery(Output& output, const Gallery& gallery)
{
    output.document(toJson(gallery));
    std::vector<QStringList> rows;
    const Photo* primary = gallery.primary();
    for (const Photo& photo : gallery.photos)
        rows.push_back({QString::number(rows.size() + 1), &photo == primary ? tr("primary") : QString(), photo.fileName,
                        u"%1×%2"_s.arg(photo.width).arg(photo.height), photo.id.toString()});
    output.table({tr("No."), QString(), tr("File"), tr("Pixels"), tr("Id")}, rows, {0});
}

}  // namespace Forecourt
