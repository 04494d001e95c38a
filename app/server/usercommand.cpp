// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/usercommand.h"

#include "app/server/commands.h"
#include "app/terminal/password.h"
#include "models/base/passwordwords.h"
#include "sync/server/accountrules.h"
#include "sync/server/accounts.h"
#include "sync/server/factorreset.h"
#include "sync/server/lastseen.h"
#include "sync/server/places.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

class UserCommand {
    Q_DECLARE_TR_FUNCTIONS(UserCommand)
};

ExitCode userWrong(const QString& sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return ExitCode::Usage;
}

ExitCode userFailed(const QString& sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return ExitCode::Failed;
}

Author userConsole()
{
    Author console;
    console.address = u"console"_s;
    return console;
}

/// What was refused, for whom, and what to do.
ExitCode userRefused(QLatin1StringView refusal, const QString& login, const ServerArguments& arguments)
{
    if (refusal == "not_found"_L1)
        return userFailed(UserCommand::tr("Nobody is called %1; user list shows who there is.").arg(login));
    if (refusal == "login"_L1)
        return userFailed(UserCommand::tr("%1 is no user name: it has 1 to 64 characters, and no blank at an end nor "
                                          "two in a row.")
                              .arg(login));
    if (refusal == "login_taken"_L1)
        return userFailed(
            UserCommand::tr("Somebody is called %1 already; capital letters make no difference. Choose another name, "
                            "or use user edit.")
                .arg(login));
    if (refusal == "name"_L1)
        return userFailed(UserCommand::tr("The name of %1 is longer than 100 characters.").arg(login));
    if (refusal == "role"_L1)
        return userFailed(UserCommand::tr("%1 cannot be %2: the roles are %3.")
                              .arg(login, arguments.role, AccountRules::roles().join(u", "_s)));
    if (const auto password = PasswordWords::fromCode(refusal))
        return userFailed(u"%1: %2"_s.arg(login, PasswordWords::reason(*password)));
    if (refusal == "last_owner"_L1)
        return userFailed(UserCommand::tr("%1 is the only owner who can sign in: make somebody else an owner first, or "
                                          "nobody could make one any more.")
                              .arg(login));
    return userFailed(UserCommand::tr("%1 was not changed: %2.").arg(login, refusal));
}

/// The locations of --location, ascending.
Expected<std::vector<Uuid>> userPlaces(const ServerArguments& arguments, StorageEngine& engine)
{
    const auto known = placesOfServer(engine.storage(), engine.schema());
    if (!known)
        return fail(known.error());
    std::vector<Uuid> places;
    for (const QString& text : arguments.locations) {
        const auto place = placeMeant(*known, text);
        if (!place)
            return fail(place.error());
        places.push_back(place->id);
    }
    return places;
}

ExitCode userPlacesWrong(const Error& error)
{
    if (error.code == ErrorCode::NotFound && error.detail.isEmpty())
        return userFailed(UserCommand::tr("There is no location %1: nobody has made one yet.").arg(error.subject));
    if (error.code == ErrorCode::NotFound)
        return userFailed(UserCommand::tr("There is no location %1; there are: %2.").arg(error.subject, error.detail));
    if (error.code == ErrorCode::InvalidInput)
        return userFailed(UserCommand::tr("Several locations are called %1; give the id.").arg(error.subject));
    return reportError(error);
}

/// Typed twice on a terminal, where it is not seen; nothing after an explanation.
std::optional<QString> userPassword(const ServerArguments& arguments, const QString& login)
{
    if (arguments.passwordFromStdin)
        return readPasswordLine();
    auto password = askPassword(UserCommand::tr("Password for %1: ").arg(login));
    if (!password) {
        userWrong(UserCommand::tr("No terminal to type a password on: give it with --password-stdin."));
        return {};
    }
    if (askPassword(UserCommand::tr("Once more: ")) != password) {
        userFailed(UserCommand::tr("The two differ. Nothing was changed for %1.").arg(login));
        return {};
    }
    return password;
}

