// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/gallery/shotlist.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace Forecourt {

class Connection;

/// What the gallery of a vehicle lacks. A vehicle may lack several things at once.
enum class GalleryNeed {
    NoPhoto,
    FewPhotos,     ///< fewer than GalleryNeeds::Enough, none included
    MissingShots,  ///< of those of the shot list that are needed, where there are photos at all
    OldPhotos,     ///< no photo of the last GalleryNeeds::FreshDays days, where there are photos at all
};

/// One vehicle at a glance.
struct GalleryGlance {
    VehicleId vehicle;
    QString stockNumber;
    QString name;  ///< "2019 Toyota RAV4"
    LocationId location;
    int photos = 0;
    int missingShots = 0;
    std::optional<UtcMs> newestPhoto;  ///< when it was taken or, where no camera told, added
    QByteArray thumb;                  ///< SHA-256 of the thumbnail that stands for it; empty for none

    bool lacks(GalleryNeed need, UtcMs now) const;

    friend bool operator==(const GalleryGlance&, const GalleryGlance&) = default;
};

/// The stock by what its galleries lack. Vehicles that are sold or delivered need no photos any more.
struct GalleryNeeds {
    static constexpr int Enough = 12;  ///< photos that a listing needs (rivals ask for 12 to 20)
    static constexpr int FreshDays = 60;
    static constexpr int MostShown = 500;  ///< entries at most; the counts are of all

    struct Question {
        std::optional<GalleryNeed> need;  ///< empty: the whole stock
        LocationId site;                  ///< null: all
        QString text;                     ///< in stock number, VIN, make or model, any case
    };

    std::vector<GalleryGlance> entries;  ///< fewest photos first, then by stock number
    int matching = 0;                    ///< how many there are of what was asked for
    int total = 0;                       ///< of the site, whatever they lack
    std::array<int, 4> lacking{};        ///< by GalleryNeed, of the site

    friend bool operator==(const GalleryNeeds&, const GalleryNeeds&) = default;
};

/// Goes through the stock and its photos once: some hundred milliseconds for 60,000 photos. Errors as Connection::run.
Expected<GalleryNeeds> readGalleryNeeds(Connection& connection, const GalleryNeeds::Question& question,
                                        const ShotList& shots, UtcMs now);

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::GalleryGlance)
