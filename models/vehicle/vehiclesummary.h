// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/base/money.h"
#include "models/vehicle/phase.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Forecourt {

/// What a row of the table, the side panel and a search hit show of a vehicle, names of other records included.
struct VehicleSummary {
    qint64 rid = 0;  ///< local row number
    VehicleId id;
    QString stockNumber;
    QString vin;
    std::optional<int> year;
    QString make;
    QString model;
    QString trim;
    QString body;
    QString engine;
    QString fuel;
    QString color;
    std::optional<qint64> odometerKm;
    QString titleState;
    LocationId location;
    QString siteCode;  ///< of the location; empty when it is not known here
    QString bay;
    QString keyTag;
    Phase phase = Phase::Incoming;
    std::optional<UtcMs> phaseSince;
    std::optional<Money> asking;
    std::optional<Money> cost;
    UserId owner;
    QString ownerName;
    std::optional<UtcMs> acquiredAt;
    std::optional<UtcMs> createdAt;
    int photoCount = 0;
    PhotoId primaryPhoto;      ///< the one shown: as wished, else the first; null without photos
    QByteArray primaryThumb;   ///< SHA-256 of its 256 px rendition; empty without photos
    QByteArray primaryMedium;  ///< SHA-256 of its 1024 px rendition

    friend bool operator==(const VehicleSummary&, const VehicleSummary&) = default;
};

/// "2019 Toyota RAV4", without what is unknown.
QString vehicleName(const VehicleSummary& vehicle);

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::VehicleSummary)