Expected<Account> userNamed(StorageEngine& engine, const QString& login)
{
    auto account = engine.storage().accountByLogin(login);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(ErrorCode::NotFound, login);
    return std::move(**account);
}

ExitCode userNameWrong(const Error& error, const ServerArguments& arguments)
{
    return error.code == ErrorCode::NotFound ? userRefused("not_found"_L1, error.subject, arguments)
                                             : reportError(error);
}

/// "awa (sales, Montréal, Québec)"
QString userTold(const Account& account, const std::vector<Place>& places)
{
    QStringList words{account.role};
    for (const Place& place : places) {
        if (std::ranges::binary_search(account.locations, place.id))
            words << place.name;
    }
    if (account.locations.empty())
        words << UserCommand::tr("all locations");
    if (account.disabled)
        words << UserCommand::tr("disabled");
    return u"%1 (%2)"_s.arg(account.login, words.join(u", "_s));
}

ExitCode userDone(const QString& sentence, const Account& account, StorageEngine& engine)
{
    const auto places = placesOfServer(engine.storage(), engine.schema());
    QTextStream(stdout) << sentence.arg(userTold(account, places.value_or(std::vector<Place>()))) << Qt::endl;
    return ExitCode::Success;
}

QJsonObject userJson(const Account& account, const std::vector<Place>& places, UtcMs seenAt)
{
    QJsonObject told{{u"user_id"_s, account.user.toString()},
                     {u"login"_s, account.login},
                     {u"name"_s, account.displayName},
                     {u"role"_s, account.role},
                     {u"disabled"_s, account.disabled},
                     {u"temporary"_s, account.temporary},
                     {u"all_locations"_s, account.locations.empty()}};
    QJsonArray list;
    for (const Place& place : places) {
        if (std::ranges::binary_search(account.locations, place.id))
            list.append(QJsonObject{{u"id"_s, place.id.toString()}, {u"code"_s, place.code}, {u"name"_s, place.name}});
    }
    told.insert(u"locations"_s, list);
    if (seenAt != 0)
        told.insert(u"seen_at"_s, QDateTime::fromMSecsSinceEpoch(seenAt, Qt::UTC).toString(Qt::ISODate));
    return told;
}

}  // namespace

ExitCode runUserAdd(const ServerArguments& arguments, StorageEngine& engine)
{
    const QString& login = arguments.command.at(2);
    if (arguments.role.isEmpty())
        return userWrong(UserCommand::tr("user add needs --role: one of %1.").arg(AccountRules::roles().join(u", "_s)));
    auto places = userPlaces(arguments, engine);
    if (!places)
        return userPlacesWrong(places.error());
    const auto password = userPassword(arguments, login);
    if (!password)
        return ExitCode::Failed;
    const auto added = addAccount(engine,
                                  {{},
                                   login,
                                   arguments.displayName.value_or(QString()),
                                   arguments.role,
                                   {},
                                   false,
                                   *places,
                                   !arguments.keepPassword},
                                  *password, userConsole());
    if (!added)
        return reportError(added.error());
    if (!added->refusal.isEmpty())
        return userRefused(added->refusal, login, arguments);
    return userDone(UserCommand::tr("added %1"), added->account, engine);
}

