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
    for (const Photo& photo : gallery.photos) {
        QJsonObject object{{u"id"_s, photo.id.toString()},
                           {u"file"_s, photo.fileName},
                           {u"mime"_s, photo.mime},
                           {u"width"_s, photo.width},
                           {u"height"_s, photo.height},
                           {u"bytes"_s, photo.originalSize},
                           {u"sha256"_s, QString::fromLatin1(photo.originalSha.toHex())},
                           {u"caption"_s, photo.caption},
                           {u"kind"_s, photo.isVideo() ? u"video"_s : u"photo"_s},
                           {u"primary"_s, &photo == primary}};
        if (photo.durationMs)
            object.insert(u"duration_ms"_s, *photo.durationMs);
        photos.append(object);
    }
    return {{u"vehicle"_s, gallery.vehicle.toString()}, {u"photos"_s, photos}};
}

void PhotoReport::gallery(Output& output, const Gallery& gallery)
{
    output.document(toJson(gallery));
    std::vector<QStringList> rows;
    const Photo* primary = gallery.primary();
    for (const Photo& photo : gallery.photos)
        rows.push_back({QString::number(rows.size() + 1), &photo == primary ? tr("primary") : QString(), photo.fileName,
                        u"%1×%2"_s.arg(photo.width).arg(photo.height),
                        photo.durationMs ? tr("%1 s", "seconds").arg((*photo.durationMs + 500) / 1000) : QString(),
                        photo.id.toString()});
    output.table({tr("No."), QString(), tr("File"), tr("Pixels"), tr("Length"), tr("Id")}, rows, {0});
}

}  // namespace Forecourt
