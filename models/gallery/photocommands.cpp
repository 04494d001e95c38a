// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photocommands.h"

#include "models/gallery/fractionalindex.h"
#include "models/gallery/photoqualityrepository.h"
#include "models/gallery/photorepository.h"
#include "models/outbox/blobstore.h"

#include <QSet>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Moving photos to and fro in one gap makes keys longer; past this length the whole gallery gets short ones again.
constexpr qsizetype LongestPosition = 24;

QVariant idOrNull(Uuid id)
{
    return id.isNull() ? QVariant() : QVariant(id.toBytes());
}

// Qt binds a null string as NULL, which the columns do not take.
QString photoText(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

Expected<void> noteFiles(EditTransaction& transaction, const NewPhoto& photo)
{
    struct File {
        const QByteArray& sha;
        qint64 size;
        BlobPriority priority;
    };
    for (const File& file :
         {File{photo.thumbSha, photo.thumbSize, BlobPriority::Thumbnail},
          File{photo.mediumSha, photo.mediumSize, BlobPriority::Medium},
          File{photo.largeSha, photo.largeSize, BlobPriority::Large},
          File{photo.originalSha, photo.originalSize, photo.durationMs ? BlobPriority::Video : BlobPriority::Original}})
        FC_TRY(noteBlobHere(transaction.connection(), file.sha, file.size, file.priority, transaction.now()));
    return {};
}

// New positions for the photos of `order` that need one: those in `moved`, and those whose key does not follow the one
// before it, as when two people gave the same key offline.
std::vector<QString> positionsFor(const std::vector<Photo>& order, const QSet<PhotoId>& moved)
{
    std::vector<QString> positions(order.size());
    QString last;
    for (size_t i = 0; i < order.size(); ++i) {
        const QString& position = order[i].position;
        if (!moved.contains(order[i].id) && FractionalIndex::isValid(position) && position > last)
            last = positions[i] = position;
    }
    for (size_t from = 0; from < order.size();) {
        if (!positions[from].isEmpty()) {
            ++from;
            continue;
        }
        size_t to = from;
        while (to < order.size() && positions[to].isEmpty())
            ++to;
        const auto keys =
            FractionalIndex::between(from == 0 ? QString() : positions[from - 1],
                                     to == order.size() ? QString() : positions[to], static_cast<int>(to - from));
        std::ranges::copy(keys, positions.begin() + static_cast<std::ptrdiff_t>(from));
        from = to;
    }
    if (std::ranges::any_of(positions, [](const QString& key) { return key.size() > LongestPosition; }))
        return FractionalIndex::between(QString(), QString(), static_cast<int>(order.size()));
    return positions;
}

/// The one to stand for the vehicle unless somebody chooses: the first photo, else the first video. Of any list with
/// ids and lengths.
template <class Photos>
PhotoId firstStill(const Photos& photos)
{
    const auto still = std::ranges::find_if(photos, [](const auto& photo) { return !photo.durationMs; });
    return still == photos.end() ? photos.front().id : still->id;
}

/// Writes the positions that give the photos of a gallery this order.
Expected<void> putInOrder(EditTransaction& transaction, const std::vector<Photo>& order, const QSet<PhotoId>& moved)
{
    const auto positions = positionsFor(order, moved);
    for (size_t i = 0; i < order.size(); ++i)
        FC_TRY(transaction.update(Table::Photos, order[i].id.uuid(), {{u"position"_s, positions[i]}}));
    return {};
}

/// Where the primary photo is gone, the first of the others takes its place, and keeps it wherever it is moved.
Expected<void> promoteAnother(EditTransaction& transaction, VehicleId vehicle)
{
    const auto gallery = PhotoRepository(transaction.connection()).gallery(vehicle);
    if (!gallery)
        return fail(gallery.error());
    if (gallery->photos.empty() || gallery->indexOf(gallery->wishedPrimary) >= 0)
        return {};
    const auto alive =
        transaction.connection().scalar(u"SELECT 1 FROM vehicles WHERE id = ? AND _del = 0"_s, {vehicle.toBytes()});
    if (!alive)
        return fail(alive.error());
    if (!alive->isValid())
        return {};
    return transaction.update(Table::Vehicles, vehicle.uuid(),
                              {{u"primary_photo_id"_s, firstStill(gallery->photos).toBytes()}});
}

}  // namespace

