// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/demo/demopeople.h"

#include "models/demo/demorandom.h"
#include "models/outbox/edittransaction.h"
#include "models/vehicle/vehiclequery.h"

#include <QJsonDocument>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct DemoPerson {
    const char* login;
    const char* name;
    Role role;
    int location;
    bool disabled = false;
};

constexpr DemoPerson DemoPeople[] = {
    {"aicha", "Aïcha Diallo", Role::Owner, 0},
    {"marc", "Marc-André Gagnon", Role::Manager, 0},
    {"chloe", "Chloé Lavoie", Role::Sales, 0},
    {"youssef", "Youssef Benali", Role::Sales, 0},
    {"priya", "Priya Raman", Role::Support, 0},
    {"daniel", "Daniel Okafor", Role::Manager, 1},
    {"emily", "Emily Chen", Role::Sales, 1},
    {"ousmane", "Ousmane Ndiaye", Role::Manager, 2},
    {"fatou", "Fatou Sarr", Role::Sales, 2},
    {"kouame", "Kouamé Koffi", Role::Buyer, 3},
    {"awa", "Awa Traoré", Role::Sales, 3},
    {"lucie", "Lucie Bélanger", Role::Viewer, 0},
    {"pierre", "Pierre Tanguay", Role::Sales, 0, true},
};

std::vector<Location> demoLocations(DemoRandom& random, UtcMs now)
{
    std::vector<Location> locations{
        {{},
         u"MTL"_s,
         u"Montréal – Saint-Léonard"_s,
         u"Montréal"_s,
         u"CA"_s,
         Currency::CAD,
         u"America/Toronto"_s,
         u"#0F6E7D"_s,
         u"#3FA9B8"_s,
         0},
        {{},
         u"TOR"_s,
         u"Toronto – Etobicoke"_s,
         u"Toronto"_s,
         u"CA"_s,
         Currency::CAD,
         u"America/Toronto"_s,
         u"#2B5FA6"_s,
         u"#6FA4E6"_s,
         1},
        {{},
         u"DKR"_s,
         u"Dakar – Route de Rufisque"_s,
         u"Dakar"_s,
         u"SN"_s,
         Currency::XOF,
         u"Africa/Dakar"_s,
         u"#1F7A45"_s,
         u"#5BBF86"_s,
         2},
        {{},
         u"ABJ"_s,
         u"Abidjan – Treichville"_s,
         u"Abidjan"_s,
         u"CI"_s,
         Currency::XOF,
         u"Africa/Abidjan"_s,
         u"#B4560F"_s,
         u"#EE9550"_s,
         3},
    };
    for (Location& location : locations)
        location.id = LocationId(random.id(now));
    return locations;
}

struct DemoView {
    QString name;
    VehicleQuery query;
};

std::vector<DemoView> demoViews(const std::vector<Location>& locations, const User& person)
{
    VehicleQuery ready;
    ready.filter.phases = {Phase::Ready};
    VehicleQuery slow;
    slow.filter.phases = {Phase::Fixing};
    slow.filter.daysInPhaseFrom = 30;
    slow.sort = VehicleSort::DaysInPhase;
    VehicleQuery arrivals;
    arrivals.filter.phases = {Phase::Incoming};
    arrivals.filter.locations = {locations.back().id};
    VehicleQuery mine;
    mine.filter.phases = {Phase::Reserved};
    if (!person.id.isNull())
        mine.filter.owners = {person.id};
    return {{u"Ready to list"_s, ready},
            {u"Fixing 30+ days"_s, slow},
            {u"Abidjan arrivals"_s, arrivals},
            {person.id.isNull() ? u"Reserved"_s : u"My reserved"_s, mine}};
}

QVariant demoId(Uuid id)
{
    return id.isNull() ? QVariant() : QVariant(id.toBytes());
}

}  // namespace

DemoCompany DemoCompany::make(DemoRandom& random, UtcMs now, bool viewsForEverybody)
{
    DemoCompany company;
    company.locations = demoLocations(random, now);
    for (const DemoPerson& person : DemoPeople) {
        User user;
        user.id = UserId(random.id(now));
        user.login = QString::fromLatin1(person.login);
        user.displayName = QString::fromUtf8(person.name);
        user.role = person.role;
        user.location = company.locations[static_cast<size_t>(person.location)].id;
        user.email = user.login + "@forecourt.example"_L1;
        user.disabled = person.disabled;
        company.people.push_back(user);
    }
    const std::vector<User> viewers = viewsForEverybody ? std::vector<User>{User{}} : company.people;
    for (const User& person : viewers) {
        int order = 0;
        for (const DemoView& view : demoViews(company.locations, person)) {
            company.views.push_back(
                {SavedViewId(random.id(now)), person.id, u"inventory"_s, view.name, view.query.toJson(), order++});
        }
    }
    return company;
}

std::vector<UserId> DemoCompany::keepersAt(LocationId location) const
{
    std::vector<UserId> keepers;
    for (const User& person : people) {
        const bool keeps = person.role == Role::Sales || person.role == Role::Manager || person.role == Role::Buyer;
        if (keeps && !person.disabled && person.location == location)
            keepers.push_back(person.id);
    }
    return keepers;
}

Expected<void> DemoCompany::write(EditTransaction& transaction) const
{
    for (const Location& location : locations) {
        FC_TRY(transaction.insert(Table::Locations, location.id.uuid(),
                                  {{u"code"_s, location.code},
                                   {u"name"_s, location.name},
                                   {u"city"_s, location.city},
                                   {u"country"_s, location.country},
                                   {u"currency"_s, currencyCode(location.currency)},
                                   {u"time_zone"_s, location.timeZone},
                                   {u"color_light"_s, location.colorLight},
                                   {u"color_dark"_s, location.colorDark},
                                   {u"sort_order"_s, qlonglong{location.sortOrder}}}));
    }
    for (const User& person : people) {
        FC_TRY(transaction.insert(Table::Users, person.id.uuid(),
                                  {{u"login"_s, person.login},
                                   {u"display_name"_s, person.displayName},
                                   {u"role"_s, roleCode(person.role)},
                                   {u"location_id"_s, demoId(person.location.uuid())},
                                   {u"email"_s, person.email},
                                   {u"disabled"_s, qlonglong{person.disabled ? 1 : 0}}}));
    }
    for (const SavedView& view : views) {
        const QByteArray definition = QJsonDocument(view.definition).toJson(QJsonDocument::Compact);
        FC_TRY(transaction.insert(Table::SavedViews, view.id.uuid(),
                                  {{u"user_id"_s, demoId(view.user.uuid())},
                                   {u"page"_s, view.page},
                                   {u"name"_s, view.name},
                                   {u"definition"_s, QString::fromUtf8(definition)},
                                   {u"sort_order"_s, qlonglong{view.sortOrder}}}));
    }
    return {};
}

}  // namespace Forecourt
