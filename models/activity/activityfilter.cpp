// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/activity/activityfilter.h"

#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int WeekDays = 7;
constexpr int MonthDays = 30;
constexpr int YearDays = 365;

/// First and last day of a period; invalid: no bound.
std::pair<QDate, QDate> activityDays(const ActivityFilter& filter, QDate today)
{
    switch (filter.period) {
    case ActivityPeriod::Always: return {};
    case ActivityPeriod::Today: return {today, {}};
    case ActivityPeriod::Week: return {today.addDays(1 - WeekDays), {}};
    case ActivityPeriod::Month: return {today.addDays(1 - MonthDays), {}};
    case ActivityPeriod::Year: return {today.addDays(1 - YearDays), {}};
    case ActivityPeriod::Between: return {filter.from, filter.until};
    }
    return {};
}

template <class Choice, std::size_t Count>
Choice activityChoice(const QVariant& kept, const std::array<Choice, Count>& all)
{
    const auto number = static_cast<std::size_t>(kept.toUInt());
    return number < Count ? all[number] : all.front();
}

}  // namespace

std::vector<ActivityKind> activityKinds(ActivityGroup group)
{
    using enum ActivityKind;
    switch (group) {
    case ActivityGroup::All: return {};
    case ActivityGroup::Changes: return {Created, Changed, Deleted, Restored};
    case ActivityGroup::NotAccepted: return {Overruled, Refused};
    case ActivityGroup::SignIns:
        return {SignedIn, SignInRefused, SessionRefused,  DeviceRemoved,  PasswordChanged,
                FactorOn, FactorOff,     FactorCodesMade, FactorCodeUsed, FactorReset};
    case ActivityGroup::Administration:
        return {AccountAdded, AccountChanged, AccountDisabled, AccountEnabled, Requested, BackupRestored, Pruned};
    }
    return {};
}

QJsonObject ActivityFilter::arguments(QDate today) const
{
    QJsonObject arguments;
    const auto [first, last] = activityDays(*this, today);
    if (first.isValid())
        arguments.insert("from"_L1, first.startOfDay().toMSecsSinceEpoch());
    if (last.isValid())
        arguments.insert("until"_L1, last.addDays(1).startOfDay().toMSecsSinceEpoch());
    QJsonArray kinds;
    for (const ActivityKind kind : activityKinds(group))
        kinds.append(activityKindCode(kind));
    if (!kinds.isEmpty())
        arguments.insert("kinds"_L1, kinds);
    if (!person.isNull())
        arguments.insert("user_id"_L1, person.toString());
    if (device != 0)
        arguments.insert("device"_L1, device);
    if (!record.isNull())
        arguments.insert("record"_L1, record.toString());
    if (!text.isEmpty())
        arguments.insert("text"_L1, text);
    if (!fields.isEmpty())
        arguments.insert("fields"_L1, QJsonArray::fromStringList(fields));
    return arguments;
}

QVariantMap ActivityFilter::toMap() const
{
    return {{u"group"_s, static_cast<int>(group)},
            {u"period"_s, static_cast<int>(period)},
            {u"from"_s, from.toString(Qt::ISODate)},
            {u"until"_s, until.toString(Qt::ISODate)},
            {u"person"_s, person.isNull() ? QString() : person.toString()},
            {u"device"_s, device},
            {u"deviceName"_s, deviceName},
            {u"record"_s, record.isNull() ? QString() : record.toString()},
            {u"table"_s, table},
            {u"text"_s, text}};
}

ActivityFilter ActivityFilter::fromMap(const QVariantMap& map)
{
    ActivityFilter filter;
    filter.group = activityChoice(map.value(u"group"_s), AllActivityGroups);
    filter.period = activityChoice(map.value(u"period"_s), AllActivityPeriods);
    filter.from = QDate::fromString(map.value(u"from"_s).toString(), Qt::ISODate);
    filter.until = QDate::fromString(map.value(u"until"_s).toString(), Qt::ISODate);
    filter.person = Uuid::fromString(map.value(u"person"_s).toString()).value_or(Uuid());
    filter.device = map.value(u"device"_s).toLongLong();
    filter.deviceName = map.value(u"deviceName"_s).toString();
    filter.record = Uuid::fromString(map.value(u"record"_s).toString()).value_or(Uuid());
    filter.table = static_cast<std::uint16_t>(map.value(u"table"_s).toUInt());
    filter.text = map.value(u"text"_s).toString();
    return filter;
}

}  // namespace Forecourt
