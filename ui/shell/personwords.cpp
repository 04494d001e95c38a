// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/personwords.h"

#include "models/base/errortext.h"
#include "models/base/passwordwords.h"
#include "models/location/locationdirectory.h"
#include "models/user/user.h"
#include "ui/shell/usermenu.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString PersonWords::role(const QString& code)
{
    const auto known = roleFromCode(code);
    return known ? UserMenu::roleName(static_cast<int>(*known)) : code;
}

QString PersonWords::roleHint(const QString& code)
{
    const auto known = roleFromCode(code);
    if (!known)
        return {};
    switch (*known) {
    case Role::Owner:
        return tr(
            "Sees and changes everything, costs too; says who may sign in, owners among them; reads the activity of "
            "everybody.");
    case Role::Manager:
        return tr(
            "Sees and changes everything at their sites, costs too; says who may sign in, except owners; "
            "reads the activity of everybody.");
    case Role::Buyer: return tr("Sees and changes vehicles at their sites, with what they cost.");
    case Role::Sales:
    case Role::Support: return tr("Sees and changes vehicles at their sites, but not what they cost.");
    case Role::Viewer: return tr("Sees vehicles at their sites, but not what they cost, and changes nothing.");
    }
    Q_UNREACHABLE();
    return {};
}

QString PersonWords::locations(const std::vector<LocationId>& locations, const LocationDirectory& directory)
{
    if (locations.empty())
        return tr("All sites");
    QStringList names;
    for (const LocationId id : locations) {
        const Location* location = directory.find(id);
        names << (location ? location->name : tr("a site that is not here yet"));
    }
    return names.join(u", "_s);
}

QString PersonWords::refusal(const Error& error)
{
    if (error.code == ErrorCode::NotAllowed)
        return tr("Your role or your sites do not permit this. Ask an owner.");
    if (error.code != ErrorCode::RequestRefused)
        return ErrorText::full(error);
    const QString& code = error.detail;
    if (const auto flaw = PasswordWords::fromCode(code))
        return PasswordWords::reason(*flaw);
    if (code == "login"_L1)
        return tr("A user name has 1 to 64 characters, no blank at an end and no two in a row.");
    if (code == "login_taken"_L1)
        return tr("Somebody has this user name already; capital letters make no difference. Choose another one.");
    if (code == "name"_L1)
        return tr("A name has at most 100 characters.");
    if (code == "location"_L1)
        return tr("One of these sites is not there any more. Choose again.");
    if (code == "own_access"_L1)
        return tr("Nobody changes their own role, sites or access. Ask another owner or manager.");
    if (code == "last_owner"_L1)
        return tr("This is the only owner who can sign in. Make somebody else an owner first.");
    if (code == "not_found"_L1)
        return tr("This person is not there any more.");
    return ErrorText::full(error);
}

}  // namespace Forecourt
