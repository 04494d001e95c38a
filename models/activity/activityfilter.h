// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/activity/activityentry.h"

#include <QDate>
#include <QStringList>
#include <QVariantMap>

#include <array>

namespace Forecourt {

/// Kinds that a person looks for together.
enum class ActivityGroup { All, Changes, NotAccepted, SignIns, Administration };

inline constexpr std::array AllActivityGroups{ActivityGroup::All, ActivityGroup::Changes, ActivityGroup::NotAccepted,
                                              ActivityGroup::SignIns, ActivityGroup::Administration};

std::vector<ActivityKind> activityKinds(ActivityGroup group);

/// Days by the clock of this computer; the last two are given by ActivityFilter.
enum class ActivityPeriod { Always, Today, Week, Month, Year, Between };

inline constexpr std::array AllActivityPeriods{ActivityPeriod::Always, ActivityPeriod::Today, ActivityPeriod::Week,
                                               ActivityPeriod::Month,  ActivityPeriod::Year,  ActivityPeriod::Between};

/// Which entries somebody wants to see. Everything that is set has to hold.
struct ActivityFilter {
    ActivityGroup group = ActivityGroup::All;
    ActivityPeriod period = ActivityPeriod::Always;
    QDate from = {};  ///< of ActivityPeriod::Between, both days included; invalid: no bound
    QDate until = {};
    Uuid person = {};
    qint64 device = 0;
    QString deviceName = {};  ///< for people
    Uuid record = {};
    std::uint16_t table = 0;  ///< of the record
    QString text = {};        ///< in names, values and addresses …
    QStringList fields = {};  ///< … or one of these columns was changed: what `text` stands for besides

    /// For audit.list; periods count back from `today`.
    QJsonObject arguments(QDate today) const;
    /// Words and numbers that settings can keep; without `fields`, which depend on the language.
    QVariantMap toMap() const;
    static ActivityFilter fromMap(const QVariantMap& map);

    friend bool operator==(const ActivityFilter&, const ActivityFilter&) = default;
};

}  // namespace Forecourt
