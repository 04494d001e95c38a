// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photocheck.h"

#include "models/gallery/photorepository.h"
#include "models/gallery/renditionfile.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// A picture of many vehicles is meant for many: an advertisement, a drawing in place of a photo.
constexpr size_t MostElsewhere = 3;

struct KnownPhoto {
    PhotoFindings::Elsewhere where;
    std::uint64_t fingerprint;
};

/// Photos of other vehicles of which this computer knows how they look.
Expected<std::vector<KnownPhoto>> photosElsewhere(Connection& connection, VehicleId vehicle)
{
    auto rows = connection.run(
        u"SELECT p.id, p.vehicle_id, q.fingerprint FROM photos p JOIN photo_quality q ON q.sha = p.medium_sha "
        "JOIN vehicles v ON v.id = p.vehicle_id AND v._del = 0 "
        "WHERE p._del = 0 AND p.kind = 0 AND p.vehicle_id <> ? AND q.version = ? AND q.fingerprint <> 0"_s,
        {vehicle.toBytes(), PhotoQuality::Version});
    if (!rows)
        return fail(rows.error());
    std::vector<KnownPhoto> known;
    while (rows->next())
        known.push_back({{PhotoId(Uuid::fromBytes(rows->blob(0))), VehicleId(Uuid::fromBytes(rows->blob(1)))},
                         static_cast<std::uint64_t>(rows->integer(2))});
    return known;
}

}  // namespace

Expected<GalleryCheck> checkGallery(Connection& connection, const BlobStore& blobs, VehicleId vehicle)
{
    const auto gallery = PhotoRepository(connection).gallery(vehicle);
    if (!gallery)
        return fail(gallery.error());
    const auto qualities = readQualities(connection);
    if (!qualities)
        return fail(qualities.error());
    const auto others = photosElsewhere(connection, vehicle);
    if (!others)
        return fail(others.error());

    GalleryCheck check;
    for (const Photo& photo : gallery->photos) {
        if (photo.isVideo())
            continue;
        PhotoFindings findings;
        findings.photo = photo.id;
        if (const auto known = qualities->constFind(photo.mediumSha); known != qualities->cend()) {
            findings.quality = *known;
        } else if (const auto picture = readRendition(blobs.path(photo.mediumSha)); picture) {
            findings.quality = measureQuality(*picture);
            check.measured.insert(photo.mediumSha, *findings.quality);
        }
        if (findings.quality)
            findings.hints = hintsFor(*findings.quality, photo.editedSize());
        check.photos.push_back(std::move(findings));
    }
    for (PhotoFindings& one : check.photos) {
        if (!one.quality)
            continue;
        for (const PhotoFindings& other : check.photos) {
            if (other.quality && other.photo != one.photo &&
                fingerprintDistance(one.quality->fingerprint, other.quality->fingerprint) <= NearDuplicateBits)
                one.nearDuplicates.push_back(other.photo);
        }
        for (const KnownPhoto& other : *others) {
            if (fingerprintDistance(one.quality->fingerprint, other.fingerprint) <= SamePictureBits)
                one.elsewhere.push_back(other.where);
        }
        if (one.elsewhere.size() > MostElsewhere)
            one.elsewhere.clear();
    }
    return check;
}

Expected<void> noteQualities(Connection& connection, const PhotoQualities& qualities)
{
    for (auto one = qualities.cbegin(); one != qualities.cend(); ++one)
        FC_TRY(noteQuality(connection, one.key(), one.value()));
    return {};
}

}  // namespace Forecourt
