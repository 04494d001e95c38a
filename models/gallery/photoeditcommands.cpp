// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/photoeditcommands.h"

#include "models/gallery/photorepository.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// The photo if it is there, nothing if it is gone.
Expected<std::optional<Photo>> presentPhoto(EditTransaction& transaction, PhotoId id)
{
    auto photo = PhotoRepository(transaction.connection()).find(id);
    if (photo)
        return std::optional(std::move(*photo));
    if (photo.error().code == ErrorCode::NotFound)
        return std::optional<Photo>();
    return fail(photo.error());
}

Expected<void> updatePresent(EditTransaction& transaction, const std::vector<PhotoId>& photos, const Fields& fields,
                             bool videosToo)
{
    for (const PhotoId id : photos) {
        const auto photo = presentPhoto(transaction, id);
        if (!photo)
            return fail(photo.error());
        if (*photo && (videosToo || !(*photo)->isVideo()))
            FC_TRY(transaction.update(Table::Photos, id.uuid(), fields));
    }
    return {};
}

}  // namespace

Expected<void> EditPhoto::apply(EditTransaction& transaction) const
{
    const auto present = presentPhoto(transaction, photo);
    if (!present)
        return fail(present.error());
    if (!*present)
        return fail(ErrorCode::NotFound);
    if ((*present)->isVideo())
        return fail(ErrorCode::InvalidInput, (*present)->fileName);
    return transaction.update(Table::Photos, photo.uuid(), {{u"edit"_s, edit.toJson()}});
}

Expected<void> TurnPhotos::apply(EditTransaction& transaction) const
{
    for (const PhotoId id : photos) {
        const auto photo = presentPhoto(transaction, id);
        if (!photo)
            return fail(photo.error());
        if (!*photo || (*photo)->isVideo())
            continue;
        const EditPhoto edit{id, (*photo)->edit.turned(quarters)};
        FC_TRY(edit.apply(transaction));
    }
    return {};
}

Expected<void> CoverPhotos::apply(EditTransaction& transaction) const
{
    return updatePresent(transaction, photos, {{u"covers"_s, PhotoCover::toJson(covers)}}, false);
}

Expected<void> CullPhotos::apply(EditTransaction& transaction) const
{
    return updatePresent(transaction, photos, {{u"cull"_s, qlonglong{static_cast<int>(cull)}}}, true);
}

}  // namespace Forecourt
