// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/money.h"
#include "models/vehicle/vehiclefield.h"
#include "models/vehicle/vehiclerules.h"
#include "models/vehicle/vehiclesummary.h"
#include "models/vehicle/vehicletablemodel.h"

#include <QCoreApplication>

namespace Forecourt {

/// What pages say about vehicles, in the language of the moment.
class VehicleWords {
    Q_DECLARE_TR_FUNCTIONS(VehicleWords)

public:
    /// "Incoming" … "Delivered": the exact words of the design.
    static QString phase(Phase phase);
    /// "Listed · 12 d"; the phase alone where its beginning is unknown.
    static QString phaseSince(Phase phase, std::optional<UtcMs> since, UtcMs now);
    /// Short, for headers of the list.
    static QString columnHeader(VehicleColumn column);
    /// Full name, for the column chooser.
    static QString columnName(VehicleColumn column);
    static QString fieldName(VehicleField field);
    /// "Waiting to send": some of a vehicle is not on the server yet.
    static QString waiting();
    /// Canadian dollars with their sign, other currencies with their code.
    static QString money(const Money& money);
    /// Empty for an unknown amount.
    static QString money(const std::optional<Money>& money);
    /// What is wrong or doubtful, and what to do.
    static QString issue(const VehicleIssue& issue);
    /// One line that names a vehicle to a screen reader: "B26-1187, 2019 Toyota RAV4, MTL, Listed 12 days, $24,950".
    static QString spoken(const VehicleSummary& vehicle, UtcMs now);
};

}  // namespace Forecourt