ExitCode runUserEdit(const ServerArguments& arguments, StorageEngine& engine)
{
    const QString& verb = arguments.command.at(1);
    const QString& login = arguments.command.at(2);
    const bool disable = arguments.disable || verb == "disable"_L1;
    const bool enable = arguments.enable || verb == "enable"_L1;
    if (disable && enable)
        return userWrong(UserCommand::tr("%1 can be disabled or enabled, not both.").arg(login));
    if (arguments.allLocations && !arguments.locations.isEmpty())
        return userWrong(UserCommand::tr("--location and --all-locations exclude each other."));
    AccountEdit edit;
    edit.login = arguments.login;
    edit.displayName = arguments.displayName;
    if (!arguments.role.isEmpty())
        edit.role = arguments.role;
    if (disable || enable)
        edit.disabled = disable;
    if (arguments.allLocations)
        edit.locations.emplace();
    if (!arguments.locations.isEmpty()) {
        auto places = userPlaces(arguments, engine);
        if (!places)
            return userPlacesWrong(places.error());
        edit.locations = std::move(*places);
    }
    if (!edit.login && !edit.displayName && !edit.role && !edit.locations && !edit.disabled)
        return userWrong(
            UserCommand::tr("user edit needs what to change: --login, --role, --name, --location, "
                            "--all-locations, --disable or --enable."));
    const auto account = userNamed(engine, login);
    if (!account)
        return userNameWrong(account.error(), arguments);
    const auto done = editAccount(engine, account->user, edit, {}, userConsole());
    if (!done)
        return reportError(done.error());
    if (!done->refusal.isEmpty())
        return userRefused(done->refusal, arguments.login.value_or(login), arguments);
    return userDone(UserCommand::tr("changed %1"), done->account, engine);
}

ExitCode runUserPassword(const ServerArguments& arguments, StorageEngine& engine)
{
    const QString& login = arguments.command.at(2);
    const auto account = userNamed(engine, login);
    if (!account)
        return userNameWrong(account.error(), arguments);
    const auto password = userPassword(arguments, login);
    if (!password)
        return ExitCode::Failed;
    const auto done = setAccountPassword(engine, account->user, *password, userConsole(),
                                         arguments.keepPassword ? GivenPassword::Kept : GivenPassword::Temporary);
    if (!done)
        return reportError(done.error());
    if (!done->refusal.isEmpty())
        return userRefused(done->refusal, login, arguments);
    return userDone(UserCommand::tr("gave another password to %1"), done->account, engine);
}

ExitCode runUserResetFactor(const ServerArguments& arguments, StorageEngine& engine)
{
    const QString& login = arguments.command.at(2);
    const auto account = userNamed(engine, login);
    if (!account)
        return userNameWrong(account.error(), arguments);
    const auto reset = resetSecondFactor(engine, *account, userConsole());
    if (!reset)
        return reportError(reset.error());
    QTextStream(*reset ? stdout : stderr)
        << (*reset ? UserCommand::tr("%1 signs in with the password alone from now on")
                   : UserCommand::tr("%1 has no second factor that could be taken away"))
               .arg(account->login)
        << Qt::endl;
    return *reset ? ExitCode::Success : ExitCode::Failed;
}

ExitCode runUserList(const ServerArguments& arguments, StorageEngine& engine)
{
    const auto accounts = engine.storage().accounts();
    const auto places = placesOfServer(engine.storage(), engine.schema());
    const auto seen = lastSeen(engine.storage());
    for (const Error* error :
         {accounts ? nullptr : &accounts.error(), places ? nullptr : &places.error(), seen ? nullptr : &seen.error()}) {
        if (error)
            return reportError(*error);
    }
    QTextStream out(stdout);
    QJsonArray list;
    for (const Account& account : *accounts) {
        QStringList names;
        for (const Place& place : *places) {
            if (std::ranges::binary_search(account.locations, place.id))
                names << place.name;
        }
        if (arguments.json)
            list.append(userJson(account, *places, seen->value(account.user)));
        else
            out << QStringList{account.login, account.role, account.disabled ? u"disabled"_s : u"active"_s,
                               account.displayName,
                               account.locations.empty() ? u"all locations"_s : names.join(u", "_s)}
                       .join(u'\t')
                << Qt::endl;
    }
    if (arguments.json)
        out << QJsonDocument(QJsonObject{{u"people"_s, list}}).toJson();
    return ExitCode::Success;
}

}  // namespace Forecourt
