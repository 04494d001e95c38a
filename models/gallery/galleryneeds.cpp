// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/galleryneeds.h"

#include "models/gallery/photorepository.h"
#include "models/store/connection.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 86'400'000;
// vehicles.phase of the first phase that needs no photos any more.
constexpr int PhaseSold = 5;

/// Per vehicle how many of the needed shots are there, and the newest photo; then the stock with it.
QString needsQuery(const ShotList& shots, QVariantList& parameters)
{
    QStringList places;
    for (const Shot& shot : shots.shots) {
        if (shot.optional)
            continue;
        places << u"?"_s;
        parameters << shot.code;
    }
    return u"WITH taken AS (SELECT vehicle_id, count(DISTINCT CASE WHEN kind = 0 AND slot IN (%1) THEN slot END) AS "
           u"shots, "
           "max(ifnull(taken_at, added_at)) AS newest FROM photos WHERE _del = 0 GROUP BY vehicle_id) "
           "SELECT v.id, v.stock_number, v.year, v.make, v.model, v.location_id, ifnull(c.count, 0), "
           "ifnull(t.shots, 0), t.newest, v.vin FROM vehicles v LEFT JOIN photo_counts c ON c.vehicle_id = v.id "
           "LEFT JOIN taken t ON t.vehicle_id = v.id WHERE v._del = 0 AND v.phase < %2 "_s.arg(places.join(u','))
               .arg(PhaseSold);
}

}  // namespace

bool GalleryGlance::lacks(GalleryNeed need, UtcMs now) const
{
    switch (need) {
    case GalleryNeed::NoPhoto: return photos == 0;
    case GalleryNeed::FewPhotos: return photos < GalleryNeeds::Enough;
    case GalleryNeed::MissingShots: return photos > 0 && missingShots > 0;
    case GalleryNeed::OldPhotos:
        return photos > 0 && newestPhoto && *newestPhoto < now - GalleryNeeds::FreshDays * DayMs;
    }
    return false;
}

Expected<GalleryNeeds> readGalleryNeeds(Connection& connection, const GalleryNeeds::Question& question,
                                        const ShotList& shots, UtcMs now)
{
    QVariantList parameters;
    QString sql = needsQuery(shots, parameters);
    const auto needed = static_cast<int>(parameters.size());
    if (!question.site.isNull()) {
        sql += u"AND v.location_id = ? "_s;
        parameters << question.site.toBytes();
    }
    auto rows = connection.run(sql + u"ORDER BY ifnull(c.count, 0), v.stock_number, v.id"_s, parameters);
    if (!rows)
        return fail(rows.error());
    GalleryNeeds needs;
    const QString text = question.text.trimmed();
    while (rows->next()) {
        GalleryGlance glance;
        glance.vehicle = VehicleId(Uuid::fromBytes(rows->blob(0)));
        glance.stockNumber = rows->text(1);
        QStringList name;
        if (const auto year = rows->optionalInteger(2))
            name << QString::number(*year);
        for (const int column : {3, 4})
            if (const QString word = rows->text(column); !word.isEmpty())
                name << word;
        glance.name = name.join(u' ');
        glance.location = LocationId(Uuid::fromBytes(rows->blob(5)));
        glance.photos = static_cast<int>(rows->integer(6));
        glance.missingShots = needed - static_cast<int>(rows->integer(7));
        if (const auto newest = rows->optionalInteger(8))
            glance.newestPhoto = *newest;

        ++needs.total;
        for (size_t need = 0; need < needs.lacking.size(); ++need)
            needs.lacking[need] += glance.lacks(static_cast<GalleryNeed>(need), now) ? 1 : 0;
        if (question.need && !glance.lacks(*question.need, now))
            continue;
        if (!text.isEmpty() && !glance.stockNumber.contains(text, Qt::CaseInsensitive) &&
            !glance.name.contains(text, Qt::CaseInsensitive) && !rows->text(9).contains(text, Qt::CaseInsensitive))
            continue;
        ++needs.matching;
        if (needs.entries.size() < GalleryNeeds::MostShown)
            needs.entries.push_back(std::move(glance));
    }
    if (const auto error = rows->error())
        return fail(*error);
    std::vector<VehicleId> vehicles;
    for (const GalleryGlance& glance : needs.entries)
        if (glance.photos > 0)
            vehicles.push_back(glance.vehicle);
    const auto thumbs = PhotoRepository(connection).primaryThumbs(vehicles);
    if (!thumbs)
        return fail(thumbs.error());
    for (GalleryGlance& glance : needs.entries)
        glance.thumb = thumbs->value(glance.vehicle);
    return needs;
}

}  // namespace Forecourt
