// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photorepository.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

const QString PhotoColumns =
    u"id, vehicle_id, position, original_sha, large_sha, medium_sha, thumb_sha, original_size, width, height, "
    "file_name, mime, caption, taken_at, added_at, added_by, kind, duration_ms, slot, cull, edit, covers, rendered"_s;

// photos.kind
constexpr int KindVideo = 1;

PhotoCull cullFrom(qint64 value)
{
    return value == 1 ? PhotoCull::Keep : value == 2 ? PhotoCull::Reject : PhotoCull::None;
}

Photo photoFrom(const Query& row)
{
    Photo photo;
    photo.id = PhotoId(Uuid::fromBytes(row.blob(0)));
    photo.vehicle = VehicleId(Uuid::fromBytes(row.blob(1)));
    photo.position = row.text(2);
    photo.originalSha = row.blob(3);
    photo.largeSha = row.blob(4);
    photo.mediumSha = row.blob(5);
    photo.thumbSha = row.blob(6);
    photo.originalSize = row.integer(7);
    photo.width = static_cast<int>(row.integer(8));
    photo.height = static_cast<int>(row.integer(9));
    photo.fileName = row.text(10);
    photo.mime = row.text(11);
    photo.caption = row.text(12);
    if (const auto taken = row.optionalInteger(13))
        photo.takenAt = *taken;
    photo.addedAt = row.integer(14);
    photo.addedBy = UserId(Uuid::fromBytes(row.blob(15)));
    if (row.integer(16) == KindVideo)
        photo.durationMs = row.integer(17);
    photo.slot = row.text(18);
    photo.cull = cullFrom(row.integer(19));
    photo.edit = PhotoEdit::fromJson(row.text(20));
    photo.covers = PhotoCover::fromJson(row.text(21));
    photo.renditionsBehind = row.text(22) != row.text(20) + row.text(21);
    return photo;
}

}  // namespace

Expected<Gallery> PhotoRepository::gallery(VehicleId vehicle)
{
    Gallery gallery;
    gallery.vehicle = vehicle;
    auto wished = m_connection.scalar(u"SELECT primary_photo_id FROM vehicles WHERE id = ?"_s, {vehicle.toBytes()});
    if (!wished)
        return fail(wished.error());
    gallery.wishedPrimary = PhotoId(Uuid::fromBytes(wished->toByteArray()));

    auto rows = m_connection.run(
        u"SELECT "_s + PhotoColumns + u" FROM photos WHERE vehicle_id = ? AND _del = 0 ORDER BY position, id"_s,
        {vehicle.toBytes()});
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        gallery.photos.push_back(photoFrom(*rows));
    if (const int wish = gallery.indexOf(gallery.wishedPrimary); wish >= Gallery::MaxPhotos) {
        const auto last = gallery.photos.begin() + Gallery::MaxPhotos - 1;
        std::rotate(last, gallery.photos.begin() + wish, gallery.photos.begin() + wish + 1);
    }
    return gallery;
}

Expected<Photo> PhotoRepository::find(PhotoId id)
{
    auto rows =
        m_connection.run(u"SELECT "_s + PhotoColumns + u" FROM photos WHERE id = ? AND _del = 0"_s, {id.toBytes()});
    if (!rows)
        return fail(rows.error());
    if (!rows->next())
        return fail(ErrorCode::NotFound);
    return photoFrom(*rows);
}

Expected<int> PhotoRepository::count(VehicleId vehicle)
{
    auto count =
        m_connection.scalar(u"SELECT count(*) FROM photos WHERE vehicle_id = ? AND _del = 0"_s, {vehicle.toBytes()});
    if (!count)
        return fail(count.error());
    return count->toInt();
}

Expected<QHash<VehicleId, QByteArray>> PhotoRepository::primaryThumbs(const std::vector<VehicleId>& vehicles)
{
    QHash<VehicleId, QByteArray> thumbs;
    for (const VehicleId vehicle : vehicles) {
        auto thumb = m_connection.scalar(
            u"SELECT p.thumb_sha FROM photos p LEFT JOIN vehicles v ON v.id = p.vehicle_id "
            "WHERE p.vehicle_id = ? AND p._del = 0 "
            "ORDER BY v.primary_photo_id IS NOT p.id, p.position, p.id LIMIT 1"_s,
            {vehicle.toBytes()});
        if (!thumb)
            return fail(thumb.error());
        if (const QByteArray sha = thumb->toByteArray(); !sha.isEmpty())
            thumbs.insert(vehicle, sha);
    }
    return thumbs;
}

}  // namespace Forecourt
