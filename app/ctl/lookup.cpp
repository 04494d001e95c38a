// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/lookup.h"

#include "models/vehicle/vehiclerepository.h"

namespace Forecourt {

Expected<VehicleId> Lookup::vehicle(Connection& connection, const QString& word)
{
    auto byStock = VehicleRepository::findByStockNumber(connection, word);
    if (!byStock)
        return fail(byStock.error());
    if (byStock->has_value())
        return **byStock;
    if (const auto id = Uuid::fromString(word)) {
        auto found = VehicleRepository::find(connection, VehicleId(*id));
        if (!found)
            return fail(found.error().code, word, found.error().detail);
        return found->id;
    }
    auto byVin = VehicleRepository::duplicatesOf(connection, word);
    if (!byVin)
        return fail(byVin.error());
    if (byVin->empty())
        return fail(ErrorCode::NotFound, word);
    if (byVin->size() > 1)
        return fail(ErrorCode::VinDuplicate, byVin->front().stockNumber);
    return byVin->front().id;
}

Expected<PhotoId> Lookup::photo(const Gallery& gallery, const QString& word)
{
    bool number = false;
    const qlonglong place = word.toLongLong(&number);
    if (number && place >= 1 && place <= static_cast<qlonglong>(gallery.photos.size()))
        return gallery.photos[static_cast<size_t>(place - 1)].id;
    if (const auto id = Uuid::fromString(word); id && gallery.indexOf(PhotoId(*id)) >= 0)
        return PhotoId(*id);
    return fail(ErrorCode::NotFound, word);
}

Expected<std::vector<PhotoId>> Lookup::photos(const Gallery& gallery, const QStringList& words)
{
    std::vector<PhotoId> ids;
    for (const QString& word : words) {
        auto id = photo(gallery, word);
        if (!id)
            return fail(id.error());
        ids.push_back(*id);
    }
    return ids;
}

}  // namespace Forecourt
