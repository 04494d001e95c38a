// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/peopleverbs.h"

#include "sync/server/accountrules.h"
#include "sync/server/accounts.h"
#include "sync/server/lastseen.h"

#include <QJsonArray>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PeopleMaxLocations = 10'000;

QJsonArray peopleIds(const std::vector<Uuid>& ids)
{
    QJsonArray list;
    for (const Uuid id : ids)
        list.append(id.toString());
    return list;
}

std::optional<std::vector<Uuid>> peopleIds(const QJsonValue& value)
{
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > PeopleMaxLocations)
        return {};
    std::vector<Uuid> ids;
    for (const auto& one : list) {
        const auto id = Uuid::fromString(one.toString());
        if (!id)
            return {};
        ids.push_back(*id);
    }
    std::ranges::sort(ids);
    return ids;
}

/// The members of `told` that say what a person is; nothing if one of them is of another shape.
std::optional<AccountEdit> peopleEdit(const QJsonObject& told)
{
    AccountEdit edit;
    for (auto [key, text] :
         {std::pair{"login"_L1, &edit.login}, {"name"_L1, &edit.displayName}, {"role"_L1, &edit.role}}) {
        const QJsonValue value = told.value(key);
        if (!value.isUndefined() && !value.isString())
            return {};
        if (value.isString())
            *text = value.toString();
    }
    const QJsonValue disabled = told.value("disabled"_L1);
    if (!disabled.isUndefined() && !disabled.isBool())
        return {};
    if (disabled.isBool())
        edit.disabled = disabled.toBool();
    if (const QJsonValue locations = told.value("locations"_L1); !locations.isUndefined()) {
        edit.locations = peopleIds(locations);
        if (!edit.locations)
            return {};
    }
    return edit;
}

/// All of them; the login may be left out: earlier workstations do not tell it.
std::optional<AccountFacts> peopleSeen(const QJsonValue& told)
{
    const auto edit = peopleEdit(told.toObject());
    if (!edit || !edit->displayName || !edit->role || !edit->locations || !edit->disabled)
        return {};
    return AccountFacts{edit->login, *edit->displayName, *edit->role, *edit->locations, *edit->disabled};
}

QJsonObject peopleTold(const Account& account, const VerbCall& call)
{
    const Access& by = call.author.access;
    const bool self = account.user == by.user;
    const bool may = AccountRules::mayManage(by, account);
    return {{u"user_id"_s, account.user.toString()},
            {u"login"_s, account.login},
            {u"name"_s, account.displayName},
            {u"role"_s, account.role},
            {u"locations"_s, peopleIds(account.locations)},
            {u"disabled"_s, account.disabled},
            {u"temporary"_s, account.temporary},
            {u"this"_s, self},
            {u"may_edit"_s, self || may},
            {u"may_set_password"_s, may && !self}};
}

Expected<VerbOutcome> peopleList(StorageEngine& engine, const VerbCall& call)
{
    ServerStorage& storage = engine.storage();
    const auto accounts = storage.accounts();
    if (!accounts)
        return fail(accounts.error());
    const auto seen = lastSeen(storage);
    if (!seen)
        return fail(seen.error());
    const auto sessions = storage.sessions();
    if (!sessions)
        return fail(sessions.error());
    QJsonArray people;
    for (const Account& account : *accounts) {
        QJsonObject told = peopleTold(account, call);
        told.insert(u"connected"_s, std::ranges::any_of(*sessions, [&](const DeviceSession& session) {
                        return session.user == account.user && session.revokedAt == 0 &&
                               std::ranges::binary_search(call.connected, session.device);
                    }));
        if (const UtcMs at = seen->value(account.user); at != 0)
            told.insert(u"seen_at"_s, qint64(at));
        people.append(told);
    }
    QJsonArray roles;
    for (const QString& role : AccountRules::roles()) {
        Account wished;
        wished.role = role;
        wished.locations = call.author.access.locations;
        if (AccountRules::mayManage(call.author.access, wished))
            roles.append(role);
    }
    return VerbOutcome{
        {}, {{u"people"_s, people}, {u"roles"_s, roles}, {u"locations"_s, peopleIds(call.author.access.locations)}}};
}

VerbOutcome peopleOutcome(const AccountOutcome& outcome, const VerbCall& call)
{
    if (!outcome.refusal.isEmpty())
        return VerbOutcome::refused(outcome.refusal);
    return {{}, peopleTold(outcome.account, call)};
}

Expected<VerbOutcome> peopleAdd(StorageEngine& engine, const VerbCall& call)
{
    const auto told = peopleEdit(call.arguments);
    const QJsonValue login = call.arguments.value("login"_L1);
    const QJsonValue password = call.arguments.value("password"_L1);
    if (!told || !told->role || !told->locations || !login.isString() || !password.isString())
        return VerbOutcome::refused("malformed"_L1);
    const Account wished{
        {}, login.toString(), told->displayName.value_or(QString()), *told->role, {}, false, *told->locations, true};
    const auto added = addAccount(engine, wished, password.toString(), call.author, &call.hasher);
    if (!added)
        return fail(added.error());
    return peopleOutcome(*added, call);
}

Expected<VerbOutcome> peopleChange(StorageEngine& engine, const VerbCall& call)
{
    const auto user = Uuid::fromString(call.arguments.value("user_id"_L1).toString());
    const auto edit = peopleEdit(call.arguments);
    const auto seen = peopleSeen(call.arguments.value("seen"_L1));
    if (!user || !edit || !seen)
        return VerbOutcome::refused("malformed"_L1);
    const auto done = editAccount(engine, *user, *edit, seen, call.author);
    if (!done)
        return fail(done.error());
    return peopleOutcome(*done, call);
}

Expected<VerbOutcome> peoplePassword(StorageEngine& engine, const VerbCall& call)
{
    const auto user = Uuid::fromString(call.arguments.value("user_id"_L1).toString());
    const QJsonValue password = call.arguments.value("password"_L1);
    if (!user || !password.isString())
        return VerbOutcome::refused("malformed"_L1);
    // Whoever sits at a computer that is signed in is not therefore the person: one's own takes the old one.
    if (*user == call.author.access.user)
        return VerbOutcome::refused("own_password"_L1);
    const auto done =
        setAccountPassword(engine, *user, password.toString(), call.author, GivenPassword::Temporary, &call.hasher);
    if (!done)
        return fail(done.error());
    return peopleOutcome(*done, call);
}

constexpr RoleSet PeopleRoles = Roles::Owner | Roles::Manager;

constexpr Verb PeopleVerbList[] = {
    {"people.list"_L1, PeopleRoles, false, &peopleList},
    {"people.add"_L1, PeopleRoles, true, &peopleAdd},
    {"people.edit"_L1, PeopleRoles, true, &peopleChange},
    {"people.password"_L1, PeopleRoles, true, &peoplePassword},
};

}  // namespace

std::span<const Verb> PeopleVerbs::all()
{
    return PeopleVerbList;
}

}  // namespace Forecourt