Expected<void> AddPhotos::apply(EditTransaction& transaction) const
{
    auto alive =
        transaction.connection().scalar(u"SELECT 1 FROM vehicles WHERE id = ? AND _del = 0"_s, {vehicle.toBytes()});
    if (!alive)
        return fail(alive.error());
    if (!alive->isValid())
        return fail(ErrorCode::NotFound);
    auto gallery = PhotoRepository(transaction.connection()).gallery(vehicle);
    if (!gallery)
        return fail(gallery.error());
    if (static_cast<int>(photos.size()) > gallery->freeSlots())
        return fail(ErrorCode::GalleryFull, {}, QString::number(gallery->freeSlots()));

    // Written down, so that the first photo stays primary wherever it is moved.
    if (gallery->photos.empty() && !photos.empty())
        FC_TRY(transaction.update(Table::Vehicles, vehicle.uuid(),
                                  {{u"primary_photo_id"_s, firstStill(photos).toBytes()}}));
    QString last = gallery->photos.empty() ? QString() : gallery->photos.back().position;
    if (!FractionalIndex::isValid(last))
        last.clear();
    const auto positions = FractionalIndex::between(last, QString(), static_cast<int>(photos.size()));
    for (size_t i = 0; i < photos.size(); ++i) {
        const NewPhoto& photo = photos[i];
        FC_TRY(noteFiles(transaction, photo));
        if (photo.quality)
            FC_TRY(noteQuality(transaction.connection(), photo.mediumSha, *photo.quality));
        FC_TRY(transaction.insert(
            Table::Photos, photo.id.uuid(),
            {{u"vehicle_id"_s, vehicle.toBytes()},
             {u"position"_s, positions[i]},
             {u"original_sha"_s, photo.originalSha},
             {u"original_size"_s, photo.originalSize},
             {u"large_sha"_s, photo.largeSha},
             {u"medium_sha"_s, photo.mediumSha},
             {u"thumb_sha"_s, photo.thumbSha},
             {u"width"_s, qlonglong{photo.width}},
             {u"height"_s, qlonglong{photo.height}},
             {u"file_name"_s, photoText(photo.fileName)},
             {u"mime"_s, photoText(photo.mime)},
             {u"caption"_s, photoText(photo.caption)},
             {u"slot"_s, photoText(photo.slot)},
             {u"kind"_s, qlonglong{photo.durationMs ? 1 : 0}},
             {u"duration_ms"_s, photo.durationMs ? QVariant(qlonglong{*photo.durationMs}) : QVariant()},
             {u"taken_at"_s, photo.takenAt ? QVariant(qlonglong{*photo.takenAt}) : QVariant()},
             {u"added_at"_s, qlonglong{transaction.now()}},
             {u"added_by"_s, idOrNull(transaction.user().uuid())}}));
    }
    if (gallery->indexOf(before) < 0)
        return {};
    MovePhotos toPlace{vehicle, {}, before};
    for (const NewPhoto& photo : photos)
        toPlace.photos.push_back(photo.id);
    return toPlace.apply(transaction);
}

Expected<void> MovePhotos::apply(EditTransaction& transaction) const
{
    auto gallery = PhotoRepository(transaction.connection()).gallery(vehicle);
    if (!gallery)
        return fail(gallery.error());
    if (!before.isNull() && gallery->indexOf(before) < 0)
        return fail(ErrorCode::NotFound);

    QSet<PhotoId> moved;
    std::vector<Photo> block;
    for (const PhotoId id : photos) {
        if (const int row = gallery->indexOf(id); row >= 0 && !moved.contains(id)) {
            moved.insert(id);
            block.push_back(gallery->photos[static_cast<size_t>(row)]);
        }
    }
    // `before` may be one of those that move: the block then lands before the next one that stays.
    std::vector<Photo> order;
    bool placed = false;
    bool reached = false;
    for (const Photo& photo : gallery->photos) {
        reached = reached || photo.id == before;
        if (moved.contains(photo.id))
            continue;
        if (reached && !placed) {
            order.insert(order.end(), block.begin(), block.end());
            placed = true;
        }
        order.push_back(photo);
    }
    if (!placed)
        order.insert(order.end(), block.begin(), block.end());
    if (std::ranges::equal(order, gallery->photos, {}, &Photo::id, &Photo::id))
        return {};

    return putInOrder(transaction, order, moved);
}

Expected<void> SwapPhotos::apply(EditTransaction& transaction) const
{
    const auto gallery = PhotoRepository(transaction.connection()).gallery(vehicle);
    if (!gallery)
        return fail(gallery.error());
    const int one = gallery->indexOf(first);
    const int other = gallery->indexOf(second);
    if (one < 0 || other < 0)
        return fail(ErrorCode::NotFound);
    std::vector<Photo> order = gallery->photos;
    std::swap(order[static_cast<size_t>(one)], order[static_cast<size_t>(other)]);
    return putInOrder(transaction, order, {first, second});
}

Expected<void> MakePrimary::apply(EditTransaction& transaction) const
{
    auto found = PhotoRepository(transaction.connection()).find(photo);
    if (!found)
        return fail(found.error());
    return transaction.update(Table::Vehicles, found->vehicle.uuid(), {{u"primary_photo_id"_s, photo.toBytes()}});
}

Expected<void> RemovePhotos::apply(EditTransaction& transaction) const
{
    PhotoRepository repository(transaction.connection());
    QSet<VehicleId> vehicles;
    for (const PhotoId id : photos) {
        const auto found = repository.find(id);
        if (!found) {
            if (found.error().code != ErrorCode::NotFound)
                return fail(found.error());
            continue;
        }
        FC_TRY(transaction.remove(Table::Photos, id.uuid()));
        vehicles.insert(found->vehicle);
    }
    for (const VehicleId vehicle : std::as_const(vehicles))
        FC_TRY(promoteAnother(transaction, vehicle));
    return {};
}

Expected<void> CaptionPhoto::apply(EditTransaction& transaction) const
{
    const QString words = caption.simplified();
    if (words.size() > MaxLength)
        return fail(ErrorCode::InvalidInput, {}, QString::number(words.size()));
    return transaction.update(Table::Photos, photo.uuid(), {{u"caption"_s, photoText(words)}});
}

}  // namespace Forecourt
