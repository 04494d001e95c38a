// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/user/managedperson.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

std::vector<LocationId> managedLocations(const QJsonValue& value)
{
    std::vector<LocationId> locations;
    const QJsonArray list = value.toArray();
    for (const auto& one : list) {
        if (const auto id = Uuid::fromString(one.toString()))
            locations.emplace_back(*id);
    }
    std::ranges::sort(locations);
    return locations;
}

QJsonArray managedLocations(const std::vector<LocationId>& locations)
{
    QJsonArray list;
    for (const LocationId id : locations)
        list.append(id.toString());
    return list;
}

}  // namespace

QJsonObject PersonFacts::toJson() const
{
    return {{u"login"_s, login},
            {u"name"_s, name},
            {u"role"_s, role},
            {u"locations"_s, managedLocations(locations)},
            {u"disabled"_s, disabled}};
}

QJsonObject PersonFacts::toJson(const PersonFacts& before) const
{
    QJsonObject all = toJson();
    const QJsonObject same = before.toJson();
    for (auto member = all.begin(); member != all.end();)
        member = same.value(member.key()) == member.value() ? all.erase(member) : std::next(member);
    return all;
}

ManagedPeople ManagedPeople::fromAnswer(const QJsonObject& answer)
{
    ManagedPeople all;
    const QJsonArray list = answer.value("people"_L1).toArray();
    for (const auto& entry : list) {
        const QJsonObject told = entry.toObject();
        ManagedPerson person;
        person.id = UserId(Uuid::fromString(told.value("user_id"_L1).toString()).value_or(Uuid()));
        person.facts.login = told.value("login"_L1).toString();
        person.facts.name = told.value("name"_L1).toString();
        person.facts.role = told.value("role"_L1).toString();
        person.facts.locations = managedLocations(told.value("locations"_L1));
        person.facts.disabled = told.value("disabled"_L1).toBool();
        person.seenAt = told.value("seen_at"_L1).toInteger();
        person.connected = told.value("connected"_L1).toBool();
        person.temporary = told.value("temporary"_L1).toBool();
        person.isThis = told.value("this"_L1).toBool();
        person.mayEdit = told.value("may_edit"_L1).toBool();
        person.maySetPassword = told.value("may_set_password"_L1).toBool();
        all.people.push_back(std::move(person));
    }
    std::ranges::stable_sort(all.people, std::ranges::less{}, [](const ManagedPerson& person) {
        return std::tuple(person.facts.disabled, person.facts.name.toCaseFolded());
    });
    const QJsonArray roles = answer.value("roles"_L1).toArray();
    for (const auto& role : roles)
        all.roles << role.toString();
    all.locations = managedLocations(answer.value("locations"_L1));
    return all;
}

const ManagedPerson* ManagedPeople::find(UserId id) const
{
    const auto found = std::ranges::find(people, id, &ManagedPerson::id);
    return found == people.end() ? nullptr : &*found;
}

}  // namespace Forecourt
